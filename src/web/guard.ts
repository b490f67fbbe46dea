import type { Context } from 'hono'
import { getOrganisationBySlug } from '../organisations/actions'
import type { Membership, MembershipRole, Organisation, Permission, Reach } from '../organisations/model'
import { allows } from '../organisations/rules/permits'
import { reachOf } from '../organisations/rules/reach-of'
import { ProblemError } from '../problems'
import type { AppEnv, Viewer } from './app-env'

/** Throws `sign-in-needed`. */
export const requireViewer = (c: Context<AppEnv>): Viewer => {
  const { viewer } = c.var
  if (viewer === undefined) throw new ProblemError('sign-in-needed')
  return viewer
}

export type Permitted = {
  readonly organisation: Organisation
  readonly membership: Membership
  /** Where they act; everywhere where any of their memberships does. */
  readonly reach: Reach
  /** E-mail address of the member, as actions record who did something. */
  readonly actor: string
}

/**
 * Lets a member through who may do that in the organisation that the `:slug` of the address names.
 * Throws `sign-in-needed`, `not-found` and `not-permitted`.
 */
export const requirePermission = async (c: Context<AppEnv>, permission: Permission): Promise<Permitted> => {
  const viewer = requireViewer(c)
  const organisation = await getOrganisationBySlug(c.var.deps, c.req.param('slug') ?? '')
  const able = viewer.memberships.filter(
    (one) => one.organisationId === organisation.id && allows(one, permission),
  )
  const membership = able.find((one) => reachOf(one) === 'service') ?? able[0]
  if (membership === undefined) throw new ProblemError('not-permitted')
  return { organisation, membership, reach: reachOf(membership), actor: viewer.email }
}

/** The viewer's own record at the service that the `:slug` of the address names. Throws as `requirePermission` does. */
export const requireOwnRecord = async (
  c: Context<AppEnv>,
  permission: Permission,
): Promise<Permitted & { readonly personId: string }> => {
  const permitted = await requirePermission(c, permission)
  const { personId } = permitted.membership
  if (personId === null) throw new ProblemError('not-permitted')
  return { ...permitted, personId }
}

export type OwnRecord = { readonly organisationId: string; readonly personId: string }

/**
 * The records that are the viewer's own or looked after by them, one for each service: where there are several, the one
 * that was chosen last. Throws as above.
 */
export const requireOwnRecords = (
  c: Context<AppEnv>,
): { readonly viewer: Viewer; readonly records: readonly OwnRecord[] } => {
  const viewer = requireViewer(c)
  const all = recordsOf(viewer, 'record:read-own')
  const records = all.filter(
    (one, place) => all.findIndex(({ organisationId }) => organisationId === one.organisationId) === place,
  )
  if (records.length === 0) throw new ProblemError('not-permitted')
  return { viewer, records }
}

/** Every record that somebody may do that with, the one that was chosen last first. */
export const recordsOf = (
  viewer: Viewer,
  permission: Permission,
): (OwnRecord & { readonly role: MembershipRole })[] =>
  viewer.memberships.flatMap((membership) => {
    const { organisationId, personId, role } = membership
    return allows(membership, permission) && personId !== null ? [{ organisationId, personId, role }] : []
  })
