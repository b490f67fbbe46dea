import { toProblem } from '../database/errors'
import { withOrganisation } from '../database/scope'
import type { Deps } from '../deps'
import type { NewRole, Role } from './model'
import { insertRole, selectRoles } from './store'

export const listRoles = (deps: Deps, organisationId: string): Promise<Role[]> =>
  withOrganisation(deps.db, organisationId, selectRoles)

/** Adds a role to a service. Gives its id; throws `duplicate` when the title is taken. */
export const addRole = async (deps: Deps, organisationId: string, role: NewRole): Promise<string> => {
  const id = deps.random.uuid()
  try {
    await withOrganisation(deps.db, organisationId, (scope) => insertRole(scope, id, role))
  } catch (error) {
    throw toProblem(error)
  }
  return id
}
