import { recordAudit } from '../../audit/actions'
import { type Scope, withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { localDateOf } from '../../hours/rules/local-date-of'
import { ProblemError, type Result } from '../../problems'
import { settlePublished } from '../catalogue/settle-published'
import type { RoleDetails } from '../model'
import { findInForce } from '../rules/find-in-force'
import { isUuid } from '../rules/is-uuid'
import { readBoundary, readConsultation, readStatement } from '../rules/read-boundary'
import { isConsulted } from '../rules/readiness-of'
import { reviewReasons } from '../rules/review-reasons'
import { findRole, lockRole, selectRoleDetails, updateRoleClass } from '../store'
import type {
  BoundaryEntry,
  BoundaryFault,
  BoundaryRecord,
  ClassHours,
  Consultation,
  ConsultationEntry,
  PositionStatement,
  RegisterRow,
  StatementEntry,
} from './model'
import * as store from './store'

/** Every role that is in use, with the decision that holds today, the last talk with a union, and what is due. */
export const listRegister = (
  deps: Deps,
  organisationId: string,
): Promise<{ rows: RegisterRow[]; statements: readonly PositionStatement[] }> => {
  const today = localDateOf(deps.clock.now())
  return withOrganisation(deps.db, organisationId, async (scope) => {
    const roles = await selectRoleDetails(scope)
    const records = Map.groupBy(await store.selectRecords(scope, undefined), ({ roleId }) => roleId)
    const talks = Map.groupBy(await store.selectConsultations(scope, undefined), ({ roleId }) => roleId)
    const statements = await store.selectStatements(scope)
    const rows = roles
      .filter(({ state }) => state !== 'retired')
      .map(({ id, nationalCode, titleEn, titleCy, state }): RegisterRow => {
        const record = findInForce(records.get(id) ?? [], today)
        return {
          ...{ roleId: id, nationalCode, titleEn, titleCy, record, published: state === 'published' },
          consultation: talks.get(id)?.at(-1),
          review: reviewReasons(record, statements, today),
        }
      })
    return { rows, statements }
  })
}

/** How many roles have to be looked at again. */
export const countReviews = async (deps: Deps, organisationId: string): Promise<number> => {
  const { rows, statements } = await listRegister(deps, organisationId)
  // A service that keeps no register yet is not reminded of each of its roles.
  const kept = statements.length > 0 || rows.some(({ record }) => record !== undefined)
  return kept ? rows.filter(({ review }) => review.length > 0).length : 0
}

/** All that is on record about the boundary of a role, the newest last. Throws `not-found`. */
export const getBoundary = (
  deps: Deps,
  organisationId: string,
  roleId: string,
): Promise<{
  role: RoleDetails
  records: readonly BoundaryRecord[]
  consultations: readonly Consultation[]
  statements: readonly PositionStatement[]
}> => {
  if (!isUuid(roleId)) throw new ProblemError('not-found')
  return withOrganisation(deps.db, organisationId, async (scope) => {
    const role = await findRole(scope, roleId)
    if (role === undefined) throw new ProblemError('not-found')
    return {
      role,
      records: await store.selectRecords(scope, roleId),
      consultations: await store.selectConsultations(scope, roleId),
      statements: await store.selectStatements(scope),
    }
  })
}

/** The decision about a role that holds today, and whether a union was consulted about it. Throws `not-found`. */
export const boundaryRecordOf = async (
  deps: Deps,
  organisationId: string,
  roleId: string,
): Promise<{ record: BoundaryRecord | undefined; consulted: boolean }> => {
  const { records, consultations } = await getBoundary(deps, organisationId, roleId)
  const record = findInForce(records, localDateOf(deps.clock.now()))
  return { record, consulted: isConsulted(consultations) }
}

const lock = async (scope: Scope, roleId: string): Promise<RoleDetails> => {
  const role = isUuid(roleId) ? await lockRole(scope, roleId) : undefined
  if (role === undefined) throw new ProblemError('not-found')
  return role
}

type Recorded = Result<string, readonly BoundaryFault[]>

/**
 * Records a decision about the boundary of a role, or says what is wrong. A published role that may no longer be is not
 * published any more, in the same transaction. Throws `not-found`.
 */
export const recordBoundary = (
  deps: Deps,
  organisationId: string,
  roleId: string,
  entry: BoundaryEntry,
  actor: string,
): Promise<Recorded> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    const at = deps.clock.now()
    const today = localDateOf(at)
    const role = await lock(scope, roleId)
    const read = readBoundary(entry, await store.selectStatements(scope), today)
    if (!read.ok) return read
    const id = deps.random.uuid()
    await store.insertRecord(scope, { ...read.value, id, roleId }, { actor, at })
    await recordAudit(scope, {
      ...{ id: deps.random.uuid(), actor, action: 'boundary.recorded', subjectType: 'role' },
      ...{ subjectId: roleId, detail: { class: read.value.taskClass, from: read.value.inForceFrom } },
    })
    const now = findInForce(await store.selectRecords(scope, roleId), today)
    if (now !== undefined) await updateRoleClass(scope, roleId, now.taskClass)
    await settlePublished(deps, scope, role, actor)
    return { ok: true, value: id }
  })

/** Records a talk with a union about a role, or says what is wrong. Throws `not-found`. */
export const recordConsultation = (
  deps: Deps,
  organisationId: string,
  roleId: string,
  entry: ConsultationEntry,
  actor: string,
): Promise<Recorded> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    const at = deps.clock.now()
    await lock(scope, roleId)
    const read = readConsultation(entry, localDateOf(at))
    if (!read.ok) return read
    const id = deps.random.uuid()
    await store.insertConsultation(scope, { ...read.value, id, roleId }, { actor, at })
    await recordAudit(scope, {
      ...{ id: deps.random.uuid(), actor, action: 'boundary.consulted', subjectType: 'role' },
      ...{ subjectId: roleId, detail: { body: read.value.body, outcome: read.value.outcome } },
    })
    return { ok: true, value: id }
  })

/** Records a new version of the position statement, or says what is wrong; roles that follow an older one come up for review. */
export const recordStatement = (
  deps: Deps,
  organisationId: string,
  entry: StatementEntry,
  actor: string,
): Promise<Recorded> => {
  const read = readStatement(entry)
  if (!read.ok) return Promise.resolve(read)
  return withOrganisation(deps.db, organisationId, async (scope) => {
    const { version } = read.value
    if (!(await store.insertStatement(scope, read.value, { actor, at: deps.clock.now() })))
      return { ok: false, reason: [{ field: 'version', reason: 'version-taken' }] }
    await recordAudit(scope, {
      ...{
        id: deps.random.uuid(),
        actor,
        action: 'boundary.statement-recorded',
        subjectType: 'organisation',
      },
      ...{ subjectId: organisationId, detail: { version } },
    })
    return { ok: true, value: version }
  })
}

/** Approved hours by class from a day to a day (YYYY-MM-DD), each session under the class in force on its own day. */
export const hoursByClass = (
  deps: Deps,
  organisationId: string,
  period: { readonly from: string; readonly to: string },
): Promise<ClassHours[]> =>
  withOrganisation(deps.db, organisationId, (scope) => store.sumByClass(scope, period))
