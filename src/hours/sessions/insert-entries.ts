import type { Scope } from '../../database/scope'
import type { Deps } from '../../deps'
import type { Reach } from '../../organisations/model'
import { ProblemError } from '../../problems'
import * as details from '../details/store'
import { serviceTimeZone } from '../model'
import { sessionKey } from '../rules/session-key'
import type { ReadEntry } from './model'
import { insertSessions, type LockedSession } from './store'

/** Who changes the ledger, whether they check hours for the service or look after their own, and where they act. */
export type LedgerActor = {
  readonly email: string
  readonly as: 'volunteer' | 'coordinator'
  /** The whole service unless it is said. */
  readonly reach?: Reach
}
export type EntrySource = 'self' | 'kiosk' | 'coordinator'

/** What became of an entry: the id of its session, and whether it was in the ledger before (rule HR-04). */
export type Recorded = { readonly sessionId: string; readonly already: boolean }

type Origin = LedgerActor & { readonly source: EntrySource; readonly correctsId: string | null }

/** Puts entries in; those that are there already keep their session. */
export const insertEntries = async (
  deps: Deps,
  scope: Scope,
  entries: readonly ReadEntry[],
  origin: Origin,
): Promise<{ recorded: readonly Recorded[]; added: readonly string[] }> => {
  const actor = origin.email.toLowerCase()
  if (
    origin.as === 'volunteer' &&
    !(await details.areOwn(
      scope,
      entries.map(({ personId }) => personId),
      actor,
    ))
  ) {
    throw new ProblemError('not-permitted')
  }
  const sessions = entries.map((entry) => ({
    ...entry,
    ...{ id: deps.random.uuid(), eventId: deps.random.uuid(), source: origin.source, importId: null },
    ...{
      timeZone: serviceTimeZone,
      micro: false,
      correctsId: origin.correctsId,
      recordedAt: deps.clock.now(),
    },
  }))
  const added = await insertSessions(scope, sessions, actor)
  const missing = sessions.filter(({ id }) => !added.has(id))
  const known = await details.findSame(scope, missing)
  const recorded = sessions.map((session) => {
    if (added.has(session.id)) return { sessionId: session.id, already: false }
    return { sessionId: known.get(sessionKey(session)) ?? '', already: true }
  })
  return { recorded, added: [...added] }
}

export const toEntries = (deps: Deps, sessions: readonly LockedSession[]) =>
  sessions.map(({ id, personId, facts }) => ({ id: deps.random.uuid(), sessionId: id, personId, facts }))
