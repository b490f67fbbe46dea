import { type SqlBool, sql } from 'kysely'
import type { Scope, SystemScope } from '../../database/scope'
import type { OpenVisit, RoleChoice } from './model'

type Named = { readonly id: string; readonly name: string }

/** Active people with a word of their name that begins so, who had hours at the library since a day. */
export const findByLetters = (
  { trx, organisationId }: Scope,
  letters: string,
  place: { readonly branchId: string; readonly since: string },
  limit: number,
): Promise<Named[]> => {
  const begins = letters.replace(/[\\%_]/g, '\\$&')
  return trx
    .selectFrom('person')
    .select(['person.id', 'person.preferred_name as name'])
    .where('person.organisation_id', '=', organisationId)
    .where('person.status', '=', 'active')
    .where(
      sql<SqlBool>`(person.search_name like ${`${begins}%`} or person.search_name like ${`% ${begins}%`})`,
    )
    .where(
      sql<SqlBool>`exists (select from volunteering_session session
        where session.organisation_id = ${organisationId}::uuid and session.person_id = person.id
          and session.branch_id = ${place.branchId}::uuid and session.local_date >= ${place.since}::date
          and session.status <> 'void')`,
    )
    .orderBy('person.search_name')
    .orderBy('person.id')
    .limit(limit)
    .execute()
}

export const findActive = ({ trx, organisationId }: Scope, personId: string): Promise<Named | undefined> =>
  trx
    .selectFrom('person')
    .select(['id', 'preferred_name as name'])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', personId)
    .where('status', '=', 'active')
    .executeTakeFirst()

/** The roles of the service; those that the person had since a day first, newest first. */
export const listRoleChoices = async (
  { trx, organisationId }: Scope,
  personId: string,
  since: string,
): Promise<(RoleChoice & { readonly had: boolean })[]> => {
  const { rows } = await sql<RoleChoice & { readonly had: boolean }>`
    select role.id, role.title_en as "titleEn", role.title_cy as "titleCy", last.day is not null as had
    from role left join (
      select role_id, max(local_date) as day from volunteering_session
      where organisation_id = ${organisationId}::uuid and person_id = ${personId}::uuid
        and local_date >= ${since}::date and status <> 'void'
      group by role_id) last on last.role_id = role.id
    where role.organisation_id = ${organisationId}::uuid
    order by last.day desc nulls last, role.title_en, role.id`.execute(trx)
  return rows
}

const selectVisits = ({ trx, organisationId }: Scope) =>
  trx
    .selectFrom('check_in as visit')
    .innerJoin('branch', (join) =>
      join
        .onRef('branch.organisation_id', '=', 'visit.organisation_id')
        .onRef('branch.id', '=', 'visit.branch_id'),
    )
    .innerJoin('role', (join) =>
      join.onRef('role.organisation_id', '=', 'visit.organisation_id').onRef('role.id', '=', 'visit.role_id'),
    )
    .where('visit.organisation_id', '=', organisationId)
    .where('visit.ended_at', 'is', null)
    .select([
      'visit.id',
      'visit.person_id as personId',
      'visit.branch_id as branchId',
      'branch.name as branchName',
      'visit.role_id as roleId',
      'role.title_en as roleTitleEn',
      'role.title_cy as roleTitleCy',
      'visit.point_id as pointId',
      'visit.started_at as startedAt',
    ])

export const findOpenVisit = (scope: Scope, personId: string): Promise<OpenVisit | undefined> =>
  selectVisits(scope).where('visit.person_id', '=', personId).executeTakeFirst()

/** The open visit of that id, kept from others until the transaction ends. */
export const lockOpenVisit = (scope: Scope, id: string): Promise<OpenVisit | undefined> =>
  selectVisits(scope).where('visit.id', '=', id).forUpdate('visit').executeTakeFirst()

/** Who is in since an instant, by library and then longest first. */
export const listOpenVisits = (
  scope: Scope,
  since: Date,
  limit: number,
): Promise<(OpenVisit & { personName: string })[]> =>
  selectVisits(scope)
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'visit.organisation_id')
        .onRef('person.id', '=', 'visit.person_id'),
    )
    .where('visit.started_at', '>=', since)
    .select('person.preferred_name as personName')
    .orderBy('branch.name')
    .orderBy('visit.started_at')
    .limit(limit)
    .execute()

/** Checks somebody in who is not; false where they are. */
export const insertVisit = async (
  { trx, organisationId }: Scope,
  visit: Pick<OpenVisit, 'id' | 'personId' | 'branchId' | 'roleId' | 'pointId' | 'startedAt'>,
): Promise<boolean> => {
  const rows = await trx
    .insertInto('check_in')
    .values({
      organisation_id: organisationId,
      id: visit.id,
      person_id: visit.personId,
      branch_id: visit.branchId,
      role_id: visit.roleId,
      point_id: visit.pointId,
      started_at: visit.startedAt,
      ended_at: null,
      end_rule: null,
      session_id: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return rows.length > 0
}

export const endVisit = async (
  { trx, organisationId }: Scope,
  id: string,
  end: {
    readonly endedAt: Date
    readonly rule: 'seen' | 'told' | 'usual' | 'nothing'
    readonly sessionId: string | null
  },
): Promise<void> => {
  await trx
    .updateTable('check_in')
    .set({ ended_at: end.endedAt, end_rule: end.rule, session_id: end.sessionId })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

/** The lengths of a person's last sessions in a role, newest first. */
export const listLengths = (
  { trx, organisationId }: Scope,
  person: { readonly personId: string; readonly roleId: string },
  limit: number,
): Promise<{ minutes: number }[]> =>
  trx
    .selectFrom('volunteering_session')
    .select('minutes')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', person.personId)
    .where('role_id', '=', person.roleId)
    .where('status', '<>', 'void')
    .orderBy('local_date', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

/** Visits of all services that began before an instant and have no end, the oldest first. */
export const listForgotten = (
  { trx }: SystemScope,
  before: Date,
  limit: number,
): Promise<{ organisationId: string; id: string }[]> =>
  trx
    .selectFrom('check_in')
    .select(['organisation_id as organisationId', 'id'])
    .where('ended_at', 'is', null)
    .where('started_at', '<', before)
    .orderBy('started_at')
    .limit(limit)
    .execute()
