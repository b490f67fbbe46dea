import { sql } from 'kysely'
import type { SystemScope } from '../database/scope'
import type { ServiceFigures } from './model'

/** What the services of a network add up to between two days, both included. Names nobody. */
export const selectServiceFigures = async (
  scope: SystemScope,
  networkId: string,
  period: { readonly from: string; readonly to: string },
): Promise<ServiceFigures[]> => {
  const { rows } = await sql<ServiceFigures>`
    with given as (
      select organisation_id, person_id, sum(minutes) as minutes
      from volunteering_session
      where status = 'approved' and local_date between ${period.from} and ${period.to}
      group by organisation_id, person_id
      union all
      select organisation_id, giver, sum(minutes) as minutes
      from anonymous_session
      where (month || '-01')::date between ${period.from} and ${period.to}
      group by organisation_id, giver
    )
    select
      organisation.id as "organisationId",
      (select count(*) from given where organisation_id = organisation.id)::int as "volunteers",
      (select coalesce(sum(minutes), 0) from given where organisation_id = organisation.id)::int as "minutes",
      (select coalesce(max(minutes), 0) from given where organisation_id = organisation.id)::int as "mostMinutes",
      (select count(*) from award where organisation_id = organisation.id and status = 'valid'
        and (issued_at at time zone 'Europe/London')::date between ${period.from} and ${period.to})::int
      + (select count(*) from erased_award where organisation_id = organisation.id and status = 'valid'
        and (issued_at at time zone 'Europe/London')::date between ${period.from} and ${period.to})::int as "badges"
    from organisation
    where parent_id = ${networkId}
    order by name_en, id`.execute(scope.trx)
  return rows
}
