import type { Placement } from '../placements/model'
import { findPlacementFor } from './find-placement-for'

/**
 * Whether hours in a role fall before or after every placement that somebody has in it (rule HR-03). Of a role without
 * any placement nothing can be said, so nothing is outside. The branch does not matter: people help out elsewhere.
 */
export const isOutsidePlacements = (
  placements: readonly Pick<Placement, 'roleId' | 'branchId' | 'startsOn' | 'endsOn'>[],
  roleId: string,
  localDate: string,
): boolean =>
  placements.some((one) => one.roleId === roleId) &&
  findPlacementFor(placements, roleId, null, localDate) === undefined
