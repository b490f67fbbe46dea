import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withOrganisation } from '../../src/database/scope'
import { checkLedger } from '../../src/hours/actions'
import { exportRecord, writeExport } from '../../src/keeping/export/actions'
import { closeMatter, listMatters, openMatter } from '../../src/keeping/matters/actions'
import {
  listRetentionRuns,
  retentionItems,
  runDueRetention,
  runRetention,
} from '../../src/keeping/retention/actions'
import { addMembership } from '../../src/organisations/actions'
import { listPeople } from '../../src/people/actions'
import { changeSetting } from '../../src/settings/actions'
import { importFile } from '../hours/service'
import { issueBadge } from '../support/awards'
import { openTestDeps, type TestDeps } from '../support/database'
import { makePeople, makeService } from '../support/organisation'

let opened: TestDeps
beforeAll(async () => {
  opened = await openTestDeps()
})
afterAll(() => opened.close())

/** A service with two volunteers whose last session is of 20 May 2026; their rows were made that day. */
const makeOld = async () => {
  const { deps } = opened
  const service = await makeService(deps)
  const people = await makePeople(deps, service, ['Łucja Old', 'Bo Ng'], { mail: `${service.slug}.example` })
  await issueBadge(deps, service, people)
  await withOrganisation(deps.db, service.id, ({ trx }) =>
    trx
      .updateTable('person')
      .set({ created_at: new Date('2026-05-20T09:00:00Z') })
      .execute(),
  )
  return { service, people }
}

test('what is due is shown before it goes, goes once, and is counted; the ledger holds', async () => {
  const { deps, clock } = opened
  const { service, people } = await makeOld()
  const [first = ''] = people
  const rows = ['Name,Date,Hours,Role', 'Nobody,31/02/2026,2,None'].join('\r\n')
  clock.set(new Date('2026-06-01T09:00:00Z'))
  await importFile(deps, service.id, new TextEncoder().encode(rows))
  await withOrganisation(deps.db, service.id, ({ trx }) =>
    trx.updateTable('hours_import').set({ created_at: deps.clock.now() }).execute(),
  )
  const parts = {
    needsName: true,
    needsContact: false,
    needsSessions: false,
    firstDate: null,
    lastDate: null,
  }
  const about = { kind: 'complaint', reference: 'C-9', reason: 'It was heard.' } as const
  await openMatter(deps, service.id, first, { ...about, ...parts }, 'dpo@example.org')
  const [matter] = await listMatters(deps, service.id)
  await closeMatter(deps, service.id, matter?.id ?? '', 'dpo@example.org')

  expect(await retentionItems(deps, service.id, '2028-05-19')).toEqual([
    expect.objectContaining({ kind: 'import-file', since: '2026-06-01', goesOn: '2026-08-30' }),
  ])
  expect(
    (await retentionItems(deps, service.id, '2028-05-20')).map(({ kind, label, goesOn }) => [
      kind,
      label,
      goesOn,
    ]),
  ).toEqual([
    ['import-file', 'sessions.csv', '2026-08-30'],
    ['profile', 'Bo Ng', '2028-05-20'],
    ['profile', 'Łucja Old', '2028-05-20'],
  ])
  clock.set(new Date('2028-05-20T09:00:00Z'))
  expect(await runRetention(deps, service.id, 'dpo@example.org')).toEqual({ 'import-file': 1, profile: 2 })
  expect(await runRetention(deps, service.id, 'dpo@example.org')).toEqual({})
  expect((await listPeople(deps, service.id, { limit: 10 })).total).toBe(0)
  expect(await listRetentionRuns(deps, service.id)).toEqual([
    expect.objectContaining({ day: '2028-05-20', counts: { 'import-file': 1, profile: 2 } }),
  ])
  expect(await checkLedger(deps, service.id)).toMatchObject({ broken: [], erased: { people: 2 } })
  expect((await retentionItems(deps, service.id, '2033-06-01')).map(({ label }) => label)).toEqual(['C-9'])
}, 60_000)

test('a service sets its own time, and switches off what goes by itself', async () => {
  const { deps, clock } = opened
  const { service } = await makeOld()
  clock.set(new Date('2027-06-01T09:00:00Z'))
  expect(await retentionItems(deps, service.id, '2027-06-01')).toEqual([])
  const set = (key: 'retention.profile-months' | 'retention.automatic', value: number | boolean) =>
    changeSetting(deps, service.id, { key, value, reason: '' }, 'dpo@example.org')
  await set('retention.profile-months', 12)
  await set('retention.automatic', false)
  for (let round = 0; round < 5; round += 1) await runDueRetention(deps)
  expect((await retentionItems(deps, service.id, '2027-06-01')).length).toBe(2)
  await set('retention.automatic', true)
  clock.set(new Date('2027-06-02T09:00:00Z'))
  for (let round = 0; round < 5; round += 1) await runDueRetention(deps)
  expect(await retentionItems(deps, service.id, '2027-06-02')).toEqual([])
}, 60_000)

test('a copy has every part of the record, names nobody else, and is a document too', async () => {
  const { deps, clock } = opened
  clock.set(new Date('2026-06-01T09:00:00Z'))
  const { service, people } = await makeOld()
  const [first = ''] = people
  await addMembership(deps, service.id, {
    email: `volunteer-1@${service.slug}.example`,
    role: 'volunteer',
    personId: first,
  })
  await withOrganisation(deps.db, service.id, ({ trx }) =>
    trx
      .insertInto('guardian')
      .values({
        ...{
          organisation_id: service.id,
          id: deps.random.uuid(),
          person_id: first,
          name: 'Bo Ng',
          relationship: 'uncle',
        },
        ...{ email: 'bo@example.org', phone: null, created_by: 'x', created_at: deps.clock.now() },
      })
      .execute(),
  )
  const asked = { language: 'en', actor: 'the holder', ownParts: [] } as const
  const record = await exportRecord(deps, service, first, asked)
  const parts = Object.fromEntries(record.sections.map(({ part, rows }) => [part, rows.length]))
  expect(parts).toMatchObject({
    person: 1,
    volunteering_session: 3,
    session_event: 6,
    award: 1,
    credential: 1,
    guardian: 1,
    membership: 1,
  })
  const json = await writeExport(deps, service, record, { format: 'json', language: 'en' })
  const text = new TextDecoder().decode(json.bytes)
  expect(text).toContain('Łucja Old')
  for (const word of ['Bo Ng', 'bo@example.org', 'coordinator@example.org', 'organisation_id'])
    expect(text).not.toContain(word)
  const pdf = await writeExport(deps, service, record, { format: 'pdf', language: 'cy' })
  expect((await PDFDocument.load(pdf.bytes)).getPageCount()).toBeGreaterThan(0)
}, 60_000)
