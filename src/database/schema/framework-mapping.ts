import type { Strength } from '../../frameworks/model'

/** A role or a badge of a service gives practice in an item; a row that was removed stays as history. */
export type FrameworkMappingTable = {
  organisation_id: string
  id: string
  /** Either a role or a badge. */
  role_id: string | null
  badge_code: string | null
  framework: string
  framework_version: string
  item_code: string
  strength: Strength
  added_by: string
  added_at: Date
  removed_by: string | null
  removed_at: Date | null
}
