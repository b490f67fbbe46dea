import type { Generated } from 'kysely'

/** What happened to a session and who did it: only ever added to. */
export type SessionEventTable = {
  organisation_id: string
  id: string
  session_id: string
  at: Generated<Date>
  kind: 'submitted' | 'approved' | 'disputed' | 'voided'
  /** E-mail address of the member who did it, or `system`. */
  actor: string
  reason: string | null
}
