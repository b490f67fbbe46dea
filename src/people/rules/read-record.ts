import { z } from 'zod'
import { parseDate } from '../../hours/rules/parse-date'
import type { Result } from '../../problems'
import type { Ages, Birth } from '../holds/model'
import { personStatuses } from '../model'
import {
  languageWishes,
  type PersonRecord,
  type RecordFault,
  type RecordFaults,
  type RecordField,
  type TypedRecord,
} from '../record/model'
import { keepBirth } from './keep-birth'
import { readLanguageTag } from './read-language-tag'
import { scriptOf } from './script-of'
import { tidyName } from './tidy-name'

/** Characters, as the database has them. */
const longest: Readonly<Partial<Record<RecordField, number>>> = {
  preferredName: 200,
  legalName: 200,
  romanisedName: 200,
  externalReference: 100,
  email: 254,
  phone: 50,
  postalAddress: 500,
  emergencyName: 200,
  emergencyPhone: 50,
  emergencyRelationship: 100,
  referralSource: 200,
  pilot: 200,
}

const firstYear = 1900

/**
 * What a form says of a volunteer, with what stands against it by field. Names are kept as they are written but for
 * spaces; one word is a name. The full date of birth is kept only while a rule needs it. Everything but the preferred
 * name may be empty.
 */
export const readRecord = (
  typed: TypedRecord,
  { today, ages }: { readonly today: string; readonly ages: Ages },
): Result<PersonRecord, RecordFaults> => {
  const faults: Partial<Record<RecordField, RecordFault>> = {}
  const text = (field: RecordField): string | null => tidyName(typed[field]) || null
  for (const [field, most] of Object.entries(longest)) {
    // Object.entries forgets the type of the keys of the table above.
    if (typed[field as RecordField].trim().length > most) faults[field as RecordField] = 'too-long'
  }
  const preferredName = text('preferredName')
  if (preferredName === null) faults.preferredName = 'name-missing'
  const nameLanguage = typed.nameLanguage.trim() === '' ? null : readLanguageTag(typed.nameLanguage)
  if (nameLanguage === undefined) faults.nameLanguage = 'language-unknown'
  const romanisedName = text('romanisedName')
  if (romanisedName !== null && scriptOf(romanisedName) !== 'Latn')
    faults.romanisedName = 'romanisation-not-latin'
  const email = typed.email.trim().toLowerCase() || null
  if (email !== null && !z.email().safeParse(email).success) faults.email = 'email-wrong'
  const birth = readBirth(typed, today, faults)
  const languageWish = languageWishes.find((wish) => wish === typed.languageWish)
  if (languageWish === undefined) faults.languageWish = 'choice-missing'
  const status = personStatuses.find((one) => one === typed.status)
  if (status === undefined) faults.status = 'choice-missing'
  if (Object.keys(faults).length > 0 || !preferredName || !languageWish || !status) {
    return { ok: false, reason: faults }
  }
  return {
    ok: true,
    value: {
      ...{ preferredName, legalName: text('legalName'), nameLanguage: nameLanguage ?? null, romanisedName },
      ...{ nameScript: scriptOf(preferredName) ?? null, externalReference: text('externalReference') },
      ...{ email, phone: text('phone'), postalAddress: tidyLines(typed.postalAddress) },
      birth: keepBirth(birth, today, ages, typed.youthAward === 'yes'),
      ...{ languageWish, status, emergencyName: text('emergencyName') },
      ...{ emergencyPhone: text('emergencyPhone'), emergencyRelationship: text('emergencyRelationship') },
      ...{ referralSource: text('referralSource'), pilot: text('pilot') },
    },
  }
}

const tidyLines = (text: string): string | null =>
  text
    .split(/\r?\n/)
    .map(tidyName)
    .filter((line) => line !== '')
    .join('\n') || null

const readBirth = (
  typed: TypedRecord,
  today: string,
  faults: Partial<Record<RecordField, RecordFault>>,
): Birth => {
  const year = typed.birthYear.trim()
  const yearFits =
    year === '' || (/^\d{4}$/.test(year) && Number(year) >= firstYear && year <= today.slice(0, 4))
  if (!yearFits) faults.birthYear = 'year-wrong'
  if (typed.birthDate.trim() === '')
    return { date: null, year: year === '' || !yearFits ? null : Number(year) }
  const parsed = parseDate(typed.birthDate, 'day-first')
  const date = parsed.ok ? parsed.value.date : undefined
  if (date === undefined || Number(date.slice(0, 4)) < firstYear) faults.birthDate = 'date-wrong'
  else if (date > today) faults.birthDate = 'date-in-future'
  else if (year !== '' && yearFits && date.slice(0, 4) !== year) faults.birthYear = 'year-differs'
  return { date: date ?? null, year: date === undefined ? null : Number(date.slice(0, 4)) }
}
