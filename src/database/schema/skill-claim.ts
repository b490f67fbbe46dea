import type { Generated } from 'kysely'
import type { ClaimState, ClaimStatus } from '../../skills/model'

/** A skill that a volunteer says they have, in their own words. */
export type SkillClaimTable = {
  organisation_id: string
  id: string
  person_id: string
  title: string
  /** Where and how they used it. */
  context: Generated<string>
  role_id: string | null
  status: Generated<ClaimStatus>
  state: Generated<ClaimState>
  /** The place of its last event. */
  sequence: Generated<number>
  created_at: Date
  changed_at: Date
}
