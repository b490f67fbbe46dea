import { type ExpressionBuilder, sql } from 'kysely'
import { insertRows } from '../../database/insert-rows'
import type { Database } from '../../database/schema'
import type { SessionStatus, VolunteeringSessionTable } from '../../database/schema/volunteering-session'
import type { Scope } from '../../database/scope'
import type { Reach } from '../../organisations/model'
import {
  appendEntries,
  chainedFactColumns,
  type Deed,
  type HashText,
  type Heads,
  lockHeads,
  type NewEntry,
} from '../ledger/store'
import type { ClockRule, SessionFact, SessionFilter } from '../model'
import type { ChainedFacts } from '../rules/link-entry'
import type { DeliveryMode, TimeCredit } from './model'

export type NewSession = SessionFact &
  ChainedFacts &
  Pick<VolunteeringSessionTable, 'source' | 'beneficiaries'> & {
    readonly id: string
    readonly eventId: string
    readonly deliveryMode: DeliveryMode
    readonly timeCredit: TimeCredit
    readonly dofeSection: 'volunteering' | 'skills' | null
    readonly clockRule: ClockRule | null
    readonly importId: string | null
    readonly note: string | null
    readonly recordedAt: Date
  }

const sessionColumns = [
  'organisation_id',
  'id',
  'person_id',
  'role_id',
  'branch_id',
  'local_date',
  'started_at',
  'ended_at',
  'time_zone',
  'minutes',
  'source',
  'import_id',
  'note',
  'recorded_at',
  'status',
  'activity',
  'delivery_mode',
  'training_minutes',
  'time_credit',
  'beneficiaries',
  'dofe_section',
  'micro',
  'clock_rule',
  'corrects_id',
] as const

/** Adds sessions with their first entry. Those that are in the ledger already stay as they are; returns the ids that went in. */
export const insertSessions = async (
  scope: Scope,
  sessions: readonly NewSession[],
  actor: string,
  hash?: HashText,
): Promise<Set<string>> => {
  const [first] = sessions
  if (first === undefined) return new Set()
  const heads = await lockHeads(
    scope,
    sessions.map(({ personId }) => personId),
  )
  const rows = await insertRows(
    scope.trx,
    'volunteering_session',
    sessionColumns,
    sessions.map((session) => toRow(scope.organisationId, session)),
  )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  const added = new Set(rows.map(({ id }) => id))
  await appendEntries(
    scope,
    heads,
    sessions
      .filter(({ id }) => added.has(id))
      .map((session) => ({
        id: session.eventId,
        sessionId: session.id,
        personId: session.personId,
        facts: session,
      })),
    { kind: 'submitted', actor, reason: null, at: first.recordedAt, hash },
  )
  return added
}

const toRow = (organisationId: string, session: NewSession) => ({
  organisation_id: organisationId,
  id: session.id,
  person_id: session.personId,
  role_id: session.roleId,
  branch_id: session.branchId,
  local_date: session.localDate,
  started_at: session.startedAt,
  ended_at: session.endedAt,
  time_zone: session.timeZone,
  minutes: session.minutes,
  source: session.source,
  import_id: session.importId,
  note: session.note,
  recorded_at: session.recordedAt,
  status: 'submitted' as const,
  activity: session.activity,
  delivery_mode: session.deliveryMode,
  training_minutes: session.trainingMinutes,
  time_credit: session.timeCredit,
  beneficiaries: session.beneficiaries,
  dofe_section: session.dofeSection,
  micro: session.micro,
  clock_rule: session.clockRule,
  corrects_id: session.correctsId,
})

type LedgerBuilder = ExpressionBuilder<Database & { session: Database['volunteering_session'] }, 'session'>

/** Rule HR-08: what is recorded later than this many days after it took place is late. */
const lateAfterDays = 60
/** A session that is longer is looked at before it is approved, in minutes. */
const longMinutes = 8 * 60

export const isLate = sql<boolean>`(session.recorded_at at time zone session.time_zone)::date - session.local_date > ${sql.lit(lateAfterDays)}`

/** It runs at the same time as another session of the same person. */
export const isOverlapping = sql<boolean>`exists (select from volunteering_session other
  where other.organisation_id = session.organisation_id and other.person_id = session.person_id
    and other.id <> session.id and other.status <> 'void'
    and other.local_date between session.local_date - 1 and session.local_date + 1
    and other.started_at < session.ended_at and other.ended_at > session.started_at)`

/** How many of the sessions run at the same time as another of the same person. */
export const countOverlapping = async (
  { trx, organisationId }: Scope,
  ids: readonly string[],
): Promise<number> => {
  const { count } = await trx
    .selectFrom('volunteering_session as session')
    .where('session.organisation_id', '=', organisationId)
    .where('session.id', '=', sql<string>`any(${ids}::uuid[])`)
    .where(isOverlapping)
    .select(sql<number>`count(*)::integer`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export const isLong = sql<boolean>`(session.minutes > ${sql.lit(longMinutes)})`
export const isCorrection = sql<boolean>`(session.corrects_id is not null)`

/** Nobody saw its end. */
export const isAssumed = sql<boolean>`(session.clock_rule is not distinct from 'usual')`

/** It is looked at before it is approved with others. */
export const isException = sql<boolean>`(${isLong} or ${isCorrection} or ${isAssumed} or ${isLate} or ${isOverlapping})`

/** What a filter lets through of the sessions that wait. */
export const waiting = (filter: SessionFilter) => (eb: LedgerBuilder) =>
  eb.and([
    eb('session.status', '=', 'submitted'),
    ...(filter.part === undefined ? [] : [filter.part === 'exceptions' ? isException : eb.not(isException)]),
    ...(filter.until === undefined ? [] : [eb('session.recorded_at', '<=', new Date(filter.until))]),
    ...(filter.role === undefined ? [] : [eb('session.role_id', '=', filter.role)]),
    ...(filter.branch === undefined ? [] : [eb('session.branch_id', '=', filter.branch)]),
    ...(filter.person === undefined ? [] : [eb('session.person_id', '=', filter.person)]),
    ...(filter.month === undefined
      ? []
      : [
          eb('session.local_date', '>=', sql<string>`${`${filter.month}-01`}::date`),
          eb(
            'session.local_date',
            '<',
            sql<string>`(${`${filter.month}-01`}::date + interval '1 month')::date`,
          ),
        ]),
  ])

/** It took place where somebody acts; a supervisor's branches are read by the query itself. */
export const isWithin = (reach: Reach) =>
  reach === 'service'
    ? sql<boolean>`true`
    : sql<boolean>`exists (select from membership_branch reach
        where reach.organisation_id = session.organisation_id and reach.branch_id = session.branch_id
          and reach.membership_id = ${reach.membershipId}::uuid)`

/** Who changes sessions, and where they act. */
export type Acting = { readonly actor: string; readonly reach: Reach }

/** Which sessions a change is about: named, or all that wait behind a filter. */
export type LedgerChoice = { readonly ids: readonly string[] } | { readonly waiting: SessionFilter }
export type LockedSession = {
  readonly id: string
  readonly personId: string
  readonly minutes: number
  readonly own: boolean
  readonly facts: ChainedFacts
}

/**
 * It is of this address, or of a person whom this address looks after. A question for each session and no join: of a
 * service that is new the server knows no numbers yet, and would read all its people for each session.
 */
const isOwn = (actor: string) => sql<boolean>`(exists (select from person
    where person.organisation_id = session.organisation_id and person.id = session.person_id
      and person.email = ${actor})
  or exists (select from membership
    where membership.organisation_id = session.organisation_id and membership.person_id = session.person_id
      and membership.role <> 'assessor' and membership.email = ${actor}))`

/**
 * The chosen sessions that stand in one of the states where the actor acts, with the chains of their people, all locked;
 * `own` marks those of the actor and of people whom the actor looks after (rule HR-09).
 */
export const lockSessions = async (
  scope: Scope,
  choice: LedgerChoice,
  states: readonly SessionStatus[],
  { actor, reach }: Acting,
): Promise<{ readonly heads: Heads; readonly sessions: LockedSession[] }> => {
  const { trx, organisationId } = scope
  const chosen = trx
    .selectFrom('volunteering_session as session')
    .where('session.organisation_id', '=', organisationId)
    .where('session.status', 'in', states)
    .where(isWithin(reach))
    .where((eb) =>
      'ids' in choice
        ? eb('session.id', '=', sql<string>`any(${choice.ids}::uuid[])`)
        : waiting(choice.waiting)(eb),
    )
  const people = await chosen.select('session.person_id as personId').distinct().execute()
  const heads = await lockHeads(
    scope,
    people.map(({ personId }) => personId),
  )
  const rows = await chosen
    .where('session.person_id', '=', sql<string>`any(${[...heads.keys()]}::uuid[])`)
    .select(['session.id', 'session.person_id as personId', ...chainedFactColumns, isOwn(actor).as('own')])
    .orderBy('session.id')
    .forUpdate()
    .execute()
  const sessions = rows.map(({ id, personId, own, ...facts }) => ({
    ...{ id, personId, own, facts },
    minutes: facts.minutes,
  }))
  return { heads, sessions }
}

/** Changes the status of sessions that `lockSessions` gave, with an entry for each. */
export const changeStatus = async (
  scope: Scope,
  heads: Heads,
  entries: readonly NewEntry[],
  status: SessionStatus,
  deed: Deed,
): Promise<void> => {
  if (entries.length === 0) return
  await scope.trx
    .updateTable('volunteering_session')
    .set({ status })
    .where('organisation_id', '=', scope.organisationId)
    .where('id', '=', sql<string>`any(${entries.map((entry) => entry.sessionId)}::uuid[])`)
    .execute()
  await appendEntries(scope, heads, entries, deed)
}
