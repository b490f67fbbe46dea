import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withOrganisation } from '../../src/database/scope'
import { MINIMUM_ENTRIES } from '../../src/openbadges/status-list'
import { openTestDeps, type TestDeps } from '../support/database'
import { makeService } from '../support/organisation'
import { runProgram, sharedEnvironment } from './support'

const PROCESSES = 4
const ISSUERS_EACH = 8
const KILLS = 3
/** Places left in the first list of each purpose when the issuers begin. */
const LEFT = 200
const program = resolve('node_modules/.cache/colophon-tests/take-places.mjs')

let opened: TestDeps
let data: string
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'colophon-places-'))
  opened = await openTestDeps('postgres')
  await build({
    entryPoints: ['test/node/take-places.ts'],
    outfile: program,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  })
})
afterAll(async () => {
  await opened.close()
  await rm(data, { recursive: true, force: true })
})

/** The places that a program has told of; the last line may be cut off by its end. */
const placesIn = (output: string) =>
  output
    .split('\n')
    .slice(0, -1)
    .filter((line) => line.startsWith('place '))

/** Runs a process of issuers, kills it at a moment of chance, and starts another, so many times. */
const issueAndDie = async (organisationId: string): Promise<{ places: string[]; met: number }> => {
  const places: string[] = []
  let met = 0
  for (let turn = 0; turn < KILLS; turn += 1) {
    const args = [program, organisationId, String(ISSUERS_EACH)]
    const { child, output, said, ended } = runProgram(args, sharedEnvironment(opened.pool, data))
    await said('place ')
    await setTimeout(Math.random() * 250)
    child.kill('SIGKILL')
    if ((await ended) === null) met += 1
    expect(output.stderr).toBe('')
    places.push(...placesIn(output.stdout))
  }
  return { places, met }
}

test('32 issuers who are killed at moments of chance never share a place, nor run off the end of a list', async () => {
  const { deps } = opened
  const service = await makeService(deps)
  await withOrganisation(deps.db, service.id, async ({ trx }) => {
    for (const purpose of ['revocation', 'suspension'] as const)
      await trx
        .insertInto('status_list')
        .values({
          organisation_id: service.id,
          id: deps.random.uuid(),
          purpose,
          size: MINIMUM_ENTRIES,
          permutation_key: purpose === 'revocation' ? 'ab'.repeat(32) : 'cd'.repeat(32),
          allocated: MINIMUM_ENTRIES - LEFT,
          document: null,
          document_revision: null,
          document_until: null,
          document_key: null,
        })
        .execute()
  })
  const runs = await Promise.all(Array.from({ length: PROCESSES }, () => issueAndDie(service.id)))
  expect(runs.reduce((sum, { met }) => sum + met, 0)).toBe(PROCESSES * KILLS)
  const places = runs.flatMap((run) => run.places)
  expect(places.length).toBeGreaterThan(2 * LEFT)
  expect(new Set(places).size).toBe(places.length)
  for (const place of places) {
    const index = Number(place.split(' ')[2])
    expect(Number.isInteger(index) && index >= 0 && index < MINIMUM_ENTRIES).toBe(true)
  }

  const lists = await withOrganisation(deps.db, service.id, ({ trx }) =>
    trx.selectFrom('status_list').select(['id', 'purpose', 'allocated']).orderBy('allocated').execute(),
  )
  for (const purpose of ['revocation', 'suspension']) {
    const [next, first, ...more] = lists.filter((list) => list.purpose === purpose)
    expect([first?.allocated, more]).toEqual([MINIMUM_ENTRIES, []])
    expect(places.some((place) => place.startsWith(`place ${first?.id} `))).toBe(true)
    // What was told was counted before; what was counted and not told is lost, not given again.
    const told = places.filter((place) => place.startsWith(`place ${next?.id} `))
    expect(told.length).toBeLessThanOrEqual(next?.allocated ?? 0)
    expect(told.length).toBeGreaterThan(0)
  }
})
