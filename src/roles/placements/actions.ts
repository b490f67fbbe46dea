import { recordAudit } from '../../audit/actions'
import { type Scope, withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { localDateOf } from '../../hours/rules/local-date-of'
import { lockHolds } from '../../people/holds/actions'
import { ProblemError, type Result } from '../../problems'
import { ageFits, type KnownAge, knownAgeOn } from '../rules/age-fits'
import { isDay } from '../rules/is-day'
import { isUuid } from '../rules/is-uuid'
import type {
  EndReason,
  InductionFact,
  InductionLine,
  NewPlacement,
  Placement,
  PlacementFault,
  PlacementFilter,
  PlacementPage,
  PlacementRow,
} from './model'
import * as store from './store'

/** The placements of people, or of everybody in the service, each person's in the order of their start. */
export const placementsOf = (
  deps: Deps,
  organisationId: string,
  personIds?: readonly string[],
): Promise<Placement[]> =>
  withOrganisation(deps.db, organisationId, (scope) => store.selectPlacements(scope, personIds))

/** The placements of people, within a transaction of the caller's. */
export const placementsWithin = (scope: Scope, personIds: readonly string[]): Promise<Placement[]> =>
  store.selectPlacements(scope, personIds)

/** How far the first weeks are in each placement of people, or of everybody in the service. */
export const inductionOf = (
  deps: Deps,
  organisationId: string,
  personIds?: readonly string[],
): Promise<InductionFact[]> =>
  withOrganisation(deps.db, organisationId, (scope) => store.selectInductionFacts(scope, personIds))

/** A page of placements, the newest first. Throws `bad-request` for a place that is none. */
export const listPlacements = async (
  deps: Deps,
  organisationId: string,
  query: { readonly filter: PlacementFilter; readonly after?: string; readonly limit: number },
): Promise<PlacementPage> => {
  const { filter, after, limit } = query
  if (after !== undefined && !isUuid(after)) throw new ProblemError('bad-request')
  if (filter.roleId !== undefined && !isUuid(filter.roleId)) return { placements: [] }
  const today = localDateOf(deps.clock.now())
  const found = await withOrganisation(deps.db, organisationId, (scope) =>
    store.selectPage(scope, { filter, today, after, limit: limit + 1 }),
  )
  const placements = found.slice(0, limit)
  const last = placements.at(-1)
  return { placements, ...(found.length > limit && last !== undefined ? { next: last.id } : {}) }
}

/** What somebody does and did, the newest first, with the names that a page shows. */
export const listPlacementsOf = (
  deps: Deps,
  organisationId: string,
  personId: string,
): Promise<PlacementRow[]> =>
  withOrganisation(deps.db, organisationId, (scope) => store.selectRowsOf(scope, personId))

/** A placement with its checklist. Throws `not-found`. */
export const getPlacement = async (
  deps: Deps,
  organisationId: string,
  placementId: string,
): Promise<{ placement: PlacementRow; induction: readonly InductionLine[] }> => {
  if (!isUuid(placementId)) throw new ProblemError('not-found')
  return withOrganisation(deps.db, organisationId, async (scope) => {
    const placement = await store.findRow(scope, placementId)
    if (placement === undefined) throw new ProblemError('not-found')
    return { placement, induction: await store.selectInduction(scope, placementId) }
  })
}

/** Gives somebody a role, from a day on, or says what stands against it. */
export const startPlacement = (
  deps: Deps,
  organisationId: string,
  asked: NewPlacement,
  actor: string,
): Promise<Result<string, readonly PlacementFault[]>> =>
  withOrganisation(deps.db, organisationId, (scope) => startPlacementWithin(deps, scope, asked, { actor }))

/**
 * As `startPlacement`, within a transaction of the caller's; `age` is what somebody said of their own. Nobody gives or
 * takes back a consent of theirs until the transaction ends. A `newcomer` was added by it: whoever has to agree for
 * them cannot have been asked yet, and until they have answered nothing of theirs is approved.
 */
export const startPlacementWithin = async (
  deps: Deps,
  scope: Scope,
  asked: NewPlacement,
  by: { readonly actor: string; readonly age?: KnownAge; readonly newcomer?: boolean },
): Promise<Result<string, readonly PlacementFault[]>> => {
  const ids = [asked.personId, asked.roleId, ...(asked.branchId === null ? [] : [asked.branchId])]
  const unread = faultsOfForm(asked)
  if (unread.length > 0 || !ids.every(isUuid)) return { ok: false, reason: unread }
  const { actor, age, newcomer = false } = by
  const { hold } = (await lockHolds(deps, scope, [asked.personId], 'role')).get(asked.personId) ?? {}
  const ground = await store.findGround(scope, asked)
  const supervisorName = asked.supervisorName ?? ground.supervisorName
  const unfit = faultsOfGround(ground, asked, age)
  const faults = [
    ...(unfit.length > 0 || hold === undefined || newcomer ? unfit : [fault('personId', 'consent-missing')]),
    ...(supervisorName === null ? [fault('supervisorName', 'supervisor-missing')] : []),
  ]
  if (faults.length > 0 || supervisorName === null) return { ok: false, reason: faults }
  const id = deps.random.uuid()
  const now = deps.clock.now()
  const { ageChecked: _, ...facts } = asked
  const supervisorEmail = asked.supervisorName === null ? ground.supervisorEmail : asked.supervisorEmail
  const placement = { ...facts, id, supervisorName, supervisorEmail, createdBy: actor, createdAt: now }
  if (!(await store.insertPlacement(scope, placement)))
    return { ok: false, reason: [fault('startsOn', 'already-placed')] }
  await recordAudit(scope, {
    ...{ id: deps.random.uuid(), actor, action: 'placement.started', subjectType: 'placement' },
    ...{ subjectId: id, detail: { role: asked.roleId, from: asked.startsOn } },
  })
  return { ok: true, value: id }
}

const fault = (field: PlacementFault['field'], reason: PlacementFault['reason']): PlacementFault => ({
  field,
  reason,
})

const faultsOfForm = (asked: NewPlacement): PlacementFault[] => [
  ...(isUuid(asked.personId) ? [] : [fault('personId', 'person-unknown')]),
  ...(isUuid(asked.roleId) ? [] : [fault('roleId', 'role-unknown')]),
  ...(asked.branchId === null || isUuid(asked.branchId) ? [] : [fault('branchId', 'branch-unknown')]),
  ...(isDay(asked.startsOn) ? [] : [fault('startsOn', 'start-missing')]),
  ...(asked.endsOn === null || (isDay(asked.endsOn) && asked.endsOn >= asked.startsOn)
    ? []
    : [fault('endsOn', 'end-before-start')]),
]

const faultsOfGround = (
  ground: Awaited<ReturnType<typeof store.findGround>>,
  asked: NewPlacement,
  said: KnownAge | undefined,
): PlacementFault[] => {
  const { birthYear, birthDate, minimumAge } = ground
  const known = said ?? knownAgeOn({ date: birthDate, year: birthYear }, asked.startsOn)
  const fits = ageFits(minimumAge, known)
  return [
    ...(ground.person ? [] : [fault('personId', 'person-unknown')]),
    ...(ground.state === null ? [fault('roleId', 'role-unknown')] : []),
    ...(ground.state === 'retired' ? [fault('roleId', 'role-retired')] : []),
    ...(ground.taskClass === 'staff-only' ? [fault('roleId', 'role-staff-only')] : []),
    ...(ground.branch ? [] : [fault('branchId', 'branch-unknown')]),
    ...(fits === 'no' ? [fault('personId', 'too-young')] : []),
    ...(fits === 'unknown' && !asked.ageChecked ? [fault('ageChecked', 'age-unknown')] : []),
  ]
}

/**
 * Ends a placement on a day, with a reason; access to library systems that hung on it ends in the same transaction.
 * Ended again, it takes the new day and reason. Throws `not-found`, and `invalid-input` for a day that is none.
 */
export const endPlacement = async (
  deps: Deps,
  organisationId: string,
  placementId: string,
  end: { readonly on: string; readonly reason: EndReason },
  actor: string,
): Promise<{ revoked: number }> => {
  if (!isUuid(placementId)) throw new ProblemError('not-found')
  if (!isDay(end.on)) throw new ProblemError('invalid-input')
  const at = deps.clock.now()
  return withOrganisation(deps.db, organisationId, async (scope) => {
    const placement = await store.lockPlacement(scope, placementId)
    if (placement === undefined) throw new ProblemError('not-found')
    const on = end.on < placement.startsOn ? placement.startsOn : end.on
    await store.updateEnd(scope, placementId, { on, reason: end.reason, by: actor })
    const revoked = await store.endAccess(scope, placementId, {
      on: end.on,
      today: localDateOf(at),
      by: actor,
      at,
    })
    await recordAudit(
      scope,
      {
        ...{ id: deps.random.uuid(), actor, action: 'placement.ended', subjectType: 'placement' },
        ...{ subjectId: placementId, detail: { on, reason: end.reason } },
      },
      ...revoked.map((id) => ({
        ...({ id: deps.random.uuid(), actor, action: 'access.revoked', subjectType: 'access' } as const),
        ...{ subjectId: id, detail: { reason: 'placement-ended' } },
      })),
    )
    return { revoked: revoked.length }
  })
}

/** Says which items of a placement's checklist are done. Throws `not-found`; items of other lists are passed over. */
export const tickInduction = async (
  deps: Deps,
  organisationId: string,
  placementId: string,
  itemIds: readonly string[],
  actor: string,
): Promise<void> => {
  if (!isUuid(placementId)) throw new ProblemError('not-found')
  await withOrganisation(deps.db, organisationId, async (scope) => {
    if ((await store.lockPlacement(scope, placementId)) === undefined) throw new ProblemError('not-found')
    const wanted = new Set(itemIds)
    const lines = await store.selectInduction(scope, placementId)
    const chosen = lines.filter(({ id }) => wanted.has(id)).map(({ id }) => id)
    await store.replaceTicks(scope, placementId, chosen, { actor, at: deps.clock.now() })
    await recordAudit(scope, {
      ...{ id: deps.random.uuid(), actor, action: 'placement.inducted', subjectType: 'placement' },
      ...{ subjectId: placementId, detail: { done: chosen.length, items: lines.length } },
    })
  })
}
