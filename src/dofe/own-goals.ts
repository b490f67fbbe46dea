import { z } from 'zod'
import { type Scope, withOrganisation } from '../database/scope'
import type { Deps } from '../deps'
import { ProblemError } from '../problems'
import { auditProgramme, lockOpen, todayOf } from './actions'
import { reportsOf } from './reports/store'
import { mayChangeGoals } from './rules/may-change-goals'
import * as store from './store'

/** The programme of the young person, held, while its goals are still theirs to write. */
const lockOwn = async (scope: Scope, programmeId: string, personId: string): Promise<void> => {
  const programme = await lockOpen(scope, programmeId)
  if (programme.personId !== personId) throw new ProblemError('not-found')
  const reports = await reportsOf(scope, programmeId)
  const open = reports.find(({ status }) => status !== 'approved')
  const approvedReport = reports.find(({ status }) => status === 'approved')
  if (!mayChangeGoals({ programme, open, approvedReport }))
    throw new ProblemError('conflict', { detail: 'The assessor has signed the report about these goals.' })
}

type Own = { readonly programmeId: string; readonly personId: string; readonly actor: string }

/**
 * A young person writes a goal, or another in the place of one; it counts as set today. What was there stays in the
 * record. The same words again change nothing. Throws `not-found` for a programme or a goal that is not theirs, and
 * `conflict` once the assessor has signed.
 */
export const writeOwnGoal = (
  deps: Deps,
  organisationId: string,
  { programmeId, personId, actor }: Own,
  goal: { readonly words: string; readonly inPlaceOf?: string },
): Promise<void> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    const { words, inPlaceOf } = goal
    if (inPlaceOf !== undefined && !z.uuid().safeParse(inPlaceOf).success) throw new ProblemError('not-found')
    await lockOwn(scope, programmeId, personId)
    const goals = await store.goalsOf(scope, programmeId)
    if (goals.some((one) => one.words === words)) return
    const at = deps.clock.now()
    if (inPlaceOf !== undefined) {
      if (!goals.some(({ id }) => id === inPlaceOf)) throw new ProblemError('not-found')
      await store.withdrawGoal(scope, programmeId, inPlaceOf, at)
    }
    const id = deps.random.uuid()
    await store.insertGoal(scope, { words, agreedOn: todayOf(deps), id, programmeId, by: actor, at })
    await auditProgramme(deps, scope, { action: 'dofe.goal-added', programmeId, actor, detail: { goal: id } })
  })

/** A young person takes a goal of theirs off; doing it again changes nothing. Throws as above. */
export const removeOwnGoal = (
  deps: Deps,
  organisationId: string,
  { programmeId, personId, actor }: Own,
  goalId: string,
): Promise<void> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    await lockOwn(scope, programmeId, personId)
    const goals = await store.goalsOf(scope, programmeId)
    if (!goals.some(({ id }) => id === goalId)) return
    await store.withdrawGoal(scope, programmeId, goalId, deps.clock.now())
    await auditProgramme(deps, scope, {
      ...{ action: 'dofe.goal-withdrawn', programmeId, actor, detail: { goal: goalId } },
    })
  })
