import { sql } from 'kysely'
import type { Scope } from '../../database/scope'
import type { Reach } from '../../organisations/model'
import type { SessionFilterOptions, WaitingFigures } from '../model'
import { isWithin } from '../sessions/store'

type Option = { kind: 'role' | 'branch' | 'person' | 'month'; id: string; name: string; cy: string | null }

/** The roles, branches, people and months that occur among the sessions that wait. */
export const listFilterOptions = async (
  { trx, organisationId }: Scope,
  reach: Reach,
): Promise<SessionFilterOptions> => {
  const { rows } = await sql<Option>`
    with waiting as (select role_id, branch_id, person_id, to_char(local_date, 'YYYY-MM') as month
      from volunteering_session session
      where organisation_id = ${organisationId} and status = 'submitted' and ${isWithin(reach)})
    select 'role' as kind, id::text, title_en as name, title_cy as cy, title_en as place from role
      where organisation_id = ${organisationId} and id in (select role_id from waiting)
    union all select 'branch', id::text, name, null, name from branch
      where organisation_id = ${organisationId} and id in (select branch_id from waiting)
    union all select 'person', id::text, preferred_name, null, search_name from person
      where organisation_id = ${organisationId} and id in (select person_id from waiting)
    union all select distinct 'month', month, month, null, month from waiting
    order by kind, place, id`.execute(trx)
  const of = (kind: Option['kind']) => rows.filter((row) => row.kind === kind)
  return {
    roles: of('role').map((row) => ({ id: row.id, titleEn: row.name, titleCy: row.cy })),
    branches: of('branch').map((row) => ({ id: row.id, name: row.name })),
    people: of('person').map((row) => ({ id: row.id, name: row.name })),
    months: of('month')
      .map((row) => row.id)
      .reverse(),
  }
}

/** How much waits for approval and since when. */
export const sumWaitingSessions = ({ trx, organisationId }: Scope): Promise<WaitingFigures> =>
  trx
    .selectFrom('volunteering_session')
    .where('organisation_id', '=', organisationId)
    .where('status', '=', 'submitted')
    .select([
      sql<number>`count(*)`.as('count'),
      sql<number>`coalesce(sum(minutes), 0)::bigint`.as('minutes'),
      sql<string | null>`min(local_date)`.as('oldest'),
    ])
    .executeTakeFirstOrThrow()
