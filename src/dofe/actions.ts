import { z } from 'zod'
import { recordAudit } from '../audit/actions'
import type { AuditEvent } from '../audit/model'
import { toProblem } from '../database/errors'
import { type Scope, withOrganisation } from '../database/scope'
import type { Deps } from '../deps'
import { localDateOf } from '../hours/rules/local-date-of'
import { getPerson } from '../people/actions'
import { ProblemError } from '../problems'
import type { Programme, ProgrammeDetails } from './model'
import { currentRules } from './rule-editions'
import * as store from './store'
import { getProgramme } from './view'

/** Writes what somebody did with a programme, in the transaction of the deed. */
export const auditProgramme = (
  deps: Deps,
  scope: Scope,
  deed: {
    readonly action: AuditEvent['action']
    readonly programmeId: string
    readonly actor: string
    readonly detail?: Readonly<Record<string, string | number>>
  },
) =>
  recordAudit(scope, {
    id: deps.random.uuid(),
    actor: deed.actor,
    action: deed.action,
    subjectType: 'dofe-programme',
    subjectId: deed.programmeId,
    ...(deed.detail && { detail: deed.detail }),
  })

/** A programme held until the transaction ends. Throws `not-found`, and `conflict` where it was ended. */
export const lockOpen = async (scope: Scope, programmeId: string): Promise<Programme> => {
  const programme = z.uuid().safeParse(programmeId).success
    ? await store.lockProgramme(scope, programmeId)
    : undefined
  if (programme === undefined) throw new ProblemError('not-found')
  if (programme.endedAt !== null) throw new ProblemError('conflict', { detail: 'This programme was ended.' })
  return programme
}

/**
 * Begins a programme for somebody, under the rules of today. Throws `not-found` for an unknown person and `duplicate`
 * where they have one of the same level and section that was not ended.
 */
export const startProgramme = async (
  deps: Deps,
  organisationId: string,
  personId: string,
  details: ProgrammeDetails,
  actor: string,
): Promise<{ programmeId: string }> => {
  const person = await getPerson(deps, organisationId, personId)
  const programmeId = deps.random.uuid()
  try {
    await withOrganisation(deps.db, organisationId, async (scope) => {
      await store.insertProgramme(scope, {
        ...{ id: programmeId, personId: person.id, rules: currentRules.edition, details },
        ...{ by: actor, at: deps.clock.now() },
      })
      await auditProgramme(deps, scope, { action: 'dofe.programme-made', programmeId, actor })
    })
  } catch (error) {
    throw toProblem(error)
  }
  return { programmeId }
}

/** Changes the plan. The activity changes by `changeActivity` alone, once there is a session or a change. */
export const changeDetails = async (
  deps: Deps,
  organisationId: string,
  programmeId: string,
  details: ProgrammeDetails,
  actor: string,
): Promise<void> => {
  try {
    await withOrganisation(deps.db, organisationId, async (scope) => {
      await lockOpen(scope, programmeId)
      await store.updateDetails(scope, programmeId, details)
      await auditProgramme(deps, scope, { action: 'dofe.programme-changed', programmeId, actor })
    })
  } catch (error) {
    throw toProblem(error)
  }
}

/** Ends a programme: it stays to be read, and a new one of its level and section may begin. */
export const endProgramme = (
  deps: Deps,
  organisationId: string,
  programmeId: string,
  actor: string,
): Promise<void> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    await lockOpen(scope, programmeId)
    await store.updateEnded(scope, programmeId, deps.clock.now())
    await auditProgramme(deps, scope, { action: 'dofe.programme-ended', programmeId, actor })
  })

/** Adds a goal with the day on which it was agreed. */
export const addGoal = (
  deps: Deps,
  organisationId: string,
  programmeId: string,
  goal: { readonly words: string; readonly agreedOn: string },
  actor: string,
): Promise<void> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    await lockOpen(scope, programmeId)
    const id = deps.random.uuid()
    await store.insertGoal(scope, { ...goal, id, programmeId, by: actor, at: deps.clock.now() })
    await auditProgramme(deps, scope, { action: 'dofe.goal-added', programmeId, actor, detail: { goal: id } })
  })

/** Takes a goal off; doing it again changes nothing. */
export const removeGoal = (
  deps: Deps,
  organisationId: string,
  programmeId: string,
  goalId: string,
  actor: string,
): Promise<void> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    if (!z.uuid().safeParse(goalId).success) throw new ProblemError('not-found')
    await lockOpen(scope, programmeId)
    await store.withdrawGoal(scope, programmeId, goalId, deps.clock.now())
    await auditProgramme(deps, scope, {
      ...{ action: 'dofe.goal-withdrawn', programmeId, actor, detail: { goal: goalId } },
    })
  })

/** Records a change of activity; from the same to the same is none. */
export const changeActivity = async (
  deps: Deps,
  organisationId: string,
  programmeId: string,
  change: { readonly to: string; readonly changedOn: string },
  actor: string,
): Promise<void> => {
  const { activity } = await getProgramme(deps, organisationId, programmeId)
  if (activity === change.to) return
  await withOrganisation(deps.db, organisationId, async (scope) => {
    await lockOpen(scope, programmeId)
    const id = deps.random.uuid()
    const at = deps.clock.now()
    await store.insertActivityChange(scope, { ...change, from: activity, id, programmeId, by: actor, at })
    await auditProgramme(deps, scope, { action: 'dofe.activity-changed', programmeId, actor })
  })
}

/**
 * Decides which of the approved sessions count. What counts already is not written again, so that sending the same
 * twice changes nothing. Throws `not-found` for a session that is not an approved one of the person.
 */
export const chooseCounted = async (
  deps: Deps,
  organisationId: string,
  programmeId: string,
  sessionIds: readonly string[],
  actor: string,
): Promise<{ changed: number }> => {
  const view = await getProgramme(deps, organisationId, programmeId)
  const wanted = new Set(sessionIds)
  const known = new Set(view.approved.map(({ id }) => id))
  if ([...wanted].some((id) => !known.has(id))) throw new ProblemError('not-found')
  const counts = new Set(view.sessions.map(({ id }) => id))
  const differing = view.approved.filter(({ id }) => wanted.has(id) !== counts.has(id))
  if (differing.length === 0) return { changed: 0 }
  const at = deps.clock.now()
  await withOrganisation(deps.db, organisationId, async (scope) => {
    await lockOpen(scope, programmeId)
    await store.insertChoices(
      scope,
      differing.map(({ id: sessionId }) => ({
        ...{ id: deps.random.uuid(), programmeId, sessionId, counts: wanted.has(sessionId), by: actor, at },
      })),
    )
    await auditProgramme(deps, scope, {
      ...{ action: 'dofe.sessions-chosen', programmeId, actor, detail: { sessions: differing.length } },
    })
  })
  return { changed: differing.length }
}

/** What the assessor sees of the name: the young person's own choice. */
export const showName = (
  deps: Deps,
  organisationId: string,
  programmeId: string,
  shownName: 'first' | 'full',
  actor: string,
): Promise<void> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    await lockOpen(scope, programmeId)
    await store.updateShownName(scope, programmeId, shownName)
    await auditProgramme(deps, scope, {
      ...{ action: 'dofe.name-shown', programmeId, actor, detail: { shownName } },
    })
  })

/** Today where the services are, YYYY-MM-DD. */
export const todayOf = (deps: Deps): string => localDateOf(deps.clock.now())

/** The programmes of one person, by their first day. */
export const programmesOf = (deps: Deps, organisationId: string, personId: string): Promise<Programme[]> =>
  withOrganisation(deps.db, organisationId, (scope) => store.listProgrammes(scope, personId))
