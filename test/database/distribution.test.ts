import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDeps, type TestDeps } from '../support/database'

let opened: TestDeps
beforeAll(async () => {
  opened = await openTestDeps()
})
afterAll(() => opened.close())

type Key = { readonly table: string; readonly name: string; readonly first: string; readonly target: string }

/** Keys, unique indexes and foreign keys of the tenants' tables, each with its first column. */
const readKeys = async (): Promise<Key[]> => {
  const { rows } = await sql<Key>`
    with tenant as (
      select c.oid, c.relname from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
    )
    select t.relname as "table", i.relname as name, coalesce(a.attname, '(expression)') as first, '' as target
    from tenant t join pg_index x on x.indrelid = t.oid and x.indisunique
    join pg_class i on i.oid = x.indexrelid
    left join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
    union all
    select t.relname, f.conname, a.attname, g.relname
    from tenant t join pg_constraint f on f.conrelid = t.oid and f.contype = 'f'
    join pg_attribute a on a.attrelid = t.oid and a.attnum = f.conkey[1]
    join pg_class g on g.oid = f.confrelid
    order by 1, 2`.execute(opened.deps.db)
  return rows
}

test('organisation_id leads every key of a tenant’s table, so that rows can be spread by it', async () => {
  const keys = await readKeys()
  expect(keys.filter(({ target }) => target === '').length).toBeGreaterThan(20)
  expect(keys.filter(({ target }) => target !== '').length).toBeGreaterThan(20)
  expect(keys.filter(({ first }) => first !== 'organisation_id')).toEqual([])
})
