import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../src/database/scope'
import { approveSessions } from '../../src/hours/actions'
import { addMembership } from '../../src/organisations/actions'
import { bytesOf, exampleFile, importFile, makeServiceWithRoles } from '../hours/service'
import { openTestApp, type TestApp } from '../support/web'

let app: TestApp
let service: { id: string; slug: string }

beforeAll(async () => {
  app = await openTestApp()
  app.clock.set(new Date('2026-11-24T09:00:00Z'))
  const id = await makeServiceWithRoles(app.deps)
  const { slug } = await asSystem(app.deps.db, ({ trx }) =>
    trx.selectFrom('organisation').select('slug').where('id', '=', id).executeTakeFirstOrThrow(),
  )
  service = { id, slug }
  await addMembership(app.deps, id, { email: 'coordinator@example.org', role: 'coordinator' })
  await addMembership(app.deps, id, { email: 'head@example.org', role: 'head' })
})
afterAll(() => app.close())

const today = async (email: string, language = 'en') => {
  const cookie = await app.signIn(email)
  const response = await app.get(`/services/${service.slug}`, `${cookie}; language=${language}`)
  expect(response.status).toBe(200)
  return response.text()
}

const rows = (month: string, hours: number, note: string) =>
  bytesOf(['Name,Date,Hours,Role,Notes', `Ann Lee,03/${month}/2026,${hours},Garden,${note}`])

test('nothing to do, then what there is, with the way to it; a head looks on', async () => {
  expect(await today('coordinator@example.org')).toContain('Nothing waits for you.')

  for (const month of ['04', '05', '06']) await importFile(app.deps, service.id, rows(month, 8, 'x'))
  await approveSessions(app.deps, service.id, { all: {} }, 'somebody@example.org')
  await importFile(app.deps, service.id, rows('10', 2.5, 'waits'))
  const { importId } = await importFile(app.deps, service.id, exampleFile('sessions-with-faults.csv'))
  const html = await today('coordinator@example.org')
  const base = `/services/${service.slug}`
  expect(html).toMatch(/\d sessions, [\d.]+ hours\. The oldest is from \d+ July 2026\./)
  expect(html).toContain(`href="${base}/hours"`)
  expect(html).toContain('Ready for a badge: Regular Library Volunteer')
  expect(html).toContain('1 volunteer<')
  expect(html).toContain(`href="${base}/badges/LV-02"`)
  expect(html).toContain('Rows to mend: sessions.csv')
  expect(html).toContain(`href="${base}/imports/${importId}"`)
  expect(html).toContain('This year, April 2026 to March 2027')
  expect(html).toMatch(/approved hours<\/dt><dd[^>]*>24</)

  const head = await today('head@example.org')
  expect(head).toContain('Ready for a badge: Regular Library Volunteer')
  expect(head).not.toContain('Approve hours')
  expect(head).not.toContain('Choose and issue')
  expect(head).not.toContain(`href="${base}/imports`)
})

test('in Welsh for those who read Welsh', async () => {
  const html = await today('coordinator@example.org', 'cy')
  expect(html).toContain('Beth sydd angen ei wneud')
  expect(html).toContain('Eleni, Ebrill 2026 i Fawrth 2027')
})
