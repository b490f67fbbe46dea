import { bytesToHex } from '@noble/hashes/utils.js'
import { type Scope, withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { MINIMUM_ENTRIES } from '../../openbadges/status-list'
import type { StatusPlace, StatusPurpose } from '../model'
import { allocatePlaces, insertSetPlace } from './store'

/** Takes places in an organisation's status lists that nobody else will be given; what is not used stays unused. */
export const takeStatusPlaces = (
  deps: Deps,
  organisationId: string,
  wanted: { readonly purpose: StatusPurpose; readonly count: number },
): Promise<StatusPlace[]> => {
  const openNext = () => ({
    id: deps.random.uuid(),
    size: MINIMUM_ENTRIES,
    permutationKey: bytesToHex(deps.random.bytes(32)),
  })
  return withOrganisation(deps.db, organisationId, (scope) => allocatePlaces(scope, wanted, openNext))
}

/** Sets the place of a credential that is no award, in the caller's transaction: it is taken back for good. */
export const setStatusPlace = (
  scope: Scope,
  place: StatusPlace,
  deed: { readonly reason: string; readonly at: Date },
): Promise<void> => insertSetPlace(scope, place, deed)
