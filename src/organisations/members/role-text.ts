import type { MembershipRole } from '../model'

type RoleWords = Readonly<Record<MembershipRole, string>>

const en: { readonly names: RoleWords; readonly may: RoleWords } = {
  names: {
    volunteer: 'Volunteer',
    guardian: 'Guardian',
    supervisor: 'Branch supervisor',
    coordinator: 'Volunteer coordinator',
    head: 'Head of service',
    dpo: 'Data protection officer',
    assessor: 'Assessor',
    union: 'Union representative',
    analyst: 'National analyst',
  },
  may: {
    volunteer: 'Sees and keeps their own record.',
    guardian: 'Looks after the record of a young volunteer.',
    supervisor: 'Acts within the libraries that are named, and nowhere else.',
    coordinator: 'Looks after volunteers, hours, badges, settings and members.',
    head: 'Sees everything a coordinator sees, changes settings and gives every role.',
    dpo: 'Sees how long data is kept, what was done and by whom, exports and erases records. No hours, no badges.',
    assessor: 'Reads the record of one volunteer.',
    union: 'Reads the register of what volunteers do and do not do. Nothing else.',
    analyst: 'Sees national figures in which nobody can be recognised.',
  },
}

const cy: typeof en = {
  names: {
    volunteer: 'Gwirfoddolwr',
    guardian: 'Gwarcheidwad',
    supervisor: 'Goruchwyliwr cangen',
    coordinator: 'Cydlynydd gwirfoddolwyr',
    head: 'Pennaeth gwasanaeth',
    dpo: 'Swyddog diogelu data',
    assessor: 'Asesydd',
    union: 'Cynrychiolydd undeb',
    analyst: 'Dadansoddwr cenedlaethol',
  },
  may: {
    volunteer: 'Yn gweld ac yn cadw ei gofnod ei hun.',
    guardian: 'Yn gofalu am gofnod gwirfoddolwr ifanc.',
    supervisor: 'Yn gweithredu yn y llyfrgelloedd a enwir, ac yn unman arall.',
    coordinator: 'Yn gofalu am wirfoddolwyr, oriau, bathodynnau, gosodiadau ac aelodau.',
    head: 'Yn gweld popeth y mae cydlynydd yn ei weld, yn newid gosodiadau ac yn rhoi pob rôl.',
    dpo: 'Yn gweld am ba hyd y cedwir data, beth a wnaed a chan bwy, ac yn allforio a dileu cofnodion. Dim oriau, dim bathodynnau.',
    assessor: 'Yn darllen cofnod un gwirfoddolwr.',
    union: 'Yn darllen y gofrestr o’r hyn y mae gwirfoddolwyr yn ei wneud a heb ei wneud. Dim arall.',
    analyst: 'Yn gweld ffigurau cenedlaethol lle na ellir adnabod neb.',
  },
}

export const roleText = { en, cy }
