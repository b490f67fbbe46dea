import { setStatusPlace } from '../../awards/status-lists/places'
import { withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { listPlaces } from './store'

/** Takes back every record that was signed for a person's programmes. Doing it again changes nothing. */
export const revokeRecordsOf = (
  deps: Deps,
  organisationId: string,
  personId: string,
  reason: string,
): Promise<void> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    const at = deps.clock.now()
    for (const place of await listPlaces(scope, personId)) await setStatusPlace(scope, place, { reason, at })
  })
