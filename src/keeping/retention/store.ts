import { sql } from 'kysely'
import type { Scope, SystemScope } from '../../database/scope'

export type LastSeen = { readonly id: string; readonly name: string; readonly since: string }

/** People whose last session, or whose record where there is none, is on or before a day; the longest ago first. */
export const listLastSeen = async ({ trx, organisationId }: Scope, until: string): Promise<LastSeen[]> => {
  const { rows } = await sql<LastSeen>`
    select person.id, person.preferred_name as name, seen.since::text as since
    from person cross join lateral (
      select greatest(
        (select max(local_date) from volunteering_session s
          where s.organisation_id = person.organisation_id and s.person_id = person.id),
        (person.created_at at time zone 'Europe/London')::date) as since) seen
    where person.organisation_id = ${organisationId} and seen.since <= ${until}::date
    order by seen.since, person.search_name, person.id`.execute(trx)
  return rows
}

export type Run = {
  readonly id: string
  readonly day: string
  readonly counts: Readonly<Record<string, number>>
  readonly ranAt: Date
}

/** Writes what went on a day; a second run of the day adds to it. */
export const saveRun = async ({ trx, organisationId }: Scope, run: Run): Promise<void> => {
  await trx
    .insertInto('retention_run')
    .values({
      organisation_id: organisationId,
      id: run.id,
      day: run.day,
      counts: JSON.stringify(run.counts),
      ran_at: run.ranAt,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'day']).doUpdateSet({
        ran_at: run.ranAt,
        counts: sql`(select jsonb_object_agg(key, value) from (
          select key, sum(value::int) as value from (
            select * from jsonb_each_text(retention_run.counts) union all select * from jsonb_each_text(excluded.counts)
          ) both_runs group by key) summed)`,
      }),
    )
    .execute()
}

export const listRuns = ({ trx, organisationId }: Scope, limit: number): Promise<Run[]> =>
  trx
    .selectFrom('retention_run')
    .select(['id', 'day', 'counts', 'ran_at as ranAt'])
    .where('organisation_id', '=', organisationId)
    .orderBy('day', 'desc')
    .limit(limit)
    .execute()

/** Organisations that have volunteers and have not run on a day. */
export const listWaiting = async ({ trx }: SystemScope, day: string, limit: number): Promise<string[]> => {
  const rows = await trx
    .selectFrom('organisation')
    .select('id')
    .where('kind', '<>', 'network')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('retention_run')
            .select('retention_run.id')
            .whereRef('retention_run.organisation_id', '=', 'organisation.id')
            .where('retention_run.day', '=', day),
        ),
      ),
    )
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}
