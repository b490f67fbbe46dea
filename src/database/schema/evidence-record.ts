import type { Generated } from 'kysely'
import type { EvidenceKind, TrainingModule } from '../../evidence/model'

/** One thing that was seen, counted, decided or written of somebody's volunteering; withdrawn, never changed. */
export type EvidenceRecordTable = {
  organisation_id: string
  id: string
  person_id: string
  kind: EvidenceKind
  /** The badge that it was written for; null where it stands for itself. */
  badge_code: string | null
  /** The day it happened, YYYY-MM-DD. */
  on_day: string
  /** How many people or things it stands for. */
  count: Generated<number>
  /** Of those counted, how many had a fault. */
  faults: Generated<number>
  /** The area of skills that the help was in. */
  area: string | null
  /** Which training; of records of training only. */
  module: TrainingModule | null
  /** Per cent, where something was scored. */
  score: number | null
  note: string | null
  source: 'staff' | 'volunteer'
  /** E-mail address of whoever recorded it. */
  recorded_by: string
  recorded_at: Generated<Date>
  /** The form that it came from: sent again, it is recorded once. */
  request_id: string
  withdrawn_at: Date | null
  withdrawn_by: string | null
}
