import type { Generated } from 'kysely'

/** A volunteer role of a service, mapped to the national role catalogue. */
export type RoleTable = {
  organisation_id: string
  id: string
  /** RO-01 to RO-22. */
  national_code: string
  title_en: string
  title_cy: string | null
  boundary_class: 'value-added' | 'supervised-operational' | 'staff-only' | 'governance'
  /** Codes of the skills that the role practises, as a JSON array of strings. */
  skills: Generated<string[]>
}
