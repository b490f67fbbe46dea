import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkDatabase } from '../../src/database/check'
import { asSystem, withOrganisation } from '../../src/database/scope'
import { openTestDeps, type TestDeps } from '../support/database'

let opened: TestDeps
beforeAll(async () => {
  opened = await openTestDeps()
})
afterAll(() => opened.close())

test('the database answers and is migrated', async () => {
  await expect(checkDatabase(opened.deps.db)).resolves.toBeUndefined()
})

test('every table of a tenant has forced row-level security', async () => {
  const tables = await sql<{ name: string; forced: boolean }>`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where a.attname = 'organisation_id' and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`.execute(
    opened.deps.db,
  )
  expect(tables.rows.length).toBeGreaterThan(10)
  expect(tables.rows.filter((table) => !table.forced)).toEqual([])
})

test('a scope takes on a role that is no superuser, and another scope sees none of its rows', async () => {
  const { db, random } = opened.deps
  const [one, other] = [random.uuid(), random.uuid()]
  await asSystem(db, async ({ trx }) => {
    for (const [index, id] of [one, other].entries()) {
      await sql`insert into organisation (id, kind, slug, name_en, nation, theme_colour)
        values (${id}, 'network', ${`scope-${index}`}, 'A network', 'England', '#000000')`.execute(trx)
    }
  })
  await withOrganisation(db, one, async ({ trx }) => {
    const who = await sql<{ user: string; super: boolean }>`
      select current_user as user, rolsuper as super from pg_roles where rolname = current_user`.execute(trx)
    expect(who.rows).toEqual([{ user: 'colophon_tenant', super: false }])
    await sql`insert into branch (organisation_id, id, name, library_type)
      values (${one}, ${random.uuid()}, 'Central', 'LAL')`.execute(trx)
  })
  const seen = await withOrganisation(db, other, ({ trx }) => sql`select * from branch`.execute(trx))
  expect(seen.rows).toEqual([])
})
