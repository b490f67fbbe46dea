import type { Strength } from '../../frameworks/model'

/** A claim is about an item of a framework. */
export type SkillAlignmentTable = {
  organisation_id: string
  claim_id: string
  framework: string
  framework_version: string
  item_code: string
  strength: Strength
  added_by: string
  added_at: Date
}
