/** Somebody took a training module. */
export type TrainingRecordTable = {
  organisation_id: string
  id: string
  person_id: string
  /** Code of the module. */
  module: string
  /** YYYY-MM-DD. */
  completed_on: string
  /** YYYY-MM-DD, the first day on which it no longer holds. */
  expires_on: string | null
  /** Per cent; null for modules without a score. */
  score: number | null
  passed: boolean
  recorded_by: string
  recorded_at: Date
}
