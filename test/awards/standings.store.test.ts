import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gatherFacts } from '../../src/achievements/facts/actions'
import { standForBadge } from '../../src/achievements/rules/stand-for-badge'
import { chooseRule, listBadges } from '../../src/achievements/settings/actions'
import { readStandings, refreshStandings } from '../../src/awards/standings/actions'
import { asSystem, withOrganisation } from '../../src/database/scope'
import type { Deps } from '../../src/deps'
import { recordEvidence } from '../../src/evidence/actions'
import { approveSessions, disputeSessions, sessionsOf } from '../../src/hours/actions'
import type { Organisation } from '../../src/organisations/model'
import { tickInduction } from '../../src/roles/placements/actions'
import { recordTraining } from '../../src/roles/training/actions'
import { makeRoleParts } from '../roles/parts'
import { earnBadge } from '../support/awards'
import { openTestDeps, type TestDeps } from '../support/database'
import { makePeople, makeService } from '../support/organisation'

let opened: TestDeps
let deps: Deps
let service: Organisation
beforeAll(async () => {
  opened = await openTestDeps()
  deps = opened.deps
})
afterAll(() => opened.close())

const actor = 'coordinator@example.org'

/** What the lists say of everybody, and what the rules say when they are asked. */
const bothWays = async () => {
  const read = await readStandings(deps, service.id)
  const gathered = await gatherFacts(deps, service.id)
  const badges = await listBadges(deps, service.id)
  const of = (distanceOf: (personId: string, definition: (typeof badges)[number]['definition']) => number) =>
    read.people.map(({ id }) => badges.map(({ definition }) => distanceOf(id, definition)))
  return {
    lists: of((id, { id: code }) => read.distanceOf(id, code)),
    rules: of(
      (id, definition) => Math.ceil(standForBadge(definition, gathered.of(id)).distance * 1000) / 1000,
    ),
  }
}

const expectSame = async (step: string) => {
  const { lists, rules } = await bothWays()
  expect([step, lists]).toEqual([step, rules])
  return lists
}

const notes = () =>
  withOrganisation(deps.db, service.id, ({ trx }) =>
    trx.selectFrom('standing_change').select(['number', 'person_id']).execute(),
  )

test('whatever changes in a record, the lists say what the rules say', async () => {
  service = await makeService(deps)
  const [first = '', second = ''] = await makePeople(deps, service, ['Ada', 'Bedwyr', 'Cai'])
  const seen = [await expectSame('nothing recorded')]
  const step = async (name: string, work: () => Promise<unknown>) => {
    await work()
    seen.push(await expectSame(name))
    expect([name, seen.at(-1)]).not.toEqual([name, seen.at(-2)])
  }
  await step('hours approved', () => earnBadge(deps, service, [first, second]))
  const sessions = await sessionsOf(deps, service.id, first)
  const asked = [sessions[0]?.id ?? '']
  await step('hours disputed', () =>
    disputeSessions(deps, service.id, asked, { reason: 'Was it so?', actor }),
  )
  await step('and approved again', () => approveSessions(deps, service.id, { sessionIds: asked }, actor))
  const seenThere = {
    kind: 'supervisor-tick',
    date: '2026-01-06',
    count: '1',
    faults: '',
    area: '',
    module: '',
  }
  const to = { personIds: [second], requestId: deps.random.uuid(), actor }
  await step('evidence', () =>
    recordEvidence(deps, service.id, { ...seenThere, score: '', note: 'Kind to readers' }, to),
  )
  const parts = await makeRoleParts(deps, service, first, actor)
  await expectSame('placement, training, access and application')
  const training = { personIds: [second], module: 'data-protection', completedOn: '2026-05-01', score: '90' }
  await step('training', () => recordTraining(deps, service.id, training, actor))
  const items = await withOrganisation(deps.db, service.id, ({ trx }) =>
    trx.selectFrom('role').select('induction').where('id', '=', parts.roleId).executeTakeFirstOrThrow(),
  )
  await step('induction', () =>
    tickInduction(
      deps,
      service.id,
      parts.placementId,
      items.induction.map(({ id }) => id),
      actor,
    ),
  )
  await step('a rule of the service', () =>
    chooseRule(deps, service.id, 'LV-02', {
      ...{ hidden: false, actor },
      rule: {
        all: [
          { kind: 'approved-minutes', atLeast: 3000 },
          { kind: 'months-with-sessions', atLeast: 3 },
        ],
      },
    }),
  )
})

test('what was read is not reckoned again until something changes, or another day begins', async () => {
  await readStandings(deps, service.id)
  expect(await notes()).toEqual([])
  const versions = () =>
    withOrganisation(deps.db, service.id, ({ trx }) =>
      trx.selectFrom('badge_standing').select(['person_id', 'version']).orderBy('person_id').execute(),
    )
  const before = await versions()
  await readStandings(deps, service.id)
  expect(await versions()).toEqual(before)
  opened.clock.advance(24 * 60 * 60_000)
  await readStandings(deps, service.id)
  expect((await versions()).map(({ version }) => version)).toEqual(before.map(({ version }) => version + 1))
})

test('the schedule reckons what has changed, so that nobody waits for it', async () => {
  const [personId = ''] = await makePeople(deps, service, ['Dewi'])
  await earnBadge(deps, service, [personId])
  const kept = () =>
    withOrganisation(deps.db, service.id, ({ trx }) =>
      trx
        .selectFrom('badge_standing')
        .select(['distances', 'computed_on as day'])
        .where('person_id', '=', personId)
        .execute(),
    )
  expect([await kept(), (await notes()).length > 0]).toEqual([[], true])
  await refreshStandings(deps)
  const [first] = await kept()
  // 21.25 of the 50 hours that this service asks for.
  expect(first?.distances).toMatchObject({ 'LV-02': 0.575 })
  expect(await notes()).toEqual([])
  opened.clock.advance(24 * 60 * 60_000)
  await refreshStandings(deps)
  const [second] = await kept()
  expect(second?.distances).toEqual(first?.distances)
  expect(Date.parse(second?.day ?? '') - Date.parse(first?.day ?? '')).toBe(24 * 60 * 60_000)
})

/** How many kinds of change are noted where it is not each of the three. */
const otherwise: Readonly<Record<string, number>> = {
  // What a query calls a skill claim.
  claim: 0,
  // Who is new was not reckoned yet, and what was reckoned goes with the record.
  person: 1,
  // Named on a badge; they earn none.
  skill_alignment: 0,
  // A claim is written with each of its events.
  skill_claim_event: 0,
}

test('every table that badges go by notes its changes', async () => {
  const asked = new Set<string>()
  const watched = deps.db.withPlugin({
    transformQuery: ({ node }) => {
      const text = JSON.stringify(node)
      for (const [, table = ''] of text.matchAll(
        /"kind":"TableNode","table":\{"kind":"SchemableIdentifierNode","identifier":\{"kind":"IdentifierNode","name":"(\w+)"/g,
      ))
        asked.add(table)
      for (const [, table = ''] of text.matchAll(/\b(?:from|join) (\w+)/g)) asked.add(table)
      return node
    },
    transformResult: async ({ result }) => result,
  })
  await gatherFacts({ ...deps, db: watched }, service.id)
  const { rows } = await asSystem(deps.db, ({ trx }) =>
    sql<{ name: string; kinds: number }>`select c.relname as name, count(t.oid)::integer as kinds
      from pg_class c left join pg_trigger t on t.tgrelid = c.oid and t.tgname like '%_noted_%'
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace group by 1`.execute(trx),
  )
  const kinds = new Map(rows.map((row) => [row.name, row.kinds]))
  const read = [...asked].filter((table) => kinds.has(table)).sort()
  const expected = read.map((table) => [table, otherwise[table] ?? 3])
  expect(read.length).toBeGreaterThan(9)
  expect(read.map((table) => [table, kinds.get(table)])).toEqual(expected)
})

test('32 who change records and read the lists at once leave what the rules say', async () => {
  const names = Array.from({ length: 8 }, (_, number) => `Person ${number}`)
  service = await makeService(deps)
  const people = await makePeople(deps, service, names)
  await earnBadge(deps, service, people)
  await Promise.all(
    Array.from({ length: 32 }, async (_, number) => {
      const personId = people[number % people.length] ?? ''
      if (number % 4 === 3) return readStandings(deps, service.id)
      if (number % 4 === 2) {
        const training = { personIds: [personId], module: 'data-protection', completedOn: '2026-05-01' }
        return recordTraining(deps, service.id, { ...training, score: '90' }, actor)
      }
      return earnBadge(deps, service, [personId])
    }),
  )
  await expectSame('after all of them')
  expect(await notes()).toEqual([])
})
