import { z } from 'zod'
import { recordAudit } from '../../audit/actions'
import { toProblem } from '../../database/errors'
import { type Scope, withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import type { Reach } from '../../organisations/model'
import { type HoldState, lockHolds } from '../../people/holds/actions'
import { ProblemError, type Result } from '../../problems'
import * as details from '../details/store'
import { readEntry } from '../rules/read-entry'
import { statusOfHistory } from '../rules/status-of-history'
import { approveLocked } from './approve'
import { insertEntries, type LedgerActor, type Recorded, toEntries } from './insert-entries'
import type { EntryFault, SessionEntry } from './model'
import { type Acting, changeStatus, type LockedSession, lockSessions } from './store'

const longestReason = 500

/** One transaction; facts that are recorded already are a problem that says so. */
const inLedger = async <T>(
  deps: Deps,
  organisationId: string,
  work: (scope: Scope) => Promise<T>,
): Promise<T> => {
  try {
    return await withOrganisation(deps.db, organisationId, work)
  } catch (error) {
    throw toProblem(error)
  }
}

/**
 * Corrects a session: the old record is taken out with the reason, a new one takes its place. A coordinator's correction
 * of approved hours is approved with it, unless they are the coordinator's own or wait for a consent; a volunteer's waits
 * for approval.
 * Throws `not-found`, `not-permitted` for somebody else's hours, `conflict` where the session is taken out already and
 * `duplicate` where the new facts are recorded already.
 */
export const correctSession = async (
  deps: Deps,
  organisationId: string,
  sessionId: string,
  change: { readonly entry: SessionEntry; readonly reason: string },
  by: LedgerActor,
): Promise<Result<Recorded, readonly EntryFault[]>> => {
  const reason = change.reason.trim()
  const read = readEntry(change.entry, deps.clock.now())
  const faults = [
    ...(read.ok ? [] : read.reason),
    ...(reason === '' ? [{ field: 'reason', reason: 'reason-missing' } as const] : []),
    ...(reason.length > longestReason ? [{ field: 'reason', reason: 'too-long' } as const] : []),
  ]
  if (!read.ok || faults.length > 0) return { ok: false, reason: faults }
  return inLedger(deps, organisationId, async (scope) => {
    const actor = by.email.toLowerCase()
    const reach = by.reach ?? 'service'
    const { heads, session } = await lockOne(scope, sessionId, { actor, reach })
    refuseStranger(session, by)
    if (session.personId !== read.value.personId) throw new ProblemError('bad-request')
    const [wrong = []] = await details.checkEntries(scope, [read.value], reach)
    if (wrong.length > 0) return { ok: false, reason: wrong }
    const before = await details.findSession(scope, sessionId, 'service')
    if (before === undefined) throw new ProblemError('not-found')
    if (details.sameFacts(before, read.value)) {
      return { ok: false, reason: [{ field: 'date', reason: 'nothing-changed' }] }
    }
    const at = deps.clock.now()
    await changeStatus(scope, heads, toEntries(deps, [session]), 'void', {
      ...{ kind: 'corrected', actor, reason, at },
    })
    const source = by.as === 'coordinator' ? ('coordinator' as const) : ('self' as const)
    const { recorded, added } = await insertEntries(deps, scope, [read.value], {
      ...{ ...by, source, correctsId: sessionId },
    })
    const [id] = added
    if (id === undefined) throw new ProblemError('duplicate')
    if (by.as === 'coordinator' && before.status === 'approved' && !session.own) {
      const next = await lockSessions(scope, { ids: [id] }, ['submitted'], { actor, reach })
      await approveLocked(deps, scope, next, { actor, reason })
    }
    await audit(deps, scope, { actor, action: 'hours.corrected', sessionId, detail: { by: id } })
    const [first] = recorded
    return { ok: true, value: first ?? { sessionId: id, already: false } }
  })
}

/**
 * Takes a session out, with a reason; what it had corrected stands again. Taking it out again changes nothing. A
 * volunteer may do so with their own until it is approved. Throws as `correctSession` does.
 */
export const voidSession = (
  deps: Deps,
  organisationId: string,
  sessionId: string,
  words: string,
  by: LedgerActor,
): Promise<void> =>
  inLedger(deps, organisationId, async (scope) => {
    const reason = checkedReason(words)
    const acting = { actor: by.email.toLowerCase(), reach: by.reach ?? 'service' }
    const { actor } = acting
    const { heads, session } = await lockOne(scope, sessionId, acting, anyState)
    refuseStranger(session, by)
    const before = await details.findSession(scope, sessionId, 'service')
    if (before === undefined) throw new ProblemError('not-found')
    if (before.status === 'void') return
    if (by.as === 'volunteer' && before.status === 'approved') throw new ProblemError('not-permitted')
    const at = deps.clock.now()
    await changeStatus(scope, heads, toEntries(deps, [session]), 'void', {
      ...{ kind: 'voided', actor, reason, at },
    })
    if (before.correctsId !== null) await restore(deps, scope, before.correctsId, { ...acting, reason })
    await audit(deps, scope, { actor, action: 'hours.voided', sessionId, detail: { reason } })
  })

/**
 * Brings a session back that was taken out, as it stood before. Throws `conflict` where it was corrected (what took its
 * place has to be taken out instead) or where what it corrected counts again, `duplicate` where the same facts have been recorded since, and `consent-missing`
 * where it would be approved again and a consent is missing.
 */
export const restoreSession = (
  deps: Deps,
  organisationId: string,
  sessionId: string,
  words: string,
  actorEmail: string,
  reach: Reach = 'service',
): Promise<void> =>
  inLedger(deps, organisationId, async (scope) => {
    const reason = checkedReason(words)
    const actor = actorEmail.toLowerCase()
    const { session } = await lockOne(scope, sessionId, { actor, reach }, anyState)
    if (session.own) throw new ProblemError('not-permitted')
    const history = await details.listHistory(scope, sessionId)
    const last = history.at(-1)?.kind
    if (last === 'corrected') throw new ProblemError('conflict')
    if (last !== 'voided') return
    const { correctsId = null } = (await details.findSession(scope, sessionId, 'service')) ?? {}
    const first = correctsId === null ? undefined : await details.findSession(scope, correctsId, 'service')
    if (first !== undefined && first.status !== 'void') throw new ProblemError('conflict')
    await restore(deps, scope, sessionId, { actor, reach, reason })
    await audit(deps, scope, { actor, action: 'hours.restored', sessionId, detail: { reason } })
  })

const restore = async (
  deps: Deps,
  scope: Scope,
  sessionId: string,
  { reason, ...acting }: Acting & { readonly reason: string },
) => {
  const { actor } = acting
  const choice = { ids: [sessionId] }
  const { heads, sessions } = await lockSessions(scope, choice, ['void'], { actor, reach: 'service' })
  // It counts already.
  if (sessions.length === 0) return
  const within = await lockSessions(scope, choice, ['void'], acting)
  if (within.sessions.length === 0) throw new ProblemError('not-permitted')
  const history = await details.listHistory(scope, sessionId)
  const status = statusOfHistory([...history.map(({ kind }) => kind), 'restored'])
  const people = sessions.map(({ personId }) => personId)
  const holds =
    status === 'approved' ? await lockHolds(deps, scope, people, 'role') : new Map<string, HoldState>()
  if ([...holds.values()].some(({ hold }) => hold !== undefined)) throw new ProblemError('consent-missing')
  await changeStatus(scope, heads, toEntries(deps, sessions), status, {
    ...{ kind: 'restored', actor, reason, at: deps.clock.now() },
  })
}

const anyState = ['submitted', 'approved', 'disputed', 'void'] as const

/** A session and its chain, held until the transaction ends. */
const lockOne = async (
  scope: Scope,
  sessionId: string,
  acting: Acting,
  states: readonly (typeof anyState)[number][] = ['submitted', 'approved', 'disputed'],
) => {
  if (!z.uuid().safeParse(sessionId).success) throw new ProblemError('not-found')
  const { heads, sessions } = await lockSessions(scope, { ids: [sessionId] }, states, acting)
  const [session] = sessions
  if (session !== undefined) return { heads, session }
  throw new ProblemError(
    (await details.findSession(scope, sessionId, acting.reach)) === undefined ? 'not-found' : 'conflict',
  )
}

const refuseStranger = (session: LockedSession, by: LedgerActor): void => {
  if (by.as === 'volunteer' && !session.own) throw new ProblemError('not-found')
}

const checkedReason = (words: string): string => {
  const reason = words.trim()
  if (reason !== '' && reason.length <= longestReason) return reason
  throw new ProblemError('invalid-input', {
    fields: [{ field: 'reason', message: 'Say why, in up to 500 characters.' }],
  })
}

const audit = (
  deps: Deps,
  scope: Scope,
  deed: {
    readonly actor: string
    readonly action: 'hours.corrected' | 'hours.voided' | 'hours.restored'
    readonly sessionId: string
    readonly detail: Readonly<Record<string, string>>
  },
) =>
  recordAudit(scope, {
    ...{ id: deps.random.uuid(), actor: deed.actor, action: deed.action, subjectType: 'session' },
    ...{ subjectId: deed.sessionId, detail: deed.detail },
  })
