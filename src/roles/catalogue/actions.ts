import { recordAudit } from '../../audit/actions'
import type { AuditEvent } from '../../audit/model'
import { toProblem } from '../../database/errors'
import { type Scope, withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { localDateOf } from '../../hours/rules/local-date-of'
import { ProblemError, type Result } from '../../problems'
import type { RoleDetails, RoleState } from '../model'
import { findNationalRole, nationalInduction, nationalRoles } from '../rules/find-national-role'
import { isUuid } from '../rules/is-uuid'
import { readDbsDecision, readRole } from '../rules/read-role'
import type { Readiness } from '../rules/readiness-of'
import { findRole, insertRole, lockRole, selectRoleDetails, updateRole, updateRoleState } from '../store'
import type { CatalogueRow, DbsDecision, DbsEntry, RoleEntry, RoleFault } from './model'
import { readReadiness, settlePublished } from './settle-published'
import * as store from './store'

const audit = (
  deps: Deps,
  scope: Scope,
  actor: string,
  action: AuditEvent['action'],
  roleId: string,
  detail: AuditEvent['detail'] = {},
) =>
  recordAudit(scope, {
    id: deps.random.uuid(),
    actor,
    action,
    subjectType: 'role',
    subjectId: roleId,
    detail,
  })

/** The roles of a service in full, in the order of the national catalogue. */
export const listRoleDetails = (deps: Deps, organisationId: string): Promise<RoleDetails[]> =>
  withOrganisation(deps.db, organisationId, selectRoleDetails)

/** The national catalogue with what a service does with each of its roles. */
export const listCatalogue = (deps: Deps, organisationId: string): Promise<CatalogueRow[]> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    const roles = Map.groupBy(await selectRoleDetails(scope), ({ nationalCode }) => nationalCode)
    const hidden = await store.selectHidden(scope)
    return nationalRoles.map(({ code }) => ({ code, hidden: hidden.has(code), roles: roles.get(code) ?? [] }))
  })

/**
 * Takes a role of the national catalogue into a service, under a title of its own where one is given. Gives its id, or
 * says what is wrong. Throws `not-found` for a code that is not in the catalogue.
 */
export const adoptRole = async (
  deps: Deps,
  organisationId: string,
  asked: { readonly code: string; readonly titleEn?: string; readonly titleCy?: string },
  actor: string,
): Promise<Result<string, readonly RoleFault[]>> => {
  const national = findNationalRole(asked.code)
  if (national === undefined) throw new ProblemError('not-found')
  const id = deps.random.uuid()
  const role = {
    ...{ nationalCode: national.code, boundaryClass: national.taskClass },
    titleEn: asked.titleEn?.trim() || national.title.en,
    titleCy: asked.titleCy?.trim() || (asked.titleEn?.trim() ? null : national.title.cy),
  }
  if (role.titleEn.length > 100) return { ok: false, reason: [{ field: 'titleEn', reason: 'too-long' }] }
  const induction = nationalInduction.map((item) => ({ id: deps.random.uuid(), ...item }))
  return refuseTaken(() =>
    withOrganisation(deps.db, organisationId, async (scope) => {
      await insertRole(scope, id, role, induction)
      await store.deleteHidden(scope, national.code)
      await audit(deps, scope, actor, 'role.adopted', id, { code: national.code })
      return { ok: true, value: id }
    }),
  )
}

/** Says of a title that is taken that it is. */
const refuseTaken = async <T>(
  work: () => Promise<Result<T, readonly RoleFault[]>>,
): Promise<Result<T, readonly RoleFault[]>> => {
  try {
    return await work()
  } catch (error) {
    const problem = toProblem(error)
    if (problem instanceof ProblemError && problem.code === 'duplicate')
      return { ok: false, reason: [{ field: 'titleEn', reason: 'title-taken' }] }
    throw problem
  }
}

/**
 * Hides a role of the national catalogue, or shows it again. Throws `not-found` for a code that is not in it, and
 * `conflict` where the service uses a role of it.
 */
export const setHidden = (
  deps: Deps,
  organisationId: string,
  { code, hidden }: { readonly code: string; readonly hidden: boolean },
  actor: string,
): Promise<void> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    if (findNationalRole(code) === undefined) throw new ProblemError('not-found')
    const roles = await selectRoleDetails(scope)
    if (hidden && roles.some((role) => role.nationalCode === code && role.state !== 'retired'))
      throw new ProblemError('conflict')
    if (hidden) await store.insertHidden(scope, code, { actor, at: deps.clock.now() })
    else await store.deleteHidden(scope, code)
    await recordAudit(scope, {
      ...{ id: deps.random.uuid(), actor, action: hidden ? 'role.hidden' : 'role.shown' },
      ...{ subjectType: 'organisation', subjectId: organisationId, detail: { code } },
    })
  })

/** A role with how ready it is and the decisions about its check, the newest last. Throws `not-found`. */
export const getRole = (
  deps: Deps,
  organisationId: string,
  roleId: string,
): Promise<{ role: RoleDetails; readiness: Readiness; decisions: readonly DbsDecision[] }> => {
  if (!isUuid(roleId)) throw new ProblemError('not-found')
  return withOrganisation(deps.db, organisationId, async (scope) => {
    const role = await findRole(scope, roleId)
    if (role === undefined) throw new ProblemError('not-found')
    const decisions = await store.selectDecisions(scope, roleId)
    return { role, decisions, readiness: await readReadiness(deps, scope, role) }
  })
}

const lock = async (scope: Scope, roleId: string): Promise<RoleDetails> => {
  const role = isUuid(roleId) ? await lockRole(scope, roleId) : undefined
  if (role === undefined) throw new ProblemError('not-found')
  return role
}

/** Changes what a service says about a role, or says what is wrong. Throws `not-found`. */
export const changeRole = (
  deps: Deps,
  organisationId: string,
  roleId: string,
  entry: RoleEntry,
  actor: string,
): Promise<Result<string, readonly RoleFault[]>> =>
  refuseTaken(() =>
    withOrganisation(deps.db, organisationId, async (scope) => {
      const role = await lock(scope, roleId)
      const read = readRole(entry, role, () => deps.random.uuid())
      if (!read.ok) return read
      await updateRole(scope, roleId, read.value)
      await audit(deps, scope, actor, 'role.changed', roleId)
      await settlePublished(deps, scope, { ...role, ...read.value }, actor)
      return { ok: true, value: roleId }
    }),
  )

/** Records what somebody decided about the risk and the check of a role, or says what is wrong. Throws `not-found`. */
export const decideCheck = (
  deps: Deps,
  organisationId: string,
  roleId: string,
  entry: DbsEntry,
  actor: string,
): Promise<Result<string, readonly RoleFault[]>> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    const at = deps.clock.now()
    await lock(scope, roleId)
    const read = readDbsDecision(entry, localDateOf(at))
    if (!read.ok) return read
    const id = deps.random.uuid()
    await store.insertDecision(scope, roleId, { ...read.value, id }, { actor, at })
    await audit(deps, scope, actor, 'role.dbs-decided', roleId, { level: read.value.level })
    return { ok: true, value: id }
  })

/**
 * Publishes a role that is ready, takes it back, or retires it. Throws `not-found`, and `conflict` for one that is
 * not ready: its page says what is missing.
 */
export const setRoleState = (
  deps: Deps,
  organisationId: string,
  roleId: string,
  state: RoleState,
  actor: string,
): Promise<void> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    const role = await lock(scope, roleId)
    if (role.state === state) return
    if (state === 'published' && !(await readReadiness(deps, scope, role)).ready)
      throw new ProblemError('conflict', { detail: 'The role is not ready to be published.' })
    await updateRoleState(scope, roleId, state)
    await audit(deps, scope, actor, state === 'published' ? 'role.published' : 'role.retired', roleId, {
      state,
    })
  })
