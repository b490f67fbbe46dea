import { expect, test } from 'vitest'
import { approveSessions, factsFor, getImport, runImport, startImport } from '../../src/hours/actions'
import { openTestDeps } from '../support/database'
import { bytesOf, coordinator, makeServiceWithRoles, upload } from './service'

const size = 10_000
const people = 1200

const rows = Array.from({ length: size }, (_, index) => {
  const person = index % people
  const day = new Date(Date.UTC(2025, 10, 1 + ((index * 7) % 370))).toISOString().slice(0, 10)
  const end = `12:${10 + Math.floor(index / people)}`
  return `V-${person},Person ${person},p${person}@example.org,${day},10:00,${end},Garden,Central Library`
})

test('10,000 rows go in, with progress, and are approved at once', async () => {
  const { deps, clock, close } = await openTestDeps()
  clock.set(new Date('2026-11-24T12:00:00Z'))
  const service = await makeServiceWithRoles(deps)
  const file = bytesOf(['Reference,Name,Email,Date,Start,End,Role,Library', ...rows])
  const { importId, preview } = await upload(deps, service, file)
  expect(preview).toMatchObject({ willAdd: size, faultCount: 0, newPeople: people })
  await startImport(deps, service, importId, preview.mapping, coordinator)
  const seen: number[] = []
  await runImport(deps, service, importId, (done) => seen.push(done))
  expect(seen).toEqual(
    Array.from({ length: size / 1000 + 1 }, (_, index) => Math.min(size, (index + 1) * 1000)),
  )
  expect(await getImport(deps, service, importId)).toMatchObject({
    status: 'finished',
    rowsAdded: size,
    rowsOverlapping: 0,
  })
  expect(await approveSessions(deps, service, { all: {} }, coordinator)).toMatchObject({
    approved: size,
    own: 0,
  })
  expect((await factsFor(deps, service)).size).toBe(people)
  await close()
}, 120_000)
