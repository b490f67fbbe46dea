import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { build } from 'esbuild'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getIssueBatch, startIssueBatch } from '../../src/awards/actions'
import { withOrganisation } from '../../src/database/scope'
import type { Deps } from '../../src/deps'
import { getImport, previewImport, startImport, uploadImport } from '../../src/hours/actions'
import { createDiskFiles } from '../../src/platform/disk-files-node'
import { createPgBossJobs } from '../../src/platform/pg-boss-jobs-node'
import { makeServiceWithRoles } from '../hours/service'
import { earnBadge } from '../support/awards'
import { openTestDeps, type TestDeps } from '../support/database'
import { makePeople, makeService } from '../support/organisation'
import { type Program, runProgram, sharedEnvironment } from './support'

const PEOPLE = 600
const KILLS = 8
const program = resolve('node_modules/.cache/colophon-tests/run-work.mjs')
const actor = 'coordinator@example.org'

let opened: TestDeps
let deps: Deps
let data: string
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'colophon-killed-'))
  opened = await openTestDeps('postgres')
  deps = { ...opened.deps, files: createDiskFiles(join(data, 'files')) }
  await build({
    entryPoints: ['test/node/run-work.ts'],
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

const run = (...args: readonly string[]): Program =>
  runProgram([program, ...args], sharedEnvironment(opened.pool, data))

/** Kills the work at moments of chance, every other time soon after it got on; gives how many kills met it at work. */
const killRepeatedly = async (...args: readonly string[]): Promise<number> => {
  let met = 0
  for (let turn = 0; turn < KILLS; turn += 1) {
    const { child, said, ended } = run(...args)
    await said('ready')
    if (turn % 2 === 1) await Promise.race([said(/\d done/).catch(() => {}), ended])
    await setTimeout(Math.random() * (turn % 2 === 1 ? 60 : 300))
    child.kill('SIGKILL')
    if ((await ended) === null) met += 1
  }
  return met
}

/** How many rows the tables of awards hold for a service, and how many people, places and mailboxes are in them. */
const countAwards = (organisationId: string) =>
  withOrganisation(deps.db, organisationId, async ({ trx }) => {
    const { rows } = await sql<Record<string, number>>`
      select
        (select count(*) from award where status = 'valid') as awards,
        (select count(distinct person_id) from award where status = 'valid') as people,
        (select count(distinct (status_list_id, status_index)) from award) as places,
        (select count(*) from credential) as credentials,
        (select count(*) from claim) as claims,
        (select count(distinct award_id) from claim) as claimed,
        (select count(*) from outbox) as mails,
        (select count(distinct recipient) from outbox) as mailboxes,
        (select count(*) from audit_event where action = 'award.issued') as audit`.execute(trx)
    return rows[0]
  })
const everything = (count: number) => ({
  awards: count,
  people: count,
  places: count,
  credentials: count,
  claims: count,
  claimed: count,
  mails: count,
  mailboxes: count,
  audit: count,
})

const makeBatch = async (people: number, mail: string) => {
  const service = await makeService(deps)
  const names = Array.from({ length: people }, (_, number) => `Volunteer ${number + 1}`)
  const personIds = await makePeople(deps, service, names, { mail })
  await earnBadge(deps, service, personIds)
  const { batchId } = await startIssueBatch(deps, service, { code: 'LV-02', actor, personIds })
  return { service, batchId }
}

test('a batch that is killed again and again gives everyone one badge, one claim and one mail', async () => {
  const { service, batchId } = await makeBatch(PEOPLE, 'killed.example.org')
  const met = await killRepeatedly('issue', service.id, batchId)
  expect(met).toBeGreaterThan(2)
  const { issued } = await getIssueBatch(deps, service.id, batchId)
  expect(await countAwards(service.id)).toEqual(everything(issued))

  const last = run('issue', service.id, batchId)
  expect([await last.ended, last.output.stderr]).toEqual([0, ''])
  expect(await countAwards(service.id)).toEqual(everything(PEOPLE))
  expect(await getIssueBatch(deps, service.id, batchId)).toMatchObject({
    total: PEOPLE,
    done: PEOPLE,
    issued: PEOPLE,
    refused: [],
  })
})

test('an import that is killed again and again takes every row once', async () => {
  const organisationId = await makeServiceWithRoles(deps)
  const lines = Array.from({ length: 3000 }, (_, number) => {
    const day = String((number % 28) + 1).padStart(2, '0')
    return `V-${number % 500},Volunteer ${number % 500},2026-0${(number % 5) + 1}-${day},${(number % 7) + 1},Garden`
  })
  const text = ['Reference,Name,Date,Hours,Role', ...lines].join('\n')
  const file = { fileName: 'sessions.csv', bytes: new TextEncoder().encode(text), actor }
  const { importId } = await uploadImport(deps, organisationId, file)
  const { mapping, willAdd } = await previewImport(deps, organisationId, importId)
  await startImport(deps, organisationId, importId, mapping, actor)
  const met = await killRepeatedly('import', organisationId, importId)
  expect(met).toBeGreaterThan(2)

  const last = run('import', organisationId, importId)
  expect([await last.ended, last.output.stderr]).toEqual([0, ''])
  expect(await getImport(deps, organisationId, importId)).toMatchObject({
    status: 'finished',
    rowsDone: 3000,
    rowsAdded: willAdd,
    rowsDuplicate: 3000 - willAdd,
    rowsFaulty: 0,
  })
  const counts = await withOrganisation(deps.db, organisationId, async ({ trx }) => {
    const { rows } = await sql<Record<string, number>>`
      select (select count(*) from person) as people,
        (select count(*) from volunteering_session) as sessions,
        (select count(*) from session_event) as events,
        (select count(*) from audit_event where action = 'hours.imported') as audit`.execute(trx)
    return rows[0]
  })
  expect(counts).toEqual({ people: 500, sessions: willAdd, events: willAdd, audit: 1 })
})

test('a server that is told to stop in the middle of a batch loses nothing and mails nobody twice', async () => {
  const { service, batchId } = await makeBatch(2000, 'stopped.example.org')
  const queue = await createPgBossJobs(opened.pool, deps.log)
  await queue.enqueue({ kind: 'issue-badges', organisationId: service.id, batchId })
  await queue.stop()

  const serve = () => runProgram(['dist/node.js'], sharedEnvironment(opened.pool, data))
  const progress = () => getIssueBatch(deps, service.id, batchId)
  const first = serve()
  await expect.poll(async () => (await progress()).done, { timeout: 60_000, interval: 20 }).toBeGreaterThan(0)
  expect((await progress()).done).toBeLessThan(2000)
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  expect(await countAwards(service.id)).toEqual(everything((await progress()).issued))

  const second = serve()
  await second.said('Colophon is at')
  const mailed = () => `${first.output.stderr}${second.output.stderr}`.match(/Mail to \S+@stopped\S+/g) ?? []
  await expect.poll(async () => (await progress()).finishedAt, { timeout: 60_000 }).not.toBeNull()
  await expect.poll(() => mailed().length, { timeout: 60_000 }).toBe(2000)
  second.child.kill('SIGTERM')
  expect(await second.ended).toBe(0)
  expect(await countAwards(service.id)).toEqual(everything(2000))
  expect(new Set(mailed()).size).toBe(2000)
})
