import type { Generated, JSONColumnType } from 'kysely'
import type { DofeLevel, DofeSection, ProgrammeDetails } from '../../dofe/model'

/** One section of one level of a youth award, as it is planned. */
export type DofeProgrammeTable = {
  organisation_id: string
  id: string
  person_id: string
  /** Edition of the rules, such as 2026-11. */
  rules: string
  level: DofeLevel
  section: DofeSection
  date_of_birth: string
  /** From this day sessions of the section count by themselves. */
  planned_first: string
  details: JSONColumnType<ProgrammeDetails>
  /** What the assessor sees of the name. */
  shown_name: Generated<'first' | 'full'>
  /** E-mail address of the member. */
  created_by: string
  created_at: Date
  ended_at: Date | null
}
