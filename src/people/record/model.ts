import type { Birth } from '../holds/model'
import type { PersonStatus } from '../model'

export const languageWishes = ['en', 'cy', 'unknown'] as const
export type LanguageWish = (typeof languageWishes)[number]

/** What is known of a volunteer; nothing of demographics is ever in it. */
export type PersonRecord = {
  readonly preferredName: string
  readonly legalName: string | null
  /** BCP 47 tag of the language that the name is in. */
  readonly nameLanguage: string | null
  /** ISO 15924 code, told from the letters. */
  readonly nameScript: string | null
  readonly romanisedName: string | null
  readonly externalReference: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly postalAddress: string | null
  readonly birth: Birth
  readonly languageWish: LanguageWish
  readonly emergencyName: string | null
  readonly emergencyPhone: string | null
  readonly emergencyRelationship: string | null
  readonly status: PersonStatus
  readonly referralSource: string | null
  readonly pilot: string | null
}

/** A record as it is kept. */
export type KeptRecord = PersonRecord & {
  readonly id: string
  /** Counts the changes: a form that was shown with an older one is told so. */
  readonly revision: number
  readonly languageAskedBy: string | null
  readonly languageAskedAt: Date | null
}

/** The fields of a record as they are typed; what a form does not have is absent. */
export const recordFields = [
  'preferredName',
  'legalName',
  'nameLanguage',
  'romanisedName',
  'externalReference',
  'email',
  'phone',
  'postalAddress',
  'birthDate',
  'birthYear',
  'youthAward',
  'languageWish',
  'emergencyName',
  'emergencyPhone',
  'emergencyRelationship',
  'status',
  'referralSource',
  'pilot',
] as const
export type RecordField = (typeof recordFields)[number]
export type TypedRecord = Readonly<Record<RecordField, string>>

export type RecordFault =
  | 'name-missing'
  | 'too-long'
  | 'language-unknown'
  | 'romanisation-not-latin'
  | 'email-wrong'
  | 'date-wrong'
  | 'date-in-future'
  | 'year-wrong'
  | 'year-differs'
  | 'choice-missing'
  | 'reference-taken'

export type RecordFaults = Readonly<Partial<Record<RecordField, RecordFault>>>
