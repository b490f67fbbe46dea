import type { Generated } from 'kysely'

/** A published role at a branch, open to applications. */
export type OpportunityTable = {
  organisation_id: string
  id: string
  role_id: string
  /** Null where the role is done from anywhere. */
  branch_id: string | null
  /** How many people there is room for. */
  capacity: number
  /** YYYY-MM-DD, that day included. */
  apply_until: string
  starts_on: string
  ends_on: string | null
  /** When it takes place, in the service's words. */
  times: string | null
  state: Generated<'open' | 'closed'>
  created_by: string
  created_at: Date
}
