import { type ExpressionBuilder, sql } from 'kysely'
import type { Database } from '../database/schema'
import type { Scope } from '../database/scope'
import type { SessionFact, SessionFilter, SessionRow, SessionTotal } from './model'

/** Rule HR-08: what is recorded later than this many days after it took place is marked late. */
const lateAfterDays = 60

export type NewSession = SessionFact & {
  readonly id: string
  readonly eventId: string
  readonly branchId: string | null
  readonly timeZone: string
  readonly source: 'import' | 'self' | 'kiosk'
  readonly importId: string | null
  readonly note: string | null
  readonly recordedAt: Date
}

/** Adds sessions with their first event. Those that are in the ledger already stay as they are; returns how many went in. */
export const insertSessions = async (
  { trx, organisationId }: Scope,
  sessions: readonly NewSession[],
  actor: string,
): Promise<number> => {
  if (sessions.length === 0) return 0
  const added = await trx
    .insertInto('volunteering_session')
    .values(
      sessions.map((session) => ({
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
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  const eventOf = new Map(sessions.map((session) => [session.id, session.eventId]))
  const events = added.flatMap(({ id }) => {
    const eventId = eventOf.get(id)
    return eventId === undefined ? [] : [{ id: eventId, sessionId: id }]
  })
  await insertEvents({ trx, organisationId }, events, 'submitted', actor, null)
  return added.length
}

type NewEvent = { readonly id: string; readonly sessionId: string }

const insertEvents = async (
  { trx, organisationId }: Pick<Scope, 'trx' | 'organisationId'>,
  events: readonly NewEvent[],
  kind: 'submitted' | 'approved' | 'disputed',
  actor: string,
  reason: string | null,
): Promise<void> => {
  if (events.length === 0) return
  const ids = events.map((event) => event.id)
  const sessionIds = events.map((event) => event.sessionId)
  await sql`
    insert into session_event (organisation_id, id, session_id, kind, actor, reason)
    select ${organisationId}::uuid, event.id, event.session_id, ${kind}, ${actor}, ${reason}
    from unnest(${ids}::uuid[], ${sessionIds}::uuid[]) as event (id, session_id)`.execute(trx)
}

type LedgerBuilder = ExpressionBuilder<Database & { session: Database['volunteering_session'] }, 'session'>

/** Sessions with the names that a list shows. */
const selectRows = ({ trx, organisationId }: Scope) =>
  trx
    .selectFrom('volunteering_session as session')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'session.organisation_id')
        .onRef('person.id', '=', 'session.person_id'),
    )
    .innerJoin('role', (join) =>
      join
        .onRef('role.organisation_id', '=', 'session.organisation_id')
        .onRef('role.id', '=', 'session.role_id'),
    )
    .leftJoin('branch', (join) =>
      join
        .onRef('branch.organisation_id', '=', 'session.organisation_id')
        .onRef('branch.id', '=', 'session.branch_id'),
    )
    .where('session.organisation_id', '=', organisationId)
    .select([
      'session.id',
      'session.person_id as personId',
      'person.preferred_name as personName',
      'session.role_id as roleId',
      'role.title_en as roleTitleEn',
      'role.title_cy as roleTitleCy',
      'branch.name as branchName',
      'session.local_date as localDate',
      'session.started_at as startedAt',
      'session.ended_at as endedAt',
      'session.minutes',
      'session.status',
      'session.note',
      sql<boolean>`(session.recorded_at at time zone session.time_zone)::date - session.local_date > ${lateAfterDays}`.as(
        'late',
      ),
      sql<boolean>`exists (select from volunteering_session other
        where other.organisation_id = session.organisation_id and other.person_id = session.person_id
          and other.id <> session.id and other.status <> 'void'
          and other.local_date between session.local_date - 1 and session.local_date + 1
          and other.started_at < session.ended_at and other.ended_at > session.started_at)`.as('overlaps'),
    ])

/** What a filter lets through of the sessions that wait. */
const waiting = (filter: SessionFilter) => (eb: LedgerBuilder) =>
  eb.and([
    eb('session.status', '=', 'submitted'),
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

export type LedgerPlace = { readonly localDate: string; readonly id: string }

/** A page of the sessions that wait, oldest day first. */
export const listWaiting = (
  scope: Scope,
  filter: SessionFilter,
  after: LedgerPlace | undefined,
  limit: number,
): Promise<SessionRow[]> =>
  selectRows(scope)
    .where(waiting(filter))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(session.local_date, session.id) > (${after?.localDate}::date, ${after?.id}::uuid)`,
      ),
    )
    .orderBy('session.local_date')
    .orderBy('session.id')
    .limit(limit)
    .execute()

export const totalWaiting = ({ trx, organisationId }: Scope, filter: SessionFilter): Promise<SessionTotal> =>
  trx
    .selectFrom('volunteering_session as session')
    .where('session.organisation_id', '=', organisationId)
    .where(waiting(filter))
    .select([
      sql<number>`count(*)`.as('count'),
      sql<number>`coalesce(sum(session.minutes), 0)::bigint`.as('minutes'),
    ])
    .executeTakeFirstOrThrow()

/** Every session of a person that is not void, newest day first. */
export const listOfPerson = (scope: Scope, personId: string): Promise<SessionRow[]> =>
  selectRows(scope)
    .where('session.person_id', '=', personId)
    .where('session.status', '<>', 'void')
    .orderBy('session.local_date', 'desc')
    .orderBy('session.id', 'desc')
    .execute()

/** Which sessions a change is about: named, or all that wait behind a filter. */
export type LedgerChoice = { readonly ids: readonly string[] } | { readonly waiting: SessionFilter }
export type LockedSession = { readonly id: string; readonly minutes: number; readonly own: boolean }

/** The chosen sessions that stand in one of the states, locked; `own` marks those of the actor (rule HR-09). */
export const lockSessions = async (
  { trx, organisationId }: Scope,
  choice: LedgerChoice,
  states: readonly ('submitted' | 'approved' | 'disputed')[],
  actor: string,
): Promise<LockedSession[]> => {
  const query = trx
    .selectFrom('volunteering_session as session')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'session.organisation_id')
        .onRef('person.id', '=', 'session.person_id'),
    )
    .where('session.organisation_id', '=', organisationId)
    .where('session.status', 'in', states)
    .select([
      'session.id',
      'session.minutes',
      sql<boolean>`(person.email is not distinct from ${actor} or exists (select from membership
        where membership.organisation_id = person.organisation_id and membership.person_id = person.id
          and membership.role = 'volunteer' and membership.email = ${actor}))`.as('own'),
    ])
    .orderBy('session.id')
    .forUpdate('session')
  const chosen =
    'ids' in choice
      ? query.where('session.id', '=', sql<string>`any(${choice.ids}::uuid[])`)
      : query.where(waiting(choice.waiting))
  return chosen.execute()
}

/** Changes the status of sessions and writes who did it, in one statement each. */
export const changeStatus = async (
  scope: Scope,
  events: readonly NewEvent[],
  status: 'approved' | 'disputed',
  actor: string,
  reason: string | null,
): Promise<void> => {
  if (events.length === 0) return
  await scope.trx
    .updateTable('volunteering_session')
    .set({ status })
    .where('organisation_id', '=', scope.organisationId)
    .where('id', '=', sql<string>`any(${events.map((event) => event.sessionId)}::uuid[])`)
    .execute()
  await insertEvents(scope, events, status, actor, reason)
}

const factColumns = [
  'person_id as personId',
  'role_id as roleId',
  'local_date as localDate',
  'started_at as startedAt',
  'ended_at as endedAt',
  'minutes',
] as const

/** Approved sessions of some people or of all, by day (rule HR-06). */
export const listApproved = (
  scope: Scope,
  personIds: readonly string[] | undefined,
): Promise<SessionFact[]> =>
  scope.trx
    .selectFrom('volunteering_session')
    .select(factColumns)
    .where('organisation_id', '=', scope.organisationId)
    .where('status', '=', 'approved')
    .$if(personIds !== undefined, (query) =>
      query.where('person_id', '=', sql<string>`any(${personIds ?? []}::uuid[])`),
    )
    .orderBy('local_date')
    .orderBy('id')
    .execute()

/** The minutes of some people's sessions that wait for approval, by person. */
export const sumWaiting = async (
  { trx, organisationId }: Scope,
  personIds: readonly string[],
): Promise<Map<string, number>> => {
  const rows = await trx
    .selectFrom('volunteering_session')
    .where('organisation_id', '=', organisationId)
    .where('status', '=', 'submitted')
    .where('person_id', '=', sql<string>`any(${personIds}::uuid[])`)
    .groupBy('person_id')
    .select(['person_id as personId', sql<number>`sum(minutes)::bigint`.as('minutes')])
    .execute()
  return new Map(rows.map((row) => [row.personId, row.minutes]))
}

/** What the ledger has of some people between two days, void sessions aside. */
export const listKnownFacts = (
  scope: Scope,
  personIds: readonly string[],
  from: string,
  to: string,
): Promise<SessionFact[]> =>
  scope.trx
    .selectFrom('volunteering_session')
    .select(factColumns)
    .where('organisation_id', '=', scope.organisationId)
    .where('status', '<>', 'void')
    .where('person_id', '=', sql<string>`any(${personIds}::uuid[])`)
    .where('local_date', '>=', from)
    .where('local_date', '<=', to)
    .execute()
