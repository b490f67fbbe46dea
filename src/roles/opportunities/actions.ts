import { recordAudit } from '../../audit/actions'
import { type Scope, withOrganisation, withPublicRead } from '../../database/scope'
import type { Deps } from '../../deps'
import { localDateOf } from '../../hours/rules/local-date-of'
import { ProblemError, type Result } from '../../problems'
import * as applicationStore from '../applications/store'
import { isUuid } from '../rules/is-uuid'
import { readOpportunity } from '../rules/read-opportunity'
import { lockRole } from '../store'
import type {
  Application,
  KnownPerson,
  Opportunity,
  OpportunityEntry,
  OpportunityFault,
  OpportunityPage,
  OpportunityRow,
  PublicRole,
} from './model'
import * as store from './store'

const todayOf = (deps: Deps) => localDateOf(deps.clock.now())

/** A page of the opportunities of a service, the newest first. Throws `bad-request` for a place that is none. */
export const listOpportunities = async (
  deps: Deps,
  organisationId: string,
  query: { readonly after?: string; readonly limit: number },
): Promise<OpportunityPage> => {
  const { after, limit } = query
  if (after !== undefined && !isUuid(after)) throw new ProblemError('bad-request')
  const found = await withOrganisation(deps.db, organisationId, (scope) =>
    store.selectPage(scope, { today: todayOf(deps), after, limit: limit + 1 }),
  )
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return { rows, ...(found.length > limit && last !== undefined ? { next: last.id } : {}) }
}

/** How many applications wait for an answer. */
export const countApplications = (deps: Deps, organisationId: string): Promise<number> =>
  withOrganisation(deps.db, organisationId, applicationStore.countSent)

/**
 * An opportunity with a page of its applications, the oldest first, each with the people of the service who have the same
 * address. Throws `not-found`, and `bad-request` for a place that is none.
 */
export const getOpportunity = async (
  deps: Deps,
  organisationId: string,
  opportunityId: string,
  query: { readonly after?: string; readonly limit: number },
): Promise<{
  opportunity: OpportunityRow
  applications: readonly (Application & { readonly known: readonly KnownPerson[] })[]
  next?: string
}> => {
  const { after, limit } = query
  if (!isUuid(opportunityId)) throw new ProblemError('not-found')
  if (after !== undefined && !isUuid(after)) throw new ProblemError('bad-request')
  return withOrganisation(deps.db, organisationId, async (scope) => {
    const opportunity = await store.findRow(scope, opportunityId, todayOf(deps))
    if (opportunity === undefined) throw new ProblemError('not-found')
    const found = await applicationStore.selectSent(scope, opportunityId, { after, limit: limit + 1 })
    const shown = found.slice(0, limit)
    const emails = shown.flatMap(({ email }) => email ?? [])
    const known = await applicationStore.selectKnown(scope, emails)
    const applications = shown.map((one) => ({ ...one, known: known.get(one.email ?? '') ?? [] }))
    const last = shown.at(-1)
    return { opportunity, applications, ...(found.length > limit && last ? { next: last.id } : {}) }
  })
}

/** Opens a published role at a branch to applications, or says what is wrong. */
export const publishOpportunity = async (
  deps: Deps,
  organisationId: string,
  entry: OpportunityEntry,
  actor: string,
): Promise<Result<string, readonly OpportunityFault[]>> => {
  const at = deps.clock.now()
  const read = readOpportunity(entry, localDateOf(at))
  if (!read.ok) return read
  const id = deps.random.uuid()
  return withOrganisation(deps.db, organisationId, async (scope) => {
    const faults = await faultsOf(scope, read.value)
    if (faults.length > 0) return { ok: false, reason: faults }
    await store.insertOpportunity(scope, id, read.value, { actor, at })
    await recordAudit(scope, {
      ...{ id: deps.random.uuid(), actor, action: 'opportunity.published', subjectType: 'opportunity' },
      ...{ subjectId: id, detail: { role: read.value.roleId, capacity: read.value.capacity } },
    })
    return { ok: true, value: id }
  })
}

const faultsOf = async (
  scope: Scope,
  { roleId, branchId }: { readonly roleId: string; readonly branchId: string | null },
): Promise<OpportunityFault[]> => {
  // The role is locked, so that it is not taken back meanwhile.
  const role = await lockRole(scope, roleId)
  return [
    ...(role?.state === 'published' ? [] : [{ field: 'roleId', reason: 'role-not-published' } as const]),
    ...(branchId === null || (await store.hasBranch(scope, branchId))
      ? []
      : [{ field: 'branchId', reason: 'branch-unknown' } as const]),
  ]
}

/** Closes an opportunity; closed before, it stays so. Throws `not-found`. */
export const closeOpportunity = async (
  deps: Deps,
  organisationId: string,
  opportunityId: string,
  actor: string,
): Promise<void> => {
  if (!isUuid(opportunityId)) throw new ProblemError('not-found')
  await withOrganisation(deps.db, organisationId, async (scope) => {
    if ((await store.lockOpportunity(scope, opportunityId, todayOf(deps))) === undefined)
      throw new ProblemError('not-found')
    if (!(await store.updateClosed(scope, opportunityId))) return
    await recordAudit(scope, {
      ...{ id: deps.random.uuid(), actor, action: 'opportunity.closed', subjectType: 'opportunity' },
      subjectId: opportunityId,
    })
  })
}

/** The published roles of a service with what is open in each, for anybody. */
export const listPublishedRoles = (
  deps: Deps,
  organisationId: string,
): Promise<readonly { readonly role: PublicRole; readonly opportunities: readonly Opportunity[] }[]> =>
  withPublicRead(deps.db, async (scope) => {
    const roles = await store.selectPublished(scope, organisationId, undefined)
    const open = Map.groupBy(
      await store.selectOpen(scope, organisationId, todayOf(deps)),
      ({ roleId }) => roleId,
    )
    return roles
      .map((role) => ({ role, opportunities: open.get(role.id) ?? [] }))
      .sort((one, other) => Number(other.opportunities.length > 0) - Number(one.opportunities.length > 0))
  })

export type PublishedRole = {
  readonly role: PublicRole
  readonly opportunities: readonly Opportunity[]
  /** Version of the position statement that it conforms to. */
  readonly statement: string | null
}

/** A published role with what is open in it, for anybody. Throws `not-found`. */
export const getPublishedRole = (
  deps: Deps,
  organisationId: string,
  roleId: string,
): Promise<PublishedRole> => {
  if (!isUuid(roleId)) throw new ProblemError('not-found')
  return withPublicRead(deps.db, async (scope) => {
    const [role] = await store.selectPublished(scope, organisationId, roleId)
    if (role === undefined) throw new ProblemError('not-found')
    const open = await store.selectOpen(scope, organisationId, todayOf(deps))
    const statement = await store.findConforming(scope, organisationId, roleId)
    return { role, statement, opportunities: open.filter((one) => one.roleId === roleId) }
  })
}
