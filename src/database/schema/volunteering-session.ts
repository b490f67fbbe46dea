import type { Generated } from 'kysely'

/**
 * The ledger of hours: one piece of volunteering a row. Facts never change (a trigger refuses it);
 * only the status does, and every change of it is a session_event.
 */
export type VolunteeringSessionTable = {
  organisation_id: string
  id: string
  person_id: string
  role_id: string
  branch_id: string | null
  /** The calendar day in the session's own time zone on which it began, YYYY-MM-DD. */
  local_date: string
  /** Instants, where the record has clock times; both or neither. */
  started_at: Date | null
  ended_at: Date | null
  /** IANA zone of the place, such as Europe/London. */
  time_zone: string
  /** Elapsed minutes, whole. */
  minutes: number
  status: Generated<SessionStatus>
  source: 'import' | 'self' | 'kiosk'
  import_id: string | null
  note: string | null
  recorded_at: Generated<Date>
}

export type SessionStatus = 'submitted' | 'approved' | 'disputed' | 'void'
