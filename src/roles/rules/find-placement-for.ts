import type { Placement } from '../placements/model'

type Dated = Pick<Placement, 'roleId' | 'branchId' | 'startsOn' | 'endsOn'>

/**
 * The placement of somebody that covers a role on a day (YYYY-MM-DD, first and last day included), at a branch where one
 * is given. One at that branch comes before one that holds at any; then the one that started last.
 */
export const findPlacementFor = <P extends Dated>(
  placements: readonly P[],
  roleId: string,
  branchId: string | null,
  localDate: string,
): P | undefined => {
  const fits = placements.filter(
    (one) =>
      one.roleId === roleId &&
      (branchId === null || one.branchId === null || one.branchId === branchId) &&
      one.startsOn <= localDate &&
      (one.endsOn === null || localDate <= one.endsOn),
  )
  const rank = (one: P) => (one.branchId === branchId ? '1' : '0') + one.startsOn
  return [...fits].sort((a, b) => (rank(a) < rank(b) ? 1 : rank(a) > rank(b) ? -1 : 0))[0]
}
