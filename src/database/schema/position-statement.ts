/** A version of the position statement on volunteers and staff that a service follows. */
export type PositionStatementTable = {
  organisation_id: string
  version: string
  title: string
  url: string | null
  /** YYYY-MM-DD. */
  in_force_from: string
  recorded_by: string
  recorded_at: Date
}
