import { toProblem } from '../database/errors'
import { type Scope, withOrganisation } from '../database/scope'
import type { Deps } from '../deps'
import type { NewRole, Role } from './model'
import { nationalInduction } from './rules/find-national-role'
import { insertRole, selectRoles } from './store'

export const listRoles = (deps: Deps, organisationId: string): Promise<Role[]> =>
  withOrganisation(deps.db, organisationId, rolesWithin)

export const rolesWithin = (scope: Scope): Promise<Role[]> => selectRoles(scope)

/**
 * Adds a role to a service with what the national catalogue says about it, and the usual checklist of the first weeks.
 * Gives its id; throws `duplicate` when the title is taken.
 */
export const addRole = async (deps: Deps, organisationId: string, role: NewRole): Promise<string> => {
  const id = deps.random.uuid()
  const induction = nationalInduction.map((item) => ({ id: deps.random.uuid(), ...item }))
  try {
    await withOrganisation(deps.db, organisationId, (scope) => insertRole(scope, id, role, induction))
  } catch (error) {
    throw toProblem(error)
  }
  return id
}
