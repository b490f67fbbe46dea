/** A decision on where a role stands between volunteers and staff; only ever added to. */
export type BoundaryRecordTable = {
  organisation_id: string
  id: string
  role_id: string
  task_class: 'value-added' | 'supervised-operational' | 'staff-only' | 'governance'
  rationale: string
  /** The position statement that the decision conforms to. */
  statement_version: string | null
  /** YYYY-MM-DD; it holds until a later one does. */
  in_force_from: string
  /** YYYY-MM-DD. */
  review_on: string
  /** Name of the person who decided. */
  decided_by: string
  recorded_by: string
  recorded_at: Date
}
