import { type Scope, withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { revokeAward } from '../status/actions'
import { insertErased, listHeld } from './store'

/** Takes back every badge that a person holds. Those that are taken back already stay so. */
export const revokeAllOf = async (
  deps: Deps,
  organisationId: string,
  personId: string,
  decision: { readonly reason: string; readonly actor: string },
): Promise<void> => {
  const held = await withOrganisation(deps.db, organisationId, (scope) => listHeld(scope, personId))
  for (const awardId of held) await revokeAward(deps, organisationId, awardId, decision)
}

/**
 * Keeps of a person's awards, within the caller's transaction, what answers whether each holds: its id, achievement,
 * day of issue, state, and its place in a list. Gives how many there were.
 */
export const keepErasedAwards = (scope: Scope, personId: string): Promise<number> =>
  insertErased(scope, personId)
