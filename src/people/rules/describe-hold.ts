import type { Hold } from '../holds/model'

type Words = Readonly<Record<Hold, string>>

const en: Words = {
  'guardian-missing': 'Young volunteer: no parent or guardian has been asked yet',
  'guardian-waiting': 'Young volunteer: waits for the answer of a parent or guardian',
  'guardian-late': 'Young volunteer: the link for the parent or guardian has run out',
  'guardian-refused': 'Young volunteer: a parent or guardian said no',
  'guardian-withdrew': 'Young volunteer: a parent or guardian took their consent back',
  'self-missing': 'Young volunteer: their own consent is needed',
  'self-refused': 'Young volunteer: they do not agree',
}

const cy: Words = {
  'guardian-missing': 'Gwirfoddolwr ifanc: ni ofynnwyd i riant na gwarcheidwad eto',
  'guardian-waiting': 'Gwirfoddolwr ifanc: yn aros am ateb rhiant neu warcheidwad',
  'guardian-late': 'Gwirfoddolwr ifanc: mae’r ddolen i’r rhiant neu’r gwarcheidwad wedi dod i ben',
  'guardian-refused': 'Gwirfoddolwr ifanc: dywedodd rhiant neu warcheidwad na',
  'guardian-withdrew': 'Gwirfoddolwr ifanc: tynnodd rhiant neu warcheidwad ei gydsyniad yn ôl',
  'self-missing': 'Gwirfoddolwr ifanc: mae angen ei gydsyniad ei hun',
  'self-refused': 'Gwirfoddolwr ifanc: nid yw’n cytuno',
}

/** Why something waits for a young volunteer, as the service's own lists say it. */
export const describeHold = (hold: Hold, language: 'en' | 'cy'): string => ({ en, cy })[language][hold]
