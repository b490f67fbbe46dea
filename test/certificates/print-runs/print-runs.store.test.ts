import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getIssueBatch } from '../../../src/awards/actions'
import {
  getPrintFile,
  getPrintRun,
  runPrintRun,
  startPrintRun,
  tendPrintRuns,
} from '../../../src/certificates/print-runs/actions'
import type { Deps, Job } from '../../../src/deps'
import { issueBadge } from '../../support/awards'
import { openTestDeps, type TestDeps } from '../../support/database'
import { makePeople, makeService } from '../../support/organisation'

let opened: TestDeps
const queued: Job[] = []
let deps: Deps
beforeAll(async () => {
  opened = await openTestDeps()
  deps = { ...opened.deps, jobs: { enqueue: async (job) => void queued.push(job) } }
})
afterAll(() => opened.close())

const begin = async () => {
  const service = await makeService(deps)
  const people = await makePeople(deps, service, ['Zoë', 'Łucja', 'محمد'])
  const { batch } = await issueBadge(deps, service, people)
  expect((await getIssueBatch(deps, service.id, batch.id)).issued).toBe(3)
  const wish = { batchId: batch.id, paper: 'letter', actor: 'coordinator@example.org' } as const
  return { service, ...(await startPrintRun(deps, service.id, wish)) }
}

test('a run has a page for each badge, says how far it is, and gives its file to its own service alone', async () => {
  const { service, runId } = await begin()
  expect(queued.at(-1)).toEqual({ kind: 'print-certificates', organisationId: service.id, runId })
  expect(await getPrintRun(deps, service.id, runId)).toMatchObject({ total: 3, done: 0, finishedAt: null })
  await expect(getPrintFile(deps, service.id, runId)).rejects.toMatchObject({ code: 'not-found' })
  await runPrintRun(deps, service.id, runId)
  const { done, finishedAt } = await getPrintRun(deps, service.id, runId)
  expect([done, finishedAt]).toEqual([3, expect.any(Date)])
  const document = await PDFDocument.load(await getPrintFile(deps, service.id, runId))
  expect(document.getPageCount()).toBe(3)
  expect(Math.round(document.getPage(0).getTrimBox().width)).toBe(612)
  const other = await makeService(deps)
  await expect(getPrintFile(deps, other.id, runId)).rejects.toMatchObject({ code: 'not-found' })
})

test('a run whose process ended is taken up again, and all is forgotten after a day', async () => {
  const { service, runId } = await begin()
  const later = (minutes: number): Deps => {
    const at = new Date(deps.clock.now().getTime() + minutes * 60_000)
    return { ...deps, clock: { now: () => at } }
  }
  queued.length = 0
  await tendPrintRuns(later(2))
  expect(queued).toEqual([])
  await tendPrintRuns(later(4))
  expect(queued).toEqual([{ kind: 'print-certificates', organisationId: service.id, runId }])
  await runPrintRun(deps, service.id, runId)
  await tendPrintRuns(later(23 * 60))
  expect((await getPrintFile(deps, service.id, runId)).length).toBeGreaterThan(1000)
  await tendPrintRuns(later(25 * 60))
  await expect(getPrintRun(deps, service.id, runId)).rejects.toMatchObject({ code: 'not-found' })
  expect(await deps.files.get(`print-runs/${service.id}/${runId}.pdf`)).toBeUndefined()
})
