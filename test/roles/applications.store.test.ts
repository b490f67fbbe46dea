import { afterAll, beforeAll, expect, test } from 'vitest'
import { withOrganisation } from '../../src/database/scope'
import { membershipsOf } from '../../src/organisations/actions'
import { listPeople } from '../../src/people/actions'
import { getOpportunity, publishOpportunity } from '../../src/roles/opportunities/actions'
import {
  acceptApplication,
  answerQuestion,
  beginApplication,
  declineApplication,
  getApplication,
} from '../../src/roles/opportunities/applications'
import { questions } from '../../src/roles/opportunities/model'
import { placementsOf } from '../../src/roles/placements/actions'
import { openTestDeps, type TestDeps } from '../support/database'
import { coordinator, type Ground, makeGround } from './service'

let opened: TestDeps
beforeAll(async () => {
  opened = await openTestDeps()
})
afterAll(() => opened.close())

/** A published role, open to so many people. */
const openRole = async (capacity: number, minimumAge: number | null = null) => {
  const { deps } = opened
  const ground = await makeGround(deps)
  await withOrganisation(deps.db, ground.service.id, ({ trx }) =>
    trx
      .updateTable('role')
      .set({
        ...{ state: 'published', supervisor_name: 'Sam Lane', minimum_age: minimumAge },
        age_reason_en: minimumAge === null ? null : 'It is at night.',
      })
      .where('id', '=', ground.roleId)
      .execute(),
  )
  const entry = { roleId: ground.roleId, branchId: ground.branchId, capacity: String(capacity) }
  const days = { applyUntil: '2026-06-30', startsOn: '2026-07-01', endsOn: '', times: 'Mondays' }
  const done = await publishOpportunity(deps, ground.service.id, { ...entry, ...days }, coordinator)
  if (!done.ok) throw new Error(JSON.stringify(done.reason))
  return { ground, opportunityId: done.value }
}

let clients = 0
const begin = (ground: Ground, opportunityId: string) => {
  clients += 1
  const asked = { opportunityId, language: 'en', clientAddress: `192.0.2.${clients}` } as const
  return beginApplication(opened.deps, ground.service.id, asked)
}

const apply = async (ground: Ground, opportunityId: string, form: Readonly<Record<string, string>>) => {
  const key = await begin(ground, opportunityId)
  for (const question of questions) await answerQuestion(opened.deps, ground.service, { key, question, form })
  return (await getApplication(opened.deps, ground.service.id, key)).id
}

const form = (name: string, more: Readonly<Record<string, string>> = {}) => ({
  ...{ name, age: '30', email: `${name.toLowerCase()}@example.org`, phone: '', message: '' },
  ...more,
})

test('somebody applies without an account, is given a place and becomes a volunteer who may sign in', async () => {
  const { deps } = opened
  const { ground, opportunityId } = await openRole(2)
  const applicationId = await apply(ground, opportunityId, form('Wójcik', { email: 'W@Example.org' }))
  const { applications } = await getOpportunity(deps, ground.service.id, opportunityId, { limit: 9 })
  expect(applications).toMatchObject([
    { id: applicationId, state: 'sent', email: 'w@example.org', known: [] },
  ])
  const accept = () => acceptApplication(deps, ground.service, applicationId, 'new', coordinator)
  const first = await accept()
  expect(first).toMatchObject({ ok: true })
  expect(await accept()).toEqual(first)
  const { people } = await listPeople(deps, ground.service.id, { search: 'wojcik', limit: 9 })
  expect(people).toHaveLength(1)
  const [person] = people
  expect(await placementsOf(deps, ground.service.id, [person?.id ?? ''])).toMatchObject([
    { startsOn: '2026-07-01', supervisorName: 'Sam Lane', opportunityId },
  ])
  expect(await membershipsOf(deps, 'w@example.org')).toMatchObject([
    { role: 'volunteer', personId: person?.id },
  ])
  await expect(declineApplication(deps, ground.service, applicationId, coordinator)).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('an address that is known leads to who it is, so that nobody is there twice', async () => {
  const { deps } = opened
  const { ground, opportunityId } = await openRole(2)
  const [ann = ''] = ground.people
  await withOrganisation(deps.db, ground.service.id, ({ trx }) =>
    trx.updateTable('person').set({ email: 'ann@example.org' }).where('id', '=', ann).execute(),
  )
  const id = await apply(ground, opportunityId, form('Ann'))
  const { applications } = await getOpportunity(deps, ground.service.id, opportunityId, { limit: 9 })
  expect(applications[0]?.known).toMatchObject([{ id: ann, name: 'Ann Other' }])
  expect(await acceptApplication(deps, ground.service, id, ann, coordinator)).toMatchObject({ ok: true })
  expect((await listPeople(deps, ground.service.id, { limit: 9 })).total).toBe(2)
  const again = await apply(ground, opportunityId, form('Ann'))
  expect(await acceptApplication(deps, ground.service, again, ann, coordinator)).toEqual({
    ...{ ok: false, reason: 'already-placed' },
  })
})

test('somebody who is too young is told, and nothing that they said is kept; an age at the limit goes on', async () => {
  const { deps } = opened
  const { ground, opportunityId } = await openRole(2, 16)
  const key = await begin(ground, opportunityId)
  const answer = (question: (typeof questions)[number], said: Readonly<Record<string, string>>) =>
    answerQuestion(deps, ground.service, { key, question, form: said })
  expect(await answer('name', { name: '  ' })).toMatchObject({ faults: [{ reason: 'name-missing' }] })
  expect(await answer('name', { name: 'Kit' })).toEqual({ kind: 'next' })
  expect(await answer('age', { age: '15' })).toEqual({ kind: 'too-young' })
  await expect(getApplication(deps, ground.service.id, key)).rejects.toMatchObject({ code: 'not-found' })
  const id = await apply(ground, opportunityId, form('Max', { age: '16' }))
  await acceptApplication(deps, ground.service, id, 'new', coordinator)
  const year = await withOrganisation(deps.db, ground.service.id, ({ trx }) =>
    trx.selectFrom('person').select('birth_year').where('preferred_name', '=', 'Max').executeTakeFirst(),
  )
  expect(year).toEqual({ birth_year: 2010 })
})

test('what is begun and not sent is forgotten after a day; too many from one address are refused', async () => {
  const { deps, clock } = opened
  const { ground, opportunityId } = await openRole(2)
  const key = await begin(ground, opportunityId)
  const before = clock.now()
  clock.advance(25 * 60 * 60_000)
  await begin(ground, opportunityId)
  await expect(getApplication(deps, ground.service.id, key)).rejects.toMatchObject({ code: 'not-found' })
  const asked = { opportunityId, language: 'en', clientAddress: '198.51.100.7' } as const
  for (let at = 0; at < 20; at += 1) await beginApplication(deps, ground.service.id, asked)
  await expect(beginApplication(deps, ground.service.id, asked)).rejects.toMatchObject({
    code: 'too-many-requests',
  })
  clock.set(before)
})

test('thirty-two coordinators give places at once: as many are given as there are, and what was refused leaves nothing', async () => {
  const { deps } = opened
  const { ground, opportunityId } = await openRole(5)
  const ids: string[] = []
  for (let at = 0; at < 32; at += 1) ids.push(await apply(ground, opportunityId, form(`Person${at}`)))
  const outcomes = await Promise.all(
    ids.map((id) => acceptApplication(deps, ground.service, id, 'new', coordinator)),
  )
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(5)
  expect(new Set(outcomes.flatMap((one) => (one.ok ? [] : [one.reason])))).toEqual(new Set(['no-room']))
  const { opportunity } = await getOpportunity(deps, ground.service.id, opportunityId, { limit: 1 })
  expect(opportunity).toMatchObject({ taken: 5, waiting: 27 })
  expect((await listPeople(deps, ground.service.id, { limit: 1 })).total).toBe(7)
}, 60_000)
