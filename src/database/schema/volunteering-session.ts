import type { Generated } from 'kysely'
import type { ClockRule } from '../../hours/model'
import type { Beneficiaries, DeliveryMode, TimeCredit } from '../../hours/sessions/model'

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
  source: 'import' | 'self' | 'kiosk' | 'coordinator'
  import_id: string | null
  note: string | null
  recorded_at: Generated<Date>
  /** What was done, in a few words. */
  activity: string | null
  delivery_mode: Generated<DeliveryMode>
  /** Of the minutes, those spent being trained. */
  training_minutes: Generated<number>
  /** What became of time credits for it. */
  time_credit: Generated<TimeCredit>
  /** How many people it helped, as a band. */
  beneficiaries: Beneficiaries | null
  /** The section of a youth award that it is offered for. */
  dofe_section: 'volunteering' | 'skills' | null
  /** A piece of micro-volunteering: minutes count, rules of badges may leave it out. */
  micro: Generated<boolean>
  /** Which of two readings was taken where the clock showed a time twice, or that the end was assumed; else null. */
  clock_rule: ClockRule | null
  /** The session that this one takes the place of. */
  corrects_id: string | null
}

export type SessionStatus = 'submitted' | 'approved' | 'disputed' | 'void'
