import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withOrganisation } from '../../src/database/scope'
import type { Deps } from '../../src/deps'
import { getImport, resumeImports, runImport } from '../../src/hours/actions'
import { openTestDeps, type TestDeps } from '../support/database'
import { bytesOf, importFile, makeServiceWithRoles } from './service'

let opened: TestDeps
let deps: Deps
beforeAll(async () => {
  opened = await openTestDeps()
  deps = opened.deps
})
afterAll(() => opened.close())

test('an import whose process has ended goes back on the queue after five minutes, and not again at once', async () => {
  const organisationId = await makeServiceWithRoles(deps)
  const rows = Array.from({ length: 501 }, (_, row) => `Volunteer ${row},2026-01-05,1,Garden`)
  const { importId, finished } = await importFile(
    deps,
    organisationId,
    bytesOf(['Name,Date,Hours,Role', ...rows]),
  )
  expect(finished).toBe(false)
  const job = { kind: 'import-sessions', organisationId, importId }
  const resumed = async () => {
    opened.queued.length = 0
    await resumeImports(deps)
    return opened.queued
  }
  const pass = (time: string) =>
    withOrganisation(deps.db, organisationId, ({ trx }) =>
      trx
        .updateTable('hours_import')
        .set({ touched_at: sql`now() - ${time}::interval` })
        .execute(),
    )
  expect(await resumed()).toEqual([])
  await pass('6 minutes')
  expect(await resumed()).toEqual([job])
  expect(await resumed()).toEqual([])
  await pass('2 days')
  expect(await resumed()).toEqual([])

  await runImport(deps, organisationId, importId)
  expect(await getImport(deps, organisationId, importId)).toMatchObject({
    status: 'finished',
    rowsAdded: 501,
  })
  await pass('6 minutes')
  expect(await resumed()).toEqual([])
})
