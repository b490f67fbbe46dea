import type { Generated, JSONColumnType } from 'kysely'

/** A volunteer role of a service, mapped to the national role catalogue. */
export type RoleTable = {
  organisation_id: string
  id: string
  /** RO-01 to RO-22. */
  national_code: string
  title_en: string
  title_cy: string | null
  /** The class of the newest boundary record; the national proposal while there is none. */
  boundary_class: 'value-added' | 'supervised-operational' | 'staff-only' | 'governance'
  /** Codes of the skills that the role practises. */
  skills: JSONColumnType<string[], string | undefined, string>
  /** Adopted: used in the service; published: anybody can read it; retired: no new placements. */
  state: Generated<'adopted' | 'published' | 'retired'>
  summary_en: string | null
  summary_cy: string | null
  tasks_en: JSONColumnType<string[], string | undefined, string>
  tasks_cy: JSONColumnType<string[], string | undefined, string>
  delivery_modes: JSONColumnType<string[], string | undefined, string>
  /** Codes of the Universal Library Offers that the role serves. */
  offers: JSONColumnType<string[], string | undefined, string>
  /** In years; null where anybody may volunteer. */
  minimum_age: number | null
  age_reason_en: string | null
  age_reason_cy: string | null
  /** The member of staff who supervises. */
  supervisor_name: string | null
  supervisor_email: string | null
  /** Training modules, by their codes; null while nobody has decided, empty where none is needed. */
  training_needed: JSONColumnType<string[] | null, string | null | undefined, string | null>
  /** The checklist of the first weeks: id, English, Welsh. */
  induction: JSONColumnType<{ id: string; en: string; cy: string | null }[], string | undefined, string>
  budget_code: string | null
}
