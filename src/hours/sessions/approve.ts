import type { Scope } from '../../database/scope'
import type { Deps } from '../../deps'
import { lockHolds } from '../../people/holds/actions'
import type { HeldSessions } from '../model'
import { toEntries } from './insert-entries'
import { changeStatus, type LockedSession, type lockSessions } from './store'

type Locked = Awaited<ReturnType<typeof lockSessions>>

export type ApprovalDeed = {
  readonly actor: string
  readonly reason: string | null
  readonly batchId?: string
}

export type ApprovedSessions = {
  readonly sessions: readonly LockedSession[]
  /** Sessions of the actor that were left (rule HR-09). */
  readonly own: number
  /** Young volunteers whose hours wait for a consent. */
  readonly held: readonly HeldSessions[]
}

/**
 * Approves sessions that `lockSessions` holds: the only way into that state, but for what is brought back. Left as they
 * are: the actor's own (rule HR-09), and those of young volunteers for whom a consent is missing, which nobody can give
 * or take back until the transaction ends.
 */
export const approveLocked = async (
  deps: Deps,
  scope: Scope,
  { heads, sessions: found }: Locked,
  deed: ApprovalDeed,
): Promise<ApprovedSessions> => {
  const others = found.filter(({ own }) => !own)
  const holds = await lockHolds(
    deps,
    scope,
    others.map(({ personId }) => personId),
    'role',
  )
  const holdOf = ({ personId }: LockedSession) => holds.get(personId)?.hold
  const sessions = others.filter((session) => holdOf(session) === undefined)
  await changeStatus(scope, heads, toEntries(deps, sessions), 'approved', {
    ...{ ...deed, kind: 'approved', at: deps.clock.now() },
  })
  const waiting = Map.groupBy(
    others.filter((session) => holdOf(session) !== undefined),
    ({ personId }) => personId,
  )
  const held = [...waiting].flatMap(([personId, list]) => {
    const hold = holds.get(personId)?.hold
    return hold === undefined ? [] : [{ personId, hold, sessions: list.length }]
  })
  return { sessions, own: found.length - others.length, held }
}
