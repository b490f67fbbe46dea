import { z } from 'zod'
import { recordAudit } from '../../audit/actions'
import { withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import type { Reach } from '../../organisations/model'
import { ProblemError, type Result } from '../../problems'
import * as details from '../details/store'
import { entryOfSession } from '../rules/entry-of-session'
import { readEntry } from '../rules/read-entry'
import { type EntrySource, insertEntries, type LedgerActor, type Recorded, toEntries } from './insert-entries'
import type { EntryFault, HistoryEntry, SessionEntry } from './model'
import { changeStatus, lockSessions } from './store'

export type { SessionDetails } from '../details/store'
export type { LedgerActor } from './insert-entries'
export type RecordedEntry = Result<Recorded, readonly EntryFault[]>

/**
 * Records one session. The same entry sent twice gives the same session. A volunteer records their own only.
 * Throws `not-permitted` for somebody else's.
 */
export const recordSession = async (
  deps: Deps,
  organisationId: string,
  entry: SessionEntry,
  by: LedgerActor & { readonly source: EntrySource },
): Promise<RecordedEntry> => {
  const read = readEntry(entry, deps.clock.now())
  if (!read.ok) return read
  return withOrganisation(deps.db, organisationId, async (scope) => {
    const faults = await details.checkEntries(scope, [read.value], by.reach ?? 'service')
    const [own] = faults
    if (own !== undefined && own.length > 0) return { ok: false, reason: own }
    const { recorded } = await insertEntries(deps, scope, [read.value], { ...by, correctsId: null })
    const [session] = recorded
    if (session === undefined) throw new ProblemError('unexpected')
    return { ok: true, value: session }
  })
}

/** For how long one press of "approve" can be taken back, in milliseconds. */
const undoableMs = 24 * 60 * 60_000

/**
 * Takes back an approval of many sessions: those that nothing happened to since wait again, as far as the actor still
 * acts where they took place. Doing it again changes nothing. Only who approved may do it, for a day; throws `not-found` otherwise.
 */
export const undoApproval = (
  deps: Deps,
  organisationId: string,
  batchId: string,
  actorEmail: string,
  reach: Reach = 'service',
): Promise<{ withdrawn: number }> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    if (!z.uuid().safeParse(batchId).success) throw new ProblemError('not-found')
    const actor = actorEmail.toLowerCase()
    const now = deps.clock.now()
    const since = new Date(now.getTime() - undoableMs)
    const chosen = await details.findApproval(scope, { batchId, actor, since })
    if (chosen === undefined) throw new ProblemError('not-found')
    const { heads, sessions } = await lockSessions(scope, { ids: chosen }, ['approved'], { actor, reach })
    const untouched = await details.listLastOf(
      scope,
      batchId,
      sessions.map(({ id }) => id),
    )
    const back = sessions.filter(({ id }) => untouched.has(id))
    await changeStatus(scope, heads, toEntries(deps, back), 'submitted', {
      ...{ kind: 'withdrawn', actor, reason: null, at: now },
    })
    if (back.length > 0) {
      await recordAudit(scope, {
        ...{ id: deps.random.uuid(), actor, action: 'hours.withdrawn', subjectType: 'organisation' },
        ...{ subjectId: organisationId, detail: { sessions: back.length } },
      })
    }
    return { withdrawn: back.length }
  })

/** A session with all that happened to it, oldest first. Throws `not-found`, also where its reader does not act. */
export const getSession = async (
  deps: Deps,
  organisationId: string,
  sessionId: string,
  reach: Reach = 'service',
): Promise<{ session: details.SessionDetails; history: readonly HistoryEntry[] }> => {
  if (!z.uuid().safeParse(sessionId).success) throw new ProblemError('not-found')
  return withOrganisation(deps.db, organisationId, async (scope) => {
    const session = await details.findSession(scope, sessionId, reach)
    if (session === undefined) throw new ProblemError('not-found')
    return { session, history: await details.listHistory(scope, sessionId) }
  })
}

/** The approved sessions of some people in full, by day (rule HR-06). */
export const approvedInFull = (
  deps: Deps,
  organisationId: string,
  personIds: readonly string[],
): Promise<details.SessionDetails[]> =>
  withOrganisation(deps.db, organisationId, (scope) => details.listApprovedInFull(scope, personIds))

const entriesLookedAt = 40

/** The last sessions of a person that stand, newest first, as a form would show them. */
export const lastEntriesOf = async (
  deps: Deps,
  organisationId: string,
  personId: string,
): Promise<SessionEntry[]> => {
  const sessions = await withOrganisation(deps.db, organisationId, (scope) =>
    details.listLatest(scope, personId, entriesLookedAt),
  )
  return sessions.map((session) => ({ ...entryOfSession(session), note: '' }))
}
