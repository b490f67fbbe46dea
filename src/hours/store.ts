import { sql } from 'kysely'
import type { Scope } from '../database/scope'
import type { Reach } from '../organisations/model'
import type { SessionFact, SessionFilter, SessionRow, SessionTotal } from './model'
import { isAssumed, isLate, isLong, isOverlapping, isWithin, waiting } from './sessions/store'

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
      isLate.as('late'),
      isOverlapping.as('overlaps'),
      isLong.as('long'),
      isAssumed.as('assumed'),
      'session.corrects_id as correctsId',
    ])

export type LedgerPlace = { readonly localDate: string; readonly id: string }

/** Which of the sessions that wait, and where their reader acts. */
export type Sought = { readonly filter: SessionFilter; readonly reach: Reach }

/** A page of the sessions that wait, oldest day first. */
export const listWaiting = (
  scope: Scope,
  { filter, reach }: Sought,
  after: LedgerPlace | undefined,
  limit: number,
): Promise<SessionRow[]> =>
  inOrder(selectRows(scope).where(waiting(filter)).where(isWithin(reach)), after, limit)

/** A page of the sessions in question, oldest day first. */
export const listDisputed = (
  scope: Scope,
  reach: Reach,
  after: LedgerPlace | undefined,
  limit: number,
): Promise<SessionRow[]> =>
  inOrder(selectRows(scope).where('session.status', '=', 'disputed').where(isWithin(reach)), after, limit)

const inOrder = (
  sessions: ReturnType<typeof selectRows>,
  after: LedgerPlace | undefined,
  limit: number,
): Promise<SessionRow[]> =>
  sessions
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(session.local_date, session.id) > (${after?.localDate}::date, ${after?.id}::uuid)`,
      ),
    )
    .orderBy('session.local_date')
    .orderBy('session.id')
    .limit(limit)
    .execute()

export const totalWaiting = (
  { trx, organisationId }: Scope,
  { filter, reach }: Sought,
): Promise<SessionTotal> =>
  trx
    .selectFrom('volunteering_session as session')
    .where('session.organisation_id', '=', organisationId)
    .where(waiting(filter))
    .where(isWithin(reach))
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

const factColumns = [
  'person_id as personId',
  'role_id as roleId',
  'local_date as localDate',
  'started_at as startedAt',
  'ended_at as endedAt',
  'minutes',
] as const

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

/** How many sessions in question each of some people, or of all, has. */
export const countDisputed = async (
  { trx, organisationId }: Scope,
  personIds: readonly string[] | undefined,
): Promise<Map<string, number>> => {
  const rows = await trx
    .selectFrom('volunteering_session')
    .where('organisation_id', '=', organisationId)
    .where('status', '=', 'disputed')
    .$if(personIds !== undefined, (query) =>
      query.where('person_id', '=', sql<string>`any(${personIds ?? []}::uuid[])`),
    )
    .groupBy('person_id')
    .select(['person_id as personId', sql<number>`count(*)::integer`.as('count')])
    .execute()
  return new Map(rows.map(({ personId, count }) => [personId, count]))
}
