import type { Deps } from '../deps'
import { addCheckInPoint, giveNumbers, listCheckInPoints } from '../hours/actions'
import { listBranches } from '../organisations/actions'
import type { Organisation } from '../organisations/model'

/** A poster and a tablet that waits to be linked at the first library, and a number for every volunteer. */
export const addDemoCheckIn = async (
  deps: Deps,
  organisation: Organisation,
  actor: string,
): Promise<void> => {
  const [branch] = await listBranches(deps, organisation.id)
  const made = new Set((await listCheckInPoints(deps, organisation.id)).map(({ kind }) => kind))
  for (const kind of ['poster', 'tablet'] as const) {
    if (branch !== undefined && !made.has(kind))
      await addCheckInPoint(deps, { organisation, actor }, { kind, branchId: branch.id })
  }
  await giveNumbers(deps, organisation.id, actor)
}
