import { withOrganisation } from '../database/scope'
import type { Deps } from '../deps'
import { selectActivePeople } from './store'

/** Everyone who volunteers for a service now, by name. */
export const listActivePeople = (deps: Deps, organisationId: string) =>
  withOrganisation(deps.db, organisationId, selectActivePeople)
