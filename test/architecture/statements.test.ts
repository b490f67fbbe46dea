import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { membershipRoles } from '../../src/organisations/model'
import { permits } from '../../src/organisations/rules/permits'
import { runScheduled } from '../../src/run-job'
import { openTestApp, type TestApp } from '../support/web'
import { asks } from '../web/route-permissions'
import { makeTenant } from '../web/tenant'
import { findStrayJoins, type PlanNode } from './read-plan'

const statements = new Set<string>()
let app: TestApp
let tenantTables: ReadonlySet<string>
beforeAll(async () => {
  app = await openTestApp({ kind: 'pglite', onStatement: (text) => void statements.add(text) })
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace`.execute(app.deps.db)
  tenantTables = new Set(rows.map(({ name }) => name))
}, 60_000)
afterAll(() => app.close())

/** The plan of a statement for any values; the tests' user is held by no policy, so that nothing is added to it. */
const planOf = async (statement: string): Promise<PlanNode | undefined> => {
  if (!/^\s*(with|select|insert|update|delete)\b/i.test(statement)) return undefined
  const { rows } = await sql
    .raw<{ 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }>(
      `explain (generic_plan, verbose, format json) ${statement}`,
    )
    .execute(app.deps.db)
  return rows[0]?.['QUERY PLAN'][0]?.Plan
}

/** A conflict over part of a table is planned only with its values; what is inserted so is joined with nothing. */
const isPlannedByValue = (statement: string) => /on conflict \([^)]*\) where/.test(statement)

const strayOf = async (statement: string): Promise<string[]> => {
  const plan = isPlannedByValue(statement) ? undefined : await planOf(statement)
  return plan === undefined ? [] : findStrayJoins(plan, (name) => tenantTables.has(name))
}

test('a join that forgets the organisation is found, however it is written', async () => {
  const columns = 'select session.id from volunteering_session session'
  const joined = `${columns} join person on person.id = session.person_id`
  expect(await strayOf(`${joined} where session.organisation_id = $1`)).toHaveLength(1)
  expect(
    await strayOf(`${joined} where session.organisation_id = $1 and person.organisation_id = $2`),
  ).toHaveLength(1)
  expect(
    await strayOf(`${joined} where session.organisation_id = $1 and person.organisation_id = $1`),
  ).toEqual([])
  const kept = `${joined} and person.organisation_id = session.organisation_id`
  expect(await strayOf(kept)).toEqual([])
  const asked = `${columns} where session.organisation_id = $1 and`
  expect(
    await strayOf(`${asked} session.person_id in (select id from person where status = 'active')`),
  ).toHaveLength(1)
  expect(await strayOf(`${asked} exists (select from person where id = session.person_id)`)).toHaveLength(1)
  expect(
    await strayOf(`select (select preferred_name from person where id = session.person_id limit 1)
    from volunteering_session session where organisation_id = $1`),
  ).toHaveLength(1)
})

test('no statement joins the rows of two organisations', async () => {
  const tenant = await makeTenant(app, 'all.example.org')
  for (const [route, permission] of Object.entries(asks)) {
    const [method, path = ''] = route.split(' ')
    const role = membershipRoles.find((one) => permits(one, permission))
    const parts = route.includes(':guardianId') ? tenant.ofGuardian : tenant.parts
    const slug = path.startsWith('/networks/') ? tenant.networkSlug : parts['slug']
    const address = path.replace(/:(\w+)/g, (_, name: string) => (name === 'slug' ? slug : parts[name]) ?? '')
    const cookie = role === undefined ? undefined : tenant.cookies[role]
    const form = { batch: tenant.parts['approval'] ?? '', person: parts['personId'] ?? '' }
    await (method === 'GET' ? app.get(address, cookie) : app.post(address, form, cookie))
  }
  await runScheduled(app.deps)
  const stray: Record<string, string[]> = {}
  let planned = 0
  for (const statement of statements) {
    const found = await strayOf(statement).catch((cause) => [String(cause)])
    planned += 1
    if (found.length > 0) stray[statement] = found
  }
  expect(stray).toEqual({})
  expect(planned).toBeGreaterThan(400)
}, 300_000)
