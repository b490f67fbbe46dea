import { afterAll, beforeAll, expect, test } from 'vitest'
import { approveSessions, recordSession } from '../../../src/hours/actions'
import { readEntryForm } from '../../../src/hours/pages/read-entry-form'
import { addMembership } from '../../../src/organisations/actions'
import type { Organisation } from '../../../src/organisations/model'
import { path } from '../../../src/paths'
import { addRole } from '../../../src/roles/actions'
import { makePeople, makeService } from '../../support/organisation'
import { openTestApp, type TestApp } from '../../support/web'

let app: TestApp
let service: Organisation
let personId = ''
beforeAll(async () => {
  app = await openTestApp()
  service = await makeService(app.deps)
  ;[personId = ''] = await makePeople(app.deps, service, ['Łucja Ždárová'], { mail: 'people.example.org' })
  await addMembership(app.deps, service.id, {
    email: 'volunteer-1@people.example.org',
    role: 'volunteer',
    personId,
  })
  await addMembership(app.deps, service.id, { email: 'coordinator@example.org', role: 'coordinator' })
  const role = { nationalCode: 'RO-06', titleEn: 'Story time', titleCy: 'Amser stori' }
  const roleId = await addRole(app.deps, service.id, { ...role, boundaryClass: 'value-added' })
  for (const date of ['2026-01-05', '2026-01-12']) {
    const typed = { roleId, date, start: '10:00', end: '11:30' }
    const by = { email: 'coordinator@example.org', as: 'coordinator', source: 'coordinator' } as const
    const done = await recordSession(app.deps, service.id, readEntryForm(typed, personId), by)
    if (done.ok && date === '2026-01-05')
      await approveSessions(app.deps, service.id, { sessionIds: [done.value.sessionId] }, by.email)
  }
})
afterAll(() => app.close())

test('a volunteer reads their approved hours as a page and takes them along as a PDF', async () => {
  const cookie = await app.signIn('volunteer-1@people.example.org')
  const page = await app.get(path('myTranscript', { slug: service.slug }), cookie)
  const html = await page.text()
  expect(html).toContain('Łucja Ždárová')
  expect(html).toContain('5 January 2026')
  expect(html).not.toContain('12 January 2026')
  const file = await app.get(path('myTranscriptFile', { slug: service.slug }), cookie)
  expect(file.headers.get('content-type')).toBe('application/pdf')
  expect(new TextDecoder().decode((await file.arrayBuffer()).slice(0, 5))).toBe('%PDF-')
})

test('a coordinator sees it in Welsh, and finds nobody else’s there', async () => {
  const cookie = await app.signIn('coordinator@example.org')
  const address = path('serviceTranscript', { slug: service.slug, personId })
  expect(await (await app.get(`${address}?lang=cy`, cookie)).text()).toContain('Amser stori')
  const other = await makeService(app.deps)
  const [stranger = ''] = await makePeople(app.deps, other, ['Somebody Else'])
  const foreign = path('serviceTranscriptFile', { slug: service.slug, personId: stranger })
  expect((await app.get(foreign, cookie)).status).toBe(404)
})
