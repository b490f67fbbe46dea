import { recordAudit } from '../../audit/actions'
import { withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { getBadgeDefinition } from '../actions'
import { selectPausable, upsertPausable } from './store'

/** Whether awards of a badge that the organisation issues from now on can be suspended. */
export const isPausable = (deps: Deps, organisationId: string, code: string): Promise<boolean> =>
  withOrganisation(deps.db, organisationId, (scope) => selectPausable(scope, code))

/**
 * Chooses whether awards of a badge can be suspended. It counts for those issued from then on: what an award can
 * become is in its signed credential. Throws `not-found` for an unknown badge.
 */
export const setPausable = async (
  deps: Deps,
  organisationId: string,
  code: string,
  choice: { readonly pausable: boolean; readonly actor: string },
): Promise<void> => {
  const { id } = getBadgeDefinition(code)
  await withOrganisation(deps.db, organisationId, async (scope) => {
    const changed = await upsertPausable(scope, id, choice.pausable)
    if (!changed) return
    await recordAudit(scope, {
      id: deps.random.uuid(),
      actor: choice.actor,
      action: 'badge.pausable-set',
      subjectType: 'badge',
      subjectId: id,
      detail: { pausable: String(choice.pausable) },
    })
  })
}
