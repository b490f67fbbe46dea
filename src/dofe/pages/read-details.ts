import { z } from 'zod'
import type { FieldProblem } from '../../problems'
import type { Language } from '../../web/app-env'
import { dofeFrequencies, dofeLevels, dofeNations, dofeSections, type ProgrammeDetails } from '../model'
import { dofePageText } from './page-text'

/** The fields of the plan as they were typed. */
export type TypedDetails = Readonly<Record<string, string>>

export const isDay = (text: string): boolean => z.iso.date().safeParse(text).success

/** A plan as the form shows it. */
export const typedOf = (details: ProgrammeDetails): TypedDetails => {
  const tick = (value: boolean) => (value ? 'yes' : '')
  return {
    level: details.level,
    section: details.section,
    nation: details.nation,
    directEntrant: tick(details.directEntrant),
    extraMonths: tick(details.extraMonths),
    longerSection: tick(details.longerSection),
    agreedMonths: details.agreedMonths === null ? '' : String(details.agreedMonths),
    dateOfBirth: details.dateOfBirth,
    enrolledOn: details.enrolledOn,
    lowerLevelOn: details.lowerLevelOn ?? '',
    activity: details.activity,
    frequency: details.frequency,
    plannedFirst: details.plannedFirst,
    plannedLast: details.plannedLast,
    finalTalkOn: details.finalTalkOn ?? '',
    unpaid: tick(details.unpaid),
    notCommercial: tick(details.notCommercial),
    edofeId: details.edofeId ?? '',
    leaderName: details.leaderName ?? '',
    leaderEmail: details.leaderEmail ?? '',
  }
}

const oneOf = <T extends string>(values: readonly T[], typed: string): T | undefined =>
  values.find((value) => value === typed)

/** Reads single fields and gathers what is wrong with them. */
const openReader = (typed: TypedDetails, language: Language) => {
  const t = dofePageText[language].errors
  const errors: FieldProblem[] = []
  const text = (field: string) => (typed[field] ?? '').trim()
  const refuse = (field: string, message: string) => void errors.push({ field, message })
  const day = (field: string, message = t.date) => {
    if (!isDay(text(field))) refuse(field, message)
    return text(field)
  }
  return {
    ...{ errors, text, refuse, day },
    maybeDay: (field: string) => (text(field) === '' ? null : day(field)),
    maybe: (field: string) => {
      if (text(field).length > 500) refuse(field, t.text)
      return text(field) === '' ? null : text(field)
    },
    yes: (field: string) => text(field) === 'yes',
  }
}

/** Reads the plan's form: the plan, or what is wrong with each field. */
export const readDetails = (
  typed: TypedDetails,
  language: Language,
): { details: ProgrammeDetails | undefined; errors: FieldProblem[] } => {
  const t = dofePageText[language].errors
  const { errors, text, refuse, day, maybeDay, maybe, yes } = openReader(typed, language)
  const [level, section] = [oneOf(dofeLevels, text('level')), oneOf(dofeSections, text('section'))]
  const [nation, frequency] = [oneOf(dofeNations, text('nation')), oneOf(dofeFrequencies, text('frequency'))]
  for (const [field, value] of Object.entries({ level, section, nation, frequency }))
    if (value === undefined) refuse(field, t.choose)
  if (!['', '3', '6', '12', '18'].includes(text('agreedMonths'))) refuse('agreedMonths', t.months)
  const activity = text('activity')
  if (activity === '' || activity.length > 500) refuse('activity', t.text)
  const email = text('leaderEmail').toLowerCase()
  if (email !== '' && !z.email().safeParse(email).success) refuse('leaderEmail', t.email)
  const days = {
    dateOfBirth: day('dateOfBirth', t.dateOfBirth),
    enrolledOn: day('enrolledOn'),
    lowerLevelOn: maybeDay('lowerLevelOn'),
    plannedFirst: day('plannedFirst'),
    plannedLast: day('plannedLast'),
    finalTalkOn: maybeDay('finalTalkOn'),
  }
  if (errors.length === 0 && days.plannedLast < days.plannedFirst) refuse('plannedLast', t.lastBeforeFirst)
  const texts = { edofeId: maybe('edofeId'), leaderName: maybe('leaderName') }
  if (errors.length > 0 || !level || !section || !nation || !frequency) return { details: undefined, errors }
  return {
    errors,
    details: {
      ...{ level, section, nation, frequency, activity, ...days, ...texts },
      directEntrant: yes('directEntrant'),
      extraMonths: yes('extraMonths'),
      longerSection: yes('longerSection'),
      agreedMonths: text('agreedMonths') === '' ? null : Number(text('agreedMonths')),
      unpaid: yes('unpaid'),
      notCommercial: yes('notCommercial'),
      leaderEmail: email === '' ? null : email,
    },
  }
}
