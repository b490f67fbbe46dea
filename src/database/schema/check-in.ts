/** One coming, and the going that belongs to it. A person is in once at most. */
export type CheckInTable = {
  organisation_id: string
  id: string
  person_id: string
  branch_id: string
  role_id: string
  point_id: string
  started_at: Date
  /** Null while the person is in. */
  ended_at: Date | null
  /** How the end is known: seen at the library, told afterwards, taken from what is usual; or nothing came of it. */
  end_rule: 'seen' | 'told' | 'usual' | 'nothing' | null
  /** The session that it became. */
  session_id: string | null
}
