import type { JSONColumnType } from 'kysely'

/** How a service gives access to its systems, with nobody identifiable, as it was published. */
export type PatternCardTable = {
  organisation_id: string
  id: string
  lines: JSONColumnType<{ system: string; dataClass: string; level: string; people: string }[]>
  /** How long the training holds that comes before. */
  training_months: number | null
  review_months: number
  published_by: string
  published_at: Date
}
