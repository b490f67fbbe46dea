import { afterAll, beforeAll, expect, test } from 'vitest'
import { withOrganisation } from '../../src/database/scope'
import { recordSession } from '../../src/hours/actions'
import { readEntryForm } from '../../src/hours/pages/read-entry-form'
import {
  endPlacement,
  getPlacement,
  inductionOf,
  listPlacements,
  listPlacementsOf,
  placementsOf,
  startPlacement,
  tickInduction,
} from '../../src/roles/placements/actions'
import {
  checksOf,
  countExpiring,
  listExpiring,
  recordCheck,
  recordTraining,
  trainingOf,
} from '../../src/roles/training/actions'
import { openTestDeps, type TestDeps } from '../support/database'
import { makePeople, makeService } from '../support/organisation'
import { coordinator, makeGround, placementOf, setRole } from './service'

let opened: TestDeps
beforeAll(async () => {
  opened = await openTestDeps()
})
afterAll(() => opened.close())

const start = async (
  ground: Awaited<ReturnType<typeof makeGround>>,
  more: Parameters<typeof placementOf>[1] = {},
): Promise<string> => {
  const done = await startPlacement(opened.deps, ground.service.id, placementOf(ground, more), coordinator)
  if (!done.ok) throw new Error(JSON.stringify(done.reason))
  return done.value
}

test('somebody has a role from a day on; what stands against it is said, and the same is not made twice', async () => {
  const { deps } = opened
  const ground = await makeGround(deps)
  const id = await start(ground)
  expect(await placementsOf(deps, ground.service.id, ground.people.slice(0, 1))).toMatchObject([
    { id, startsOn: '2026-03-10', endsOn: null, supervisorName: 'Sam Lane', endReason: null },
  ])
  const refuse = async (more: Parameters<typeof placementOf>[1]) => {
    const done = await startPlacement(deps, ground.service.id, placementOf(ground, more), coordinator)
    return done.ok ? [] : done.reason.map(({ reason }) => reason)
  }
  expect(await refuse({})).toEqual(['already-placed'])
  expect(await refuse({ personId: deps.random.uuid() })).toEqual(['person-unknown'])
  expect(await refuse({ roleId: 'none', startsOn: '2026-02-30' })).toEqual(['role-unknown', 'start-missing'])
  expect(await refuse({ endsOn: '2026-03-09' })).toEqual(['end-before-start'])
  expect(await refuse({ supervisorName: null, startsOn: '2026-04-01' })).toEqual(['supervisor-missing'])
  await setRole(deps, ground, { boundary_class: 'staff-only' })
  expect(await refuse({ startsOn: '2026-04-01' })).toEqual(['role-staff-only'])
})

test('a minimum age is kept; where the age is not known somebody has to make sure', async () => {
  const { deps } = opened
  const ground = await makeGround(deps, ['Young', 'Unknown'])
  const [young = '', unknown = ''] = ground.people
  await setRole(deps, ground, { minimum_age: 16, age_reason_en: 'It is at night.' })
  await withOrganisation(deps.db, ground.service.id, ({ trx }) =>
    trx.updateTable('person').set({ birth_year: 2012 }).where('id', '=', young).execute(),
  )
  const ask = (personId: string, ageChecked: boolean) =>
    startPlacement(deps, ground.service.id, placementOf(ground, { personId, ageChecked }), coordinator)
  expect(await ask(young, true)).toEqual({ ok: false, reason: [{ field: 'personId', reason: 'too-young' }] })
  expect(await ask(unknown, false)).toEqual({
    ok: false,
    reason: [{ field: 'ageChecked', reason: 'age-unknown' }],
  })
  expect(await ask(unknown, true)).toMatchObject({ ok: true })
})

test('hours outside the placements of a role are refused, and only there', async () => {
  const { deps } = opened
  const ground = await makeGround(deps)
  const [placed = '', free = ''] = ground.people
  await start(ground, { endsOn: '2026-05-10' })
  const record = (personId: string, date: string, branchId = ground.branchId) =>
    recordSession(
      deps,
      ground.service.id,
      readEntryForm({ roleId: ground.roleId, branchId, date, start: '10:00', end: '11:00' }, personId),
      { email: coordinator, as: 'coordinator', source: 'coordinator' },
    )
  const outside = { ok: false, reason: [{ field: 'date', reason: 'outside-placement' }] }
  expect(await record(placed, '2026-03-09')).toEqual(outside)
  expect(await record(placed, '2026-05-11')).toEqual(outside)
  expect(await record(placed, '2026-03-10')).toMatchObject({ ok: true })
  expect(await record(placed, '2026-05-10', '')).toMatchObject({ ok: true })
  expect(await record(free, '2026-01-05')).toMatchObject({ ok: true })
})

test('the checklist of the first weeks keeps who ticked what, and is done when all of it is', async () => {
  const { deps } = opened
  const ground = await makeGround(deps)
  const [one, two] = [deps.random.uuid(), deps.random.uuid()]
  const items = [one, two].map((id) => ({ id, en: `Item ${id}`, cy: null }))
  await setRole(deps, ground, { induction: JSON.stringify(items) })
  const id = await start(ground)
  const service = ground.service.id
  await tickInduction(deps, service, id, [one], 'first@example.org')
  expect(await inductionOf(deps, service)).toMatchObject([
    { done: 1, items: 2, complete: false, completedAt: null },
  ])
  await tickInduction(deps, service, id, [one, two, deps.random.uuid()], 'second@example.org')
  const { induction, placement } = await getPlacement(deps, service, id)
  expect(induction.map(({ tickedBy }) => tickedBy)).toEqual(['first@example.org', 'second@example.org'])
  expect(placement).toMatchObject({ inductionDone: 2, inductionItems: 2 })
  expect(await inductionOf(deps, service, ground.people)).toMatchObject([{ complete: true, placementId: id }])
  await tickInduction(deps, service, id, [], 'second@example.org')
  expect(await inductionOf(deps, service, ground.people)).toMatchObject([{ done: 0, complete: false }])
})

test('a placement ends with a reason; lists are paged, each row once, and split by what holds now', async () => {
  const { deps, clock } = opened
  const ground = await makeGround(deps, ['A', 'B', 'C', 'D', 'E'])
  const ids: string[] = []
  for (const personId of ground.people) ids.push(await start(ground, { personId }))
  const today = clock.now().toISOString().slice(0, 10)
  await endPlacement(
    deps,
    ground.service.id,
    ids[0] ?? '',
    { on: '2026-03-20', reason: 'moved-away' },
    coordinator,
  )
  await endPlacement(
    deps,
    ground.service.id,
    ids[1] ?? '',
    { on: '2099-01-01', reason: 'finished' },
    coordinator,
  )
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await listPlacements(deps, ground.service.id, {
      ...{ filter: {}, limit: 2 },
      ...(after === undefined ? {} : { after }),
    })
    seen.push(...page.placements.map(({ id }) => id))
    after = page.next
  } while (after !== undefined)
  expect(seen).toEqual([...ids].reverse())
  const part = async (name: 'now' | 'ended') =>
    (await listPlacements(deps, ground.service.id, { filter: { part: name }, limit: 9 })).placements.length
  expect([today > '2026-03-20', await part('now'), await part('ended')]).toEqual([true, 4, 1])
  expect(await listPlacementsOf(deps, ground.service.id, ground.people[0] ?? '')).toMatchObject([
    { endReason: 'moved-away', endsOn: '2026-03-20', personName: 'A', branchName: 'Central Library' },
  ])
})

test('training of a group is recorded once; what runs out is listed, unless it was renewed', async () => {
  const { deps, clock } = opened
  const service = await makeService(deps)
  const people = await makePeople(deps, service, ['Ann', 'Bob'])
  const [ann = ''] = people
  const today = clock.now().toISOString().slice(0, 10)
  const old = `${Number(today.slice(0, 4)) - 2}${today.slice(4)}`.replace('-02-29', '-02-28')
  const take = (personIds: readonly string[], completedOn: string) =>
    recordTraining(
      deps,
      service.id,
      { personIds, module: 'safeguarding', completedOn, score: '' },
      coordinator,
    )
  expect(await take(people, old)).toEqual({ ok: true, value: { added: 2 } })
  expect(await take(people, old)).toEqual({ ok: true, value: { added: 0 } })
  expect(await take([deps.random.uuid()], old)).toMatchObject({ ok: false })
  expect(await countExpiring(deps, service.id)).toEqual({ count: 2, first: today })
  await take([ann], today)
  const { rows, next } = await listExpiring(deps, service.id, { limit: 1 })
  expect([rows.map(({ personName }) => personName), next]).toEqual([['Bob'], undefined])
  expect(await trainingOf(deps, service.id, [ann])).toHaveLength(2)
  const entry = { kind: 'dbs', level: 'enhanced', outcome: 'suitable', relation: '', decidedBy: 'Jo' }
  const dates = { decidedOn: old, expiresOn: today }
  expect(await recordCheck(deps, service.id, ann, { ...entry, ...dates }, coordinator)).toMatchObject({
    ok: true,
  })
  expect(await checksOf(deps, service.id, ann)).toMatchObject([
    { kind: 'dbs', level: 'enhanced', decidedBy: 'Jo' },
  ])
  expect((await listExpiring(deps, service.id, { limit: 9 })).rows.map(({ what }) => what).sort()).toEqual([
    'dbs',
    'safeguarding',
  ])
})
