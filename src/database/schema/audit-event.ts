import type { Generated, JSONColumnType } from 'kysely'

/** Who did what to what: only ever added to. */
export type AuditEventTable = {
  organisation_id: string
  id: string
  at: Generated<Date>
  /** E-mail address of the member, or `system` or `command line`. */
  actor: string
  action: string
  subject_type: string
  subject_id: string
  detail: JSONColumnType<Record<string, string | number>>
}
