import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Job } from '../../src/deps'
import { createPgBossJobs, type JobQueue } from '../../src/platform/pg-boss-jobs-node'
import { type OpenedDatabase, openTestDatabase } from '../support/database'
import { createRecordingLog } from '../support/fakes'

let database: OpenedDatabase
let queue: JobQueue | undefined
const log = createRecordingLog()
const job = (importId: string): Job => ({
  kind: 'import-sessions',
  organisationId: 'an-organisation',
  importId,
})

const open = async (run: (job: Job) => Promise<void>) => {
  queue = await createPgBossJobs(database.pool, log)
  await queue.work(run)
  return queue
}

beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(async () => {
  await queue?.stop()
  await database.close()
})

test('a job runs once with what it was given; one that fails runs again; a stop waits for the one that runs', async () => {
  const seen: Job[] = []
  let failures = 1
  const jobs = await open(async (given) => {
    if (given.kind === 'import-sessions' && given.importId === 'second' && failures > 0) {
      failures -= 1
      throw new Error('not yet')
    }
    seen.push(given)
  })
  await jobs.enqueue(job('first'))
  await jobs.enqueue(job('second'))
  await vi.waitFor(() => expect(seen).toEqual([job('first'), job('second')]), {
    timeout: 15_000,
    interval: 100,
  })
  expect(log.lines.some((line) => line.startsWith('error job failed') && line.includes('not yet'))).toBe(true)
  await jobs.stop()

  let finished = false
  const started = Promise.withResolvers<void>()
  const next = await open(async () => {
    started.resolve()
    await setTimeout(500)
    finished = true
  })
  await next.enqueue(job('third'))
  await started.promise
  await next.stop()
  expect(finished).toBe(true)
}, 60_000)

test('what was queued while nobody worked is done by the next process', async () => {
  const idle = await createPgBossJobs(database.pool, log)
  await idle.enqueue(job('left behind'))
  await idle.stop()
  const seen: Job[] = []
  await open(async (given) => void seen.push(given))
  await vi.waitFor(() => expect(seen).toEqual([job('left behind')]), { timeout: 15_000, interval: 100 })
}, 60_000)
