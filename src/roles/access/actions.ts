import { recordAudit } from '../../audit/actions'
import type { AuditEvent } from '../../audit/model'
import { type Scope, withOrganisation, withPublicRead } from '../../database/scope'
import type { Deps } from '../../deps'
import { localDateOf } from '../../hours/rules/local-date-of'
import { ProblemError, type Result } from '../../problems'
import { lockPlacement } from '../placements/store'
import { addMonths } from '../rules/add-months'
import { buildPatternLines } from '../rules/build-pattern-lines'
import { checkAccess, nextReview, reviewMonths } from '../rules/check-access'
import { accessModule, findTrainingModule } from '../rules/find-training-module'
import { isUuid } from '../rules/is-uuid'
import type { AccessEntry, AccessFault, AccessPage, AccessRow, PatternCard, RevokeReason } from './model'
import * as store from './store'

/** What is due within so many months is shown before it is. */
const WARNING_MONTHS = 1

/** A page of who may use which system: what holds now, or what has ended. Throws `bad-request` for a place that is none. */
export const listAccess = async (
  deps: Deps,
  organisationId: string,
  query: { readonly part: 'now' | 'ended'; readonly after?: string; readonly limit: number },
): Promise<AccessPage> => {
  const { part, after, limit } = query
  if (after !== undefined && !isUuid(after)) throw new ProblemError('bad-request')
  const today = localDateOf(deps.clock.now())
  const found = await withOrganisation(deps.db, organisationId, (scope) =>
    store.selectPage(scope, { part, today, after, limit: limit + 1 }),
  )
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return { rows, ...(found.length > limit && last !== undefined ? { next: last.id } : {}) }
}

/** All access that a placement ever had, the newest first. */
export const accessOfPlacement = (
  deps: Deps,
  organisationId: string,
  placementId: string,
): Promise<AccessRow[]> =>
  isUuid(placementId)
    ? withOrganisation(deps.db, organisationId, (scope) => store.selectOfPlacement(scope, placementId))
    : Promise.resolve([])

/** How much access is to be looked at or ends within a month, and the first day of those. */
export const countAccessDue = (
  deps: Deps,
  organisationId: string,
): Promise<{ count: number; first: string | null }> => {
  const today = localDateOf(deps.clock.now())
  const before = addMonths(today, WARNING_MONTHS)
  return withOrganisation(deps.db, organisationId, (scope) => store.countDue(scope, { today, before }))
}

const audit = (
  deps: Deps,
  scope: Scope,
  actor: string,
  action: AuditEvent['action'],
  accessId: string,
  detail: AuditEvent['detail'] = {},
) =>
  recordAudit(scope, {
    ...{ id: deps.random.uuid(), actor, action, subjectType: 'access', subjectId: accessId, detail },
  })

/** Gives the volunteer of a placement access to a system, or says what stands against it. Throws `not-found`. */
export const grantAccess = (
  deps: Deps,
  organisationId: string,
  placementId: string,
  entry: AccessEntry,
  actor: string,
): Promise<Result<string, readonly AccessFault[]>> => {
  if (!isUuid(placementId)) throw new ProblemError('not-found')
  const today = localDateOf(deps.clock.now())
  return withOrganisation(deps.db, organisationId, async (scope) => {
    // The placement is locked, so that it does not end meanwhile and leave this behind.
    const placement = await lockPlacement(scope, placementId)
    if (placement === undefined) throw new ProblemError('not-found')
    const { personId } = placement
    const training = await store.findTraining(scope, personId, accessModule, today)
    const own = await store.isOwn(scope, personId, actor.toLowerCase())
    const checked = checkAccess(entry, { placement, training, own }, today)
    if (!checked.ok) return checked
    const id = deps.random.uuid()
    if (!(await store.insertAccess(scope, { id, placementId, personId }, checked.value, actor)))
      return { ok: false, reason: [{ field: 'system', reason: 'already-granted' }] }
    const { dataClass, level } = checked.value
    await audit(deps, scope, actor, 'access.granted', id, { dataClass, level })
    return { ok: true, value: id }
  })
}

/** Says that access was looked at and is still needed. Throws `not-found` where it does not hold. */
export const reviewAccess = (
  deps: Deps,
  organisationId: string,
  accessId: string,
  actor: string,
): Promise<void> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    const access = isUuid(accessId) ? await store.lockAccess(scope, accessId) : undefined
    if (access === undefined) throw new ProblemError('not-found')
    if (await store.isOwn(scope, access.personId, actor.toLowerCase()))
      throw new ProblemError('not-permitted')
    const today = localDateOf(deps.clock.now())
    await store.updateReview(scope, accessId, nextReview(today, access.expiresOn))
    await audit(deps, scope, actor, 'access.reviewed', accessId)
  })

/** Takes access away. Taken away before, it stays as it was. Throws `not-found`. */
export const revokeAccess = (
  deps: Deps,
  organisationId: string,
  accessId: string,
  reason: RevokeReason,
  actor: string,
): Promise<void> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    const access = isUuid(accessId) ? await store.lockAccess(scope, accessId) : undefined
    if (access === undefined) throw new ProblemError('not-found')
    await store.updateRevoked(scope, accessId, { actor, at: deps.clock.now(), reason })
    await audit(deps, scope, actor, 'access.revoked', accessId, { reason })
  })

/** Publishes how the service gives access, with nobody identifiable: a copy of how it stands now. */
export const publishCard = (deps: Deps, organisationId: string, actor: string): Promise<void> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    const at = deps.clock.now()
    const lines = buildPatternLines(await store.selectActive(scope, localDateOf(at)))
    const trainingMonths = findTrainingModule(accessModule)?.validMonths ?? null
    const id = deps.random.uuid()
    await store.insertCard(scope, id, { lines, trainingMonths, reviewMonths }, { actor, at })
    await audit(deps, scope, actor, 'access.card-published', id)
  })

/** The card that a service published last. */
export const findPatternCard = (deps: Deps, organisationId: string): Promise<PatternCard | undefined> =>
  withPublicRead(deps.db, (scope) => store.findCard(scope, organisationId))
