import { afterAll, beforeAll, expect, test } from 'vitest'
import { badgeEligibility, getIssueBatch, startIssueBatch } from '../../src/awards/actions'
import type { Deps } from '../../src/deps'
import { approveSessions, previewImport, startImport, uploadImport } from '../../src/hours/actions'
import type { Organisation } from '../../src/organisations/model'
import { addRole } from '../../src/roles/actions'
import { openTestDeps } from '../support/database'
import { makeService } from '../support/organisation'

let deps: Deps
let close = async () => {}
let service: Organisation
beforeAll(async () => {
  const opened = await openTestDeps()
  deps = opened.deps
  close = opened.close
  service = await makeService(deps)
  const roles = { 'RO-01': 'Summer Reading Challenge volunteer', 'RO-02': 'Home library service' }
  for (const [nationalCode, titleEn] of Object.entries(roles)) {
    await addRole(deps, service.id, { nationalCode, titleEn, titleCy: null, boundaryClass: 'value-added' })
  }
})
afterAll(() => close())

const actor = 'coordinator@example.org'
const csv = `Name,Date,Hours,Role
Siân Wójcik,2025-11-03,8,Home library service
Siân Wójcik,2025-12-01,8,Home library service
Siân Wójcik,2026-01-05,4,Home library service
Tomos,2025-11-03,8,Home library service
Tomos,2025-12-01,8,Home library service
Tomos,2026-01-05,2:45,Home library service
`

const importFile = async (text: string) => {
  const bytes = new TextEncoder().encode(text)
  const { importId } = await uploadImport(deps, service.id, { fileName: 'hours.csv', bytes, actor })
  const { mapping } = await previewImport(deps, service.id, importId)
  await startImport(deps, service.id, importId, mapping, actor)
}

test('from a spreadsheet to a badge: hours count once they are approved, and only who earned it gets it', async () => {
  await importFile(csv)
  const waiting = await badgeEligibility(deps, service.id, 'LV-02')
  expect(waiting.map(({ name, eligible, minutes }) => [name, eligible, minutes])).toEqual([
    ['Siân Wójcik', false, 0],
    ['Tomos', false, 0],
  ])

  await approveSessions(deps, service.id, { all: {} }, actor)
  const standings = await badgeEligibility(deps, service.id, 'LV-02')
  expect(standings.map(({ name, eligible, missing }) => [name, eligible, missing?.en])).toEqual([
    ['Siân Wójcik', true, undefined],
    ['Tomos', false, '1.25 more hours'],
  ])

  const decision = { code: 'LV-02', actor, personIds: 'eligible' } as const
  const first = await startIssueBatch(deps, service, decision)
  expect(await getIssueBatch(deps, service.id, first.batchId)).toMatchObject({ total: 1, done: 1, issued: 1 })
  const second = await startIssueBatch(deps, service, decision)
  expect(await getIssueBatch(deps, service.id, second.batchId)).toMatchObject({ total: 0, issued: 0 })
  expect((await badgeEligibility(deps, service.id, 'LV-02')).map(({ name }) => name)).toEqual(['Tomos'])
})
