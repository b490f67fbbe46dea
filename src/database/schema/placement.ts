/** Somebody has a role, at a branch, from a day to a day. */
export type PlacementTable = {
  organisation_id: string
  id: string
  person_id: string
  role_id: string
  /** Null where the role is done at any branch or from home. */
  branch_id: string | null
  /** YYYY-MM-DD. */
  starts_on: string
  /** The last day; null while no end is planned. */
  ends_on: string | null
  supervisor_name: string
  supervisor_email: string | null
  opportunity_id: string | null
  /** Set when somebody ended it. */
  end_reason:
    | 'finished'
    | 'own-choice'
    | 'work-or-study'
    | 'moved-away'
    | 'role-ended'
    | 'service-decision'
    | 'other'
    | null
  ended_by: string | null
  created_by: string
  created_at: Date
}
