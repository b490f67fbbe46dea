import type { Scope } from '../../database/scope'
import { deleteApplicationsFrom } from './store'

/**
 * Deletes what somebody wrote to apply for roles, in whatever state, within the caller's transaction. What was accepted
 * goes with its placement. Of an address that others share, only what is under the name given.
 */
export const forgetApplications = (
  scope: Scope,
  from: { readonly email: string; readonly name?: string },
): Promise<void> => deleteApplicationsFrom(scope, from.email, from.name)
