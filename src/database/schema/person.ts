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
  /** Lower case; null for those without e-mail. Two people may share one. */
  email: string | null
  /** Year of birth, where it is known. */
  birth_year: number | null
  /** YYYY-MM-DD, only where a rule needs the day; its year is `birth_year`. */
  birth_date: string | null
  contact_language: 'en' | 'cy'
  status: Generated<'active' | 'ended'>
  created_at: Generated<Date>
}
