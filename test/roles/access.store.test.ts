import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMembership } from '../../src/organisations/actions'
import {
  accessOfPlacement,
  countAccessDue,
  findPatternCard,
  grantAccess,
  listAccess,
  publishCard,
  reviewAccess,
  revokeAccess,
} from '../../src/roles/access/actions'
import type { AccessEntry } from '../../src/roles/access/model'
import { endPlacement, startPlacement } from '../../src/roles/placements/actions'
import { recordTraining } from '../../src/roles/training/actions'
import { openTestDeps, type TestDeps } from '../support/database'
import { coordinator, type Ground, makeGround, placementOf } from './service'

let opened: TestDeps
beforeAll(async () => {
  opened = await openTestDeps()
})
afterAll(() => opened.close())

const entry: AccessEntry = {
  ...{ system: 'Spydus', dataClass: 'customer-contact', level: 'view', expiresOn: '', ownLogin: true },
}

const place = async (ground: Ground, personId = ground.people[0] ?? '', endsOn: string | null = null) => {
  const asked = placementOf(ground, { personId, endsOn })
  const done = await startPlacement(opened.deps, ground.service.id, asked, coordinator)
  if (!done.ok) throw new Error(JSON.stringify(done.reason))
  return done.value
}

const train = (ground: Ground, score = '85', completedOn = '2026-05-01') =>
  recordTraining(
    opened.deps,
    ground.service.id,
    { personIds: ground.people, module: 'data-protection', completedOn, score },
    coordinator,
  )

const grant = (ground: Ground, placementId: string, more: Partial<AccessEntry> = {}, actor = coordinator) =>
  grantAccess(opened.deps, ground.service.id, placementId, { ...entry, ...more }, actor)

const reasonsOf = async (done: ReturnType<typeof grant>) => {
  const outcome = await done
  return outcome.ok ? [] : outcome.reason.map(({ reason }) => reason)
}

test('access comes after the training that was passed and ends with it; a shared login is refused', async () => {
  const ground = await makeGround(opened.deps)
  const placementId = await place(ground)
  expect(await reasonsOf(grant(ground, placementId))).toEqual(['training-missing'])
  await train(ground, '79', '2026-04-01')
  expect(await reasonsOf(grant(ground, placementId))).toEqual(['training-missing'])
  await train(ground)
  expect(await reasonsOf(grant(ground, placementId, { ownLogin: false }))).toEqual(['own-login'])
  expect(await reasonsOf(grant(ground, placementId, { expiresOn: '2028-05-01' }))).toEqual([
    'expiry-after-training',
  ])
  expect(await grant(ground, placementId)).toMatchObject({ ok: true })
  expect(await accessOfPlacement(opened.deps, ground.service.id, placementId)).toMatchObject([
    { grantedOn: '2026-06-01', expiresOn: '2028-04-30', reviewOn: '2026-12-01', approvedBy: coordinator },
  ])
  expect(await reasonsOf(grant(ground, placementId))).toEqual(['already-granted'])
})

test('nobody gives access to themselves', async () => {
  const ground = await makeGround(opened.deps)
  const [personId = ''] = ground.people
  await train(ground)
  const email = 'both@example.org'
  await addMembership(opened.deps, ground.service.id, { email, role: 'volunteer', personId })
  expect(await reasonsOf(grant(ground, await place(ground), {}, email))).toEqual(['own-access'])
})

test('access is taken away in the moment in which its placement ends, and ends with one that is to end', async () => {
  const { deps } = opened
  const ground = await makeGround(deps)
  const [first = '', second = ''] = ground.people
  await train(ground)
  const ending = await place(ground, first)
  const later = await place(ground, second, '2026-07-31')
  await grant(ground, ending)
  await grant(ground, ending, { dataClass: 'events' })
  expect(await reasonsOf(grant(ground, later, { expiresOn: '2026-08-01' }))).toEqual([
    'expiry-after-placement',
  ])
  await grant(ground, later)
  const { id } = ground.service
  expect(await endPlacement(deps, id, ending, { on: '2026-06-01', reason: 'finished' }, coordinator)).toEqual(
    {
      revoked: 2,
    },
  )
  const [gone] = await accessOfPlacement(deps, id, ending)
  expect(gone).toMatchObject({ revokeReason: 'placement-ended' })
  expect(gone?.revokedAt).toEqual(deps.clock.now())
  expect((await listAccess(deps, id, { part: 'now', limit: 9 })).rows).toMatchObject([
    { personId: second, expiresOn: '2026-07-31', reviewOn: '2026-07-31' },
  ])
  await endPlacement(deps, id, later, { on: '2026-06-20', reason: 'own-choice' }, coordinator)
  expect((await listAccess(deps, id, { part: 'now', limit: 9 })).rows).toMatchObject([
    { expiresOn: '2026-06-20' },
  ])
  await endPlacement(deps, id, later, { on: '2026-05-20', reason: 'own-choice' }, coordinator)
  expect((await listAccess(deps, id, { part: 'now', limit: 9 })).rows).toEqual([])
  expect(await reasonsOf(grant(ground, later))).toEqual(['placement-over'])
})

test('what is due is counted; a review moves it on, and access is paged', async () => {
  const { deps, clock } = opened
  const ground = await makeGround(deps, ['A', 'B', 'C'])
  await train(ground)
  const ids: string[] = []
  for (const personId of ground.people) {
    const done = await grant(ground, await place(ground, personId))
    if (done.ok) ids.push(done.value)
  }
  const { id } = ground.service
  expect(await countAccessDue(deps, id)).toEqual({ count: 0, first: null })
  const before = clock.now()
  clock.set(new Date('2026-11-20T09:00:00Z'))
  expect(await countAccessDue(deps, id)).toEqual({ count: 3, first: '2026-12-01' })
  await reviewAccess(deps, id, ids[0] ?? '', coordinator)
  await revokeAccess(deps, id, ids[1] ?? '', 'concern', coordinator)
  await expect(revokeAccess(deps, id, ids[1] ?? '', 'concern', coordinator)).rejects.toMatchObject({
    code: 'not-found',
  })
  expect(await countAccessDue(deps, id)).toEqual({ count: 1, first: '2026-12-01' })
  const first = await listAccess(deps, id, { part: 'now', limit: 1 })
  const rest = await listAccess(deps, id, { part: 'now', limit: 1, after: first.next ?? '' })
  expect([...first.rows, ...rest.rows].map((row) => row.id)).toEqual([ids[2], ids[0]])
  expect(rest.next).toBeUndefined()
  clock.set(before)
})

test('the card that is published names nobody and gives people in bands', async () => {
  const { deps } = opened
  const ground = await makeGround(deps, ['Ann', 'Bea', 'Cid', 'Dot', 'Eve'])
  await train(ground)
  for (const personId of ground.people) await grant(ground, await place(ground, personId))
  expect(await findPatternCard(deps, ground.service.id)).toBeUndefined()
  await publishCard(deps, ground.service.id, coordinator)
  const card = await findPatternCard(deps, ground.service.id)
  expect(card).toMatchObject({
    lines: [{ system: 'Spydus', dataClass: 'customer-contact', level: 'view', people: '5-9' }],
    ...{ trainingMonths: 24, reviewMonths: 6 },
  })
  expect(JSON.stringify(card)).not.toMatch(/Ann|Central|example/)
})
