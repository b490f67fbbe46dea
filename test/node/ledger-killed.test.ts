import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withOrganisation } from '../../src/database/scope'
import { checkLedger, summariesFor } from '../../src/hours/actions'
import { countMinutes } from '../../src/hours/rules/count-minutes'
import { statusOfHistory } from '../../src/hours/rules/status-of-history'
import { makeServiceWithRoles } from '../hours/service'
import { openTestDeps, type TestDeps } from '../support/database'
import { runProgram, sharedEnvironment } from './support'

/** Programs at once, and clients in each: thirty-two in all. */
const PROGRAMS = 4
const CLIENTS = 8
const ROUNDS = 3
const program = resolve('node_modules/.cache/colophon-tests/change-ledger.mjs')

let opened: TestDeps
let data: string
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'colophon-ledger-'))
  opened = await openTestDeps('postgres')
  await build({
    entryPoints: ['test/node/change-ledger.ts'],
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

test('thirty-two clients that change the hours of one volunteer, killed at random, lose and double no minute', async () => {
  const { deps } = opened
  const service = await makeServiceWithRoles(deps)
  const personId = deps.random.uuid()
  const roleId = await withOrganisation(deps.db, service, async ({ trx }) => {
    await trx
      .insertInto('person')
      .values({
        organisation_id: service,
        id: personId,
        preferred_name: 'Ann Ash',
        search_name: 'ann ash',
        contact_language: 'en',
      })
      .execute()
    return (await trx.selectFrom('role').select('id').executeTakeFirstOrThrow()).id
  })
  const run = (deeds?: number) => {
    const limit = deeds === undefined ? [] : [`${deeds}`]
    const args = [program, service, personId, roleId, `${CLIENTS}`, ...limit]
    return runProgram(args, sharedEnvironment(opened.pool, data))
  }
  let met = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const programs = Array.from({ length: PROGRAMS }, () => run())
    await Promise.all(programs.map(({ said }) => said(/\d done/)))
    for (const { child, ended } of programs) {
      await setTimeout(Math.random() * 400)
      child.kill('SIGKILL')
      if ((await ended) === null) met += 1
    }
  }
  expect(met).toBe(PROGRAMS * ROUNDS)
  const last = Array.from({ length: PROGRAMS }, () => run(6))
  for (const { ended, output } of last) expect([await ended, output.stderr]).toEqual([0, ''])

  const { broken, entries } = await checkLedger(deps, service)
  expect(broken).toEqual([])
  expect(entries).toBeGreaterThan(PROGRAMS * CLIENTS)
  const { sessions, events } = await withOrganisation(deps.db, service, async ({ trx }) => ({
    sessions: await trx.selectFrom('volunteering_session').selectAll().execute(),
    events: await trx.selectFrom('session_event').selectAll().orderBy('sequence').execute(),
  }))
  const histories = Map.groupBy(events, (event) => event.session_id)
  for (const { id, status } of sessions) {
    expect(status).toBe(statusOfHistory((histories.get(id) ?? []).map(({ kind }) => kind)))
  }
  const live = sessions.filter(({ status }) => status !== 'void')
  const key = (session: (typeof sessions)[number]) =>
    `${session.started_at?.getTime()} ${session.ended_at?.getTime()}`
  expect(new Set(live.map(key)).size).toBe(live.length)
  const counted = live
    .filter(({ status }) => status === 'approved')
    .map((session) => ({
      ...{ personId, roleId, localDate: session.local_date, minutes: session.minutes },
      ...{ startedAt: session.started_at, endedAt: session.ended_at },
    }))
  const hours = (await summariesFor(deps, service, [personId])).get(personId)
  expect(hours?.approved.minutes).toBe(countMinutes(counted))
})
