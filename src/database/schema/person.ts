import type { Generated } from 'kysely'

/** A volunteer of a service. Demographics are never kept here. */
export type PersonTable = {
  organisation_id: string
  id: string
  /** The number that the service's own volunteer system uses. */
  external_reference: string | null
  /** The name as the person writes it, in Unicode NFC; one word is allowed. */
  preferred_name: string
  /** preferred_name folded for search: lower case, no accents. */
  search_name: string
  /** The other names, folded for search; null where there are none. */
  search_more: string | null
  legal_name: string | null
  /** BCP 47 tag of the language that the name is in. */
  name_language: string | null
  /** ISO 15924 code of the script of the preferred name. */
  name_script: string | null
  /** The preferred name in Latin letters. */
  romanised_name: string | null
  /** Lower case; null for those without e-mail. Two people may share one. */
  email: string | null
  /** Year of birth, where it is known. */
  birth_year: number | null
  /** YYYY-MM-DD, only where a rule needs the day; its year is `birth_year`. */
  birth_date: string | null
  phone: string | null
  postal_address: string | null
  emergency_name: string | null
  emergency_phone: string | null
  emergency_relationship: string | null
  /** The language that they are written to in. */
  contact_language: 'en' | 'cy'
  /** What they said when they were asked; unknown means Welsh as well in a service that puts Welsh first. */
  language_wish: Generated<'en' | 'cy' | 'unknown'>
  /** Who asked, by e-mail address, and when; null where nobody did. */
  language_asked_by: string | null
  language_asked_at: Date | null
  /** How they heard of volunteering, and the recruitment pilot that they belong to. */
  referral_source: string | null
  pilot: string | null
  status: Generated<'applicant' | 'active' | 'paused' | 'ended'>
  /** Counts the changes of the record, so that nobody overwrites another's. */
  revision: Generated<number>
  created_at: Generated<Date>
}
