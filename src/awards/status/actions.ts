import { z } from 'zod'
import { recordAudit } from '../../audit/actions'
import { withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { ProblemError } from '../../problems'
import { decideStatusChange, type StatusChange, type StatusRefusal } from '../rules/decide-status-change'
import { lockAwardState, updateAwardState } from './store'

/** Why an award changes, in the words of the member who decides, and that member's e-mail address. */
export type Decision = { readonly reason: string; readonly actor: string }

const done = { suspend: 'award.suspended', reinstate: 'award.reinstated', revoke: 'award.revoked' } as const

const refusals: Readonly<Record<StatusRefusal, string>> = {
  'cannot-be-paused': 'This award cannot be paused: when it was issued, the badge could not.',
  'taken-back-for-good': 'This award was taken back for good.',
}

const change = async (
  deps: Deps,
  award: { readonly organisationId: string; readonly awardId: string },
  wanted: StatusChange,
  decision: Decision,
): Promise<void> => {
  const { organisationId, awardId } = award
  const reason = decision.reason.trim()
  if (reason === '')
    throw new ProblemError('invalid-input', { fields: [{ field: 'reason', message: 'Say why.' }] })
  if (!z.uuid().safeParse(awardId).success) throw new ProblemError('not-found')
  await withOrganisation(deps.db, organisationId, async (scope) => {
    const before = await lockAwardState(scope, awardId)
    if (before === undefined) throw new ProblemError('not-found')
    const decided = decideStatusChange(before, wanted)
    if (!decided.ok) throw new ProblemError('conflict', { detail: refusals[decided.reason] })
    if (decided.value === 'unchanged') return
    const at = deps.clock.now()
    const state = { status: decided.value, at, by: decision.actor, reason }
    await updateAwardState(scope, { id: awardId, listId: before.listId }, state)
    await recordAudit(scope, {
      id: deps.random.uuid(),
      actor: decision.actor,
      action: done[wanted],
      subjectType: 'award',
      subjectId: awardId,
      detail: { reason },
    })
  })
}

/**
 * Takes an award back for good, with a reason that is kept. Revoking it again changes nothing.
 * Throws `not-found` for an award of another organisation and `invalid-input` without a reason.
 */
export const revokeAward = (
  deps: Deps,
  organisationId: string,
  awardId: string,
  decision: Decision,
): Promise<void> => change(deps, { organisationId, awardId }, 'revoke', decision)

/**
 * Suspends an award until it is reinstated, with a reason that is kept. Doing it again changes nothing.
 * Throws `not-found` and `invalid-input` as revokeAward does, and `conflict` for an award that cannot be paused or
 * was taken back.
 */
export const suspendAward = (
  deps: Deps,
  organisationId: string,
  awardId: string,
  decision: Decision,
): Promise<void> => change(deps, { organisationId, awardId }, 'suspend', decision)

/**
 * Makes a suspended award valid again, with a reason that is kept; a valid one stays as it is.
 * Throws `not-found` and `invalid-input` as revokeAward does, and `conflict` for an award that was taken back.
 */
export const reinstateAward = (
  deps: Deps,
  organisationId: string,
  awardId: string,
  decision: Decision,
): Promise<void> => change(deps, { organisationId, awardId }, 'reinstate', decision)
