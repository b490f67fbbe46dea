import { z } from 'zod'
import { recordAudit } from '../audit/actions'
import { type Scope, withOrganisation } from '../database/scope'
import type { Deps } from '../deps'
import type { Reach } from '../organisations/model'
import { ProblemError } from '../problems'
import { listApproved } from './approved/store'
import { sharedElsewhere } from './elsewhere/actions'
import type {
  HeldSessions,
  PersonHours,
  SessionChoice,
  SessionFact,
  SessionFilter,
  SessionPage,
  SessionRow,
  SessionTotal,
} from './model'
import { countMinutes } from './rules/count-minutes'
import { summariseHours } from './rules/summarise-hours'
import { approveLocked } from './sessions/approve'
import { toEntries } from './sessions/insert-entries'
import { changeStatus, type LedgerChoice, lockSessions } from './sessions/store'
import * as store from './store'

export {
  assumeEnd,
  checkIn,
  checkOut,
  endForgottenVisits,
  type Found,
  findVisitors,
  getVisitor,
  holderOf,
  listWhoIsIn,
  tellEnd,
} from './check-in/actions'
export { makeTicket } from './check-in/ticket'
export { countNumbers, ensureNumber, findNumber, giveNumbers, listNumbers } from './check-in-numbers/actions'
export {
  addCheckInPoint,
  getCheckInPoint,
  getLinkable,
  linkTablet,
  listCheckInPoints,
  openPoint,
  revokeCheckInPoint,
} from './check-in-points/actions'
export { isSharedElsewhere, sharedElsewhere } from './elsewhere/actions'
export { heldSessions } from './held/actions'
export {
  getImport,
  listImports,
  previewImport,
  resumeImports,
  startImport,
  uploadImport,
} from './imports/actions'
export { importFaultsCsv, listImportFaults } from './imports/faults'
export { runImport } from './imports/run-import'
export { importExample } from './imports/template'
export { type BrokenLink, checkLedger, ledgerHeads } from './ledger/check'
export { hoursOverview, sessionFilterOptions } from './overview/actions'
export {
  getSession,
  type LedgerActor,
  lastEntriesOf,
  recordSession,
  type SessionDetails,
  undoApproval,
} from './sessions/actions'
export { correctSession, restoreSession, voidSession } from './sessions/corrections'
export { peopleForRegister, recordRegister } from './sessions/register'

type PageQuery = { readonly after?: string; readonly limit: number }

/** A page of the sessions that wait for approval where somebody acts, oldest day first, with the total behind the filter. */
export const sessionsToApprove = (
  deps: Deps,
  organisationId: string,
  { filter = {}, ...query }: PageQuery & { readonly filter?: SessionFilter },
  reach: Reach = 'service',
): Promise<SessionPage> =>
  withOrganisation(deps.db, organisationId, async (scope) => ({
    ...(await pageOf(query, (after, limit) => store.listWaiting(scope, { filter, reach }, after, limit))),
    total: await store.totalWaiting(scope, { filter, reach }),
  }))

/** What the sessions that wait come to: those to be looked at first, and the rest. */
export const waitingTotals = (
  deps: Deps,
  organisationId: string,
  filter: SessionFilter,
  reach: Reach = 'service',
): Promise<{ exceptions: SessionTotal; rest: SessionTotal }> =>
  withOrganisation(deps.db, organisationId, async (scope) => ({
    exceptions: await store.totalWaiting(scope, { filter: { ...filter, part: 'exceptions' }, reach }),
    rest: await store.totalWaiting(scope, { filter: { ...filter, part: 'rest' }, reach }),
  }))

/** A page of the disputed sessions, oldest day first. */
export const disputedSessions = (
  deps: Deps,
  organisationId: string,
  query: PageQuery,
  reach: Reach = 'service',
): Promise<Pick<SessionPage, 'sessions' | 'next'>> =>
  withOrganisation(deps.db, organisationId, (scope) =>
    pageOf(query, (after, limit) => store.listDisputed(scope, reach, after, limit)),
  )

const pageOf = async (
  query: PageQuery,
  list: (after: store.LedgerPlace | undefined, limit: number) => Promise<SessionRow[]>,
): Promise<Pick<SessionPage, 'sessions' | 'next'>> => {
  const after = query.after === undefined ? undefined : readPlace(query.after)
  const found = await list(after, query.limit + 1)
  const sessions = found.slice(0, query.limit)
  const last = sessions.at(-1)
  const more = found.length > query.limit && last !== undefined
  return { sessions, ...(more ? { next: `${last.localDate}_${last.id}` } : {}) }
}

/**
 * Approves sessions that wait or are disputed where the actor acts; `all` takes only those that wait, and leaves those
 * that `sharedElsewhere` finds, counted in `elsewhere`. Sessions of the actor are left as they are and counted in `own`
 * (rule HR-09): nobody approves their own hours. So are those of young volunteers for whom a consent is missing: `held`
 * says who and why. `batchId` is what `undoApproval` takes.
 */
export const approveSessions = async (
  deps: Deps,
  organisationId: string,
  choice: SessionChoice,
  actorEmail: string,
  reach: Reach = 'service',
): Promise<{
  approved: number
  minutes: number
  own: number
  elsewhere: number
  held: readonly HeldSessions[]
  batchId: string
}> => {
  const shared = 'all' in choice ? await sharedElsewhere(deps, organisationId, reach) : []
  const left = new Set(shared.map(({ id }) => id))
  return withOrganisation(deps.db, organisationId, async (scope) => {
    const actor = actorEmail.toLowerCase()
    const from = 'all' in choice ? (['submitted'] as const) : (['submitted', 'disputed'] as const)
    const { heads, sessions: found } = await lockSessions(scope, toLedgerChoice(choice), from, {
      ...{ actor, reach },
    })
    const locked = { heads, sessions: found.filter(({ id }) => !left.has(id)) }
    const batchId = deps.random.uuid()
    const { sessions, own, held } = await approveLocked(deps, scope, locked, {
      ...{ actor, reason: null, batchId },
    })
    const minutes = sumMinutes(sessions)
    if (sessions.length > 0) {
      await auditChange(scope, organisationId, {
        ...{ id: batchId, actor, action: 'hours.approved', sessions: sessions.length, minutes },
      })
    }
    const elsewhere = found.length - locked.sessions.length
    return { approved: sessions.length, minutes, own, elsewhere, held, batchId }
  })
}

/** Marks sessions as disputed, with a reason: they no longer count until they are approved again. */
export const disputeSessions = async (
  deps: Deps,
  organisationId: string,
  sessionIds: readonly string[],
  { reason, actor, reach = 'service' }: { reason: string; actor: string; reach?: Reach },
): Promise<{ disputed: number }> => {
  const words = reason.trim()
  if (words === '' || words.length > 500) {
    throw new ProblemError('invalid-input', {
      fields: [{ field: 'reason', message: 'Say why, in up to 500 characters.' }],
    })
  }
  return withOrganisation(deps.db, organisationId, async (scope) => {
    const email = actor.toLowerCase()
    const choice = toLedgerChoice({ sessionIds })
    const acting = { actor: email, reach }
    const { heads, sessions } = await lockSessions(scope, choice, ['submitted', 'approved'], acting)
    const id = deps.random.uuid()
    await changeStatus(scope, heads, toEntries(deps, sessions), 'disputed', {
      ...{ kind: 'disputed', actor: email, reason: words, at: deps.clock.now(), batchId: id },
    })
    if (sessions.length > 0) {
      const figures = { sessions: sessions.length, minutes: sumMinutes(sessions) }
      await auditChange(scope, organisationId, { id, actor: email, action: 'hours.disputed', ...figures })
    }
    return { disputed: sessions.length }
  })
}

/** Every session of a person, newest day first. */
export const sessionsOf = async (
  deps: Deps,
  organisationId: string,
  personId: string,
): Promise<readonly SessionRow[]> =>
  isUuid(personId)
    ? withOrganisation(deps.db, organisationId, (scope) => store.listOfPerson(scope, personId))
    : []

/** The approved sessions of some people, or of all who have any, by person (rule HR-06). */
export const factsFor = (
  deps: Deps,
  organisationId: string,
  personIds?: readonly string[],
): Promise<Map<string, SessionFact[]>> =>
  withOrganisation(deps.db, organisationId, (scope) => factsWithin(scope, personIds))

export const factsWithin = (
  scope: Scope,
  personIds: readonly string[] | undefined,
): Promise<Map<string, SessionFact[]>> => listApproved(scope, { personIds })

/** How many sessions in question some people have, by person; who has none is not in it. */
export const disputesWithin = (
  scope: Scope,
  personIds: readonly string[] | undefined,
): Promise<Map<string, number>> => store.countDisputed(scope, personIds)

/** What the sessions of some people add up to, by person; everyone who was asked for is in it. */
export const summariesFor = async (
  deps: Deps,
  organisationId: string,
  personIds: readonly string[],
): Promise<Map<string, PersonHours>> => {
  const { approved, waiting } = await withOrganisation(deps.db, organisationId, async (scope) => ({
    approved: await listApproved(scope, { personIds }),
    waiting: await store.sumWaiting(scope, personIds),
  }))
  return new Map(
    personIds.map((personId) => [
      personId,
      {
        approved: summariseHours(approved.get(personId) ?? []),
        waitingMinutes: waiting.get(personId) ?? 0,
      },
    ]),
  )
}

/** The minutes of some people that are approved, overlaps counted once, and those that wait; who has none has zeros. */
export const minutesFor = (
  deps: Deps,
  organisationId: string,
  personIds: readonly string[],
): Promise<Map<string, { readonly approved: number; readonly waiting: number }>> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    const approved = await listApproved(scope, { personIds })
    const waiting = await store.sumWaiting(scope, personIds)
    return new Map(
      personIds.map((personId) => [
        personId,
        { approved: countMinutes(approved.get(personId) ?? []), waiting: waiting.get(personId) ?? 0 },
      ]),
    )
  })

const sumMinutes = (sessions: readonly { readonly minutes: number }[]): number =>
  sessions.reduce((sum, session) => sum + session.minutes, 0)

/** One entry of the trail for all sessions that were changed together. */
const auditChange = (
  scope: Scope,
  organisationId: string,
  change: {
    readonly id: string
    readonly actor: string
    readonly action: 'hours.approved' | 'hours.disputed'
    readonly sessions: number
    readonly minutes: number
  },
) => {
  const { sessions, minutes, ...event } = change
  return recordAudit(scope, {
    ...{ ...event, subjectType: 'organisation', subjectId: organisationId },
    detail: { sessions, minutes },
  })
}

const isUuid = (text: string) => z.uuid().safeParse(text).success

const toLedgerChoice = (choice: SessionChoice): LedgerChoice =>
  'all' in choice ? { waiting: choice.all } : { ids: choice.sessionIds.filter(isUuid) }

/** The place of a page: the day and id of the last session of the page before. */
const readPlace = (text: string): store.LedgerPlace => {
  const [localDate = '', id = ''] = text.split('_')
  if (!z.iso.date().safeParse(localDate).success || !isUuid(id)) throw new ProblemError('bad-request')
  return { localDate, id }
}
