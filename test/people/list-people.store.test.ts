import { afterAll, beforeAll, expect, test } from 'vitest'
import { approveSessions, sessionsToApprove, summariesFor } from '../../src/hours/actions'
import { getPerson, listPeople } from '../../src/people/actions'
import type { PersonPage } from '../../src/people/model'
import { bytesOf, coordinator, importFile, makeServiceWithRoles } from '../hours/service'
import { openTestDeps, type TestDeps } from '../support/database'
import { makeService } from '../support/organisation'

let opened: TestDeps
let service = ''
beforeAll(async () => {
  opened = await openTestDeps()
  service = await makeServiceWithRoles(opened.deps)
  await importFile(
    opened.deps,
    service,
    bytesOf([
      'Name,Date,Start,End,Role',
      'Siân Wójcik,2025-11-03,10:00,12:00,Garden',
      'Siân Wójcik,2025-11-03,11:00,13:00,Events',
      'Tomos 100%,2025-11-03,10:00,12:00,Garden',
      "Aoife O'Neill,2025-12-01,10:00,11:30,Garden",
    ]),
  )
})
afterAll(() => opened.close())

const namesOf = ({ people }: PersonPage) => people.map((person) => person.preferredName)

test('a name is found by any of its words, without accents, and a sign of a pattern is only a sign', async () => {
  const find = async (search: string) =>
    namesOf(await listPeople(opened.deps, service, { search, limit: 10 }))
  expect(await find('wojcik SIAN')).toEqual(['Siân Wójcik'])
  expect(await find('oneill')).toEqual(["Aoife O'Neill"])
  expect(await find('100%')).toEqual(['Tomos 100%'])
  expect(await find('%')).toEqual(['Tomos 100%'])
  expect(await find('_')).toEqual([])
  expect(await find(' ')).toHaveLength(3)
})

test('pages visit everyone once, by name, and say how many there are', async () => {
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await listPeople(opened.deps, service, {
      limit: 1,
      ...(after === undefined ? {} : { after }),
    })
    expect(page.total).toBe(3)
    seen.push(...namesOf(page))
    after = page.next
  } while (after !== undefined)
  expect(seen).toEqual(["Aoife O'Neill", 'Siân Wójcik', 'Tomos 100%'])
  await expect(listPeople(opened.deps, service, { after: 'nowhere', limit: 1 })).rejects.toMatchObject({
    code: 'bad-request',
  })
})

test('hours wait until they are approved; then shared minutes count once', async () => {
  const [, person] = (await listPeople(opened.deps, service, { limit: 3 })).people
  const id = person?.id ?? ''
  const before = (await summariesFor(opened.deps, service, [id])).get(id)
  expect(before).toMatchObject({ waitingMinutes: 240, approved: { minutes: 0, sessions: 0 } })

  const { sessions } = await sessionsToApprove(opened.deps, service, { filter: { person: id }, limit: 10 })
  await approveSessions(opened.deps, service, { sessionIds: sessions.map((one) => one.id) }, coordinator)
  const after = (await summariesFor(opened.deps, service, [id])).get(id)
  expect(after).toMatchObject({ waitingMinutes: 0, approved: { minutes: 180, sessions: 2 } })
})

test('a person of another service is not found', async () => {
  const other = await makeService(opened.deps)
  const [person] = (await listPeople(opened.deps, service, { limit: 1 })).people
  expect(await getPerson(opened.deps, service, person?.id ?? '')).toEqual(person)
  await expect(getPerson(opened.deps, other.id, person?.id ?? '')).rejects.toMatchObject({
    code: 'not-found',
  })
  expect((await listPeople(opened.deps, other.id, { limit: 5 })).total).toBe(0)
})
