import { sql } from 'kysely'
import { asSystem, withDemographics } from '../../src/database/scope'
import type { Deps } from '../../src/deps'

/** Every table of the schema that holds rows of one service or another. */
export const tenantTables = async (deps: Deps): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`.execute(deps.db)
  return rows.map(({ name }) => name)
}

/** Tables with a column that names a person, and those that hang on one of these by a key. */
export const leadsToPerson = async (deps: Deps): Promise<Set<string>> => {
  const { rows } = await sql<{ name: string }>`
    with recursive own as (
      select c.oid, c.relname from pg_class c
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and (c.relname = 'person' or exists (
        select from pg_attribute a where a.attrelid = c.oid and not a.attisdropped and a.attname = 'person_id'))
      union
      select c.oid, c.relname from own join pg_constraint f on f.contype = 'f' and f.confrelid = own.oid
      join pg_class c on c.oid = f.conrelid
    )
    select relname as name from own order by 1`.execute(deps.db)
  return new Set(rows.map(({ name }) => name))
}

const isOfDemographics = (table: string) => table.startsWith('demographic_')

/** How many rows a service has in each of some tables. */
export const countRows = async (
  deps: Deps,
  organisationId: string,
  tables: Iterable<string>,
): Promise<Map<string, number>> => {
  const counts = new Map<string, number>()
  for (const table of tables) {
    const count = sql<{ count: number }>`select count(*)::integer as count from ${sql.table(table)}
      where organisation_id = ${organisationId}`
    const { rows } = isOfDemographics(table)
      ? await withDemographics(deps.db, organisationId, ({ trx }) => count.execute(trx))
      : await asSystem(deps.db, ({ trx }) => count.execute(trx))
    counts.set(table, Number(rows[0]?.count ?? 0))
  }
  return counts
}

/** Tables with a row in which some words stand, whatever the capitals, of all that the system sees. */
export const tablesWith = async (deps: Deps, words: string): Promise<string[]> => {
  const { rows: tables } = await sql<{ name: string }>`
    select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and has_table_privilege('colophon_system', c.oid, 'select')`.execute(deps.db)
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await asSystem(deps.db, ({ trx }) =>
      sql<{ count: number }>`select count(*) as count from ${sql.table(name)} t
        where strpos(lower(t::text), lower(${words})) > 0`.execute(trx),
    )
    if ((rows[0]?.count ?? 0) > 0) found.push(name)
  }
  return found
}
