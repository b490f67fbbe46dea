import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  approveSessions,
  isSharedElsewhere,
  recordSession,
  sessionsOf,
  sharedElsewhere,
  voidSession,
} from '../../src/hours/actions'
import { readEntryForm } from '../../src/hours/pages/read-entry-form'
import { linkRecords, listLinks, unlinkRecord } from '../../src/linking/actions'
import { addMembership } from '../../src/organisations/actions'
import { path } from '../../src/paths'
import { addRole } from '../../src/roles/actions'
import { makeService } from '../support/organisation'
import { openTestApp, type TestApp } from '../support/web'
import { makeBorn } from '../support/young'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
  app.clock.set(new Date('2026-11-24T12:00:00Z'))
}, 60_000)
afterAll(() => app.close())

const coordinator = 'coordinator@example.org'
const by = { email: coordinator, as: 'coordinator', source: 'coordinator' } as const

const makeRecord = async (name: string) => {
  const service = await makeService(app.deps)
  const [personId = ''] = await makeBorn(
    app.deps,
    service,
    { [name]: '1980-01-01' },
    `${service.slug}.example`,
  )
  const roleId = await addRole(app.deps, service.id, {
    ...{ nationalCode: 'RO-11', titleEn: 'Garden', titleCy: null, boundaryClass: 'value-added' },
  })
  await addMembership(app.deps, service.id, { email: coordinator, role: 'coordinator' })
  const record = async (start: string, end: string) => {
    const entry = readEntryForm({ roleId, date: '2026-11-16', start, end }, personId)
    const done = await recordSession(app.deps, service.id, entry, by)
    if (!done.ok) throw new Error(JSON.stringify(done.reason))
    return done.value.sessionId
  }
  return { service, organisationId: service.id, personId, record }
}
const idsOf = async ({ organisationId }: { organisationId: string }) =>
  (await sharedElsewhere(app.deps, organisationId)).map(({ id }) => id)
const approveAll = ({ organisationId }: { organisationId: string }) =>
  approveSessions(app.deps, organisationId, { all: {} }, coordinator)

test('time at two linked services at once waits at both until each has looked at it (rule HR-05)', async () => {
  const [one, other] = [await makeRecord('Ann Hill'), await makeRecord('Ann Hill')]
  const [ten, three] = [await one.record('10:00', '12:00'), await one.record('15:00', '16:00')]
  const eleven = await other.record('11:00', '13:00')
  await other.record('16:00', '17:00')
  expect([await idsOf(one), await idsOf(other)]).toEqual([[], []])
  expect((await linkRecords(app.deps, one, other, { actor: 'ann@example.org' })).ok).toBe(true)
  expect([await idsOf(one), await idsOf(other)]).toEqual([[ten], [eleven]])
  expect(await approveAll(one)).toMatchObject({ approved: 1, elsewhere: 1 })
  expect(await approveAll(other)).toMatchObject({ approved: 1, elsewhere: 1 })

  const cookie = await app.signIn(coordinator)
  const page = await app.get(path('serviceHours', { slug: one.service.slug }), cookie)
  const text = await page.text()
  expect(text).toContain('At another service at the same time (1)')
  expect(text).not.toContain('Library Service 2')
  const shown = await app.get(path('serviceSession', { slug: one.service.slug, sessionId: ten }), cookie)
  expect(await shown.text()).toContain('both services have this time')

  const named = { sessionIds: [ten] }
  expect(await approveSessions(app.deps, one.organisationId, named, coordinator)).toMatchObject({
    approved: 1,
  })
  expect(await idsOf(one)).toEqual([])
  expect(await isSharedElsewhere(app.deps, one.organisationId, ten)).toBe(true)
  expect(await isSharedElsewhere(app.deps, one.organisationId, three)).toBe(false)
  expect(await idsOf(other)).toEqual([eleven])
  await voidSession(app.deps, one.organisationId, ten, 'It was the other', by)
  expect(await idsOf(other)).toEqual([])
  expect(await approveAll(other)).toMatchObject({ approved: 1, elsewhere: 0 })
  expect(await sessionsOf(app.deps, other.organisationId, other.personId)).toHaveLength(2)
})

test('of records that are no longer linked nothing is compared', async () => {
  const [one, other] = [await makeRecord('Bob Vale'), await makeRecord('Bob Vale')]
  await one.record('10:00', '12:00')
  await other.record('10:00', '12:00')
  await linkRecords(app.deps, one, other, { actor: 'bob@example.org' })
  expect(await idsOf(one)).toHaveLength(1)
  const [link] = await listLinks(app.deps, one)
  await unlinkRecord(app.deps, one, link?.id ?? '', 'bob@example.org')
  expect([await idsOf(one), await idsOf(other)]).toEqual([[], []])
})
