import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMembership } from '../../src/organisations/actions'
import type { Organisation } from '../../src/organisations/model'
import { path } from '../../src/paths'
import { earnBadge } from '../support/awards'
import { makePeople, makeService } from '../support/organisation'
import { openTestApp, type TestApp } from '../support/web'

let site: TestApp
let service: Organisation
let cookie = ''
let first = ''
beforeAll(async () => {
  site = await openTestApp()
  service = await makeService(site.deps)
  const names = Array.from({ length: 55 }, (_, number) => `Volunteer ${String(number + 1).padStart(2, '0')}`)
  const people = await makePeople(site.deps, service, names)
  first = people[0] ?? ''
  await earnBadge(site.deps, service, [first])
  await addMembership(site.deps, service.id, { email: 'coordinator@example.org', role: 'coordinator' })
  cookie = await site.signIn('coordinator@example.org')
})
afterAll(() => site.close())

const list = () => path('serviceVolunteers', { slug: service.slug })

test('volunteers are listed page by page with their hours', async () => {
  const html = await (await site.get(list(), cookie)).text()
  expect(html).toContain('55 volunteers')
  expect(html).toMatch(/Volunteer 01[\s\S]*?numeric">21.25</)
  expect(html).not.toContain('Volunteer 51')
  const [, next = ''] = html.match(/href="([^"]*\?after=[^"]*)"/) ?? []
  const second = await (await site.get(next, cookie)).text()
  expect(second).toContain('Volunteer 51')
  expect(second).not.toContain('Volunteer 50')
})

test('a search keeps the name out of the address and finds it', async () => {
  const response = await site.post(list(), { search: 'VOLUNTEER 07' }, cookie)
  expect(response.status).toBe(200)
  const html = await response.text()
  expect(html).toContain('One volunteer with')
  expect(html).toContain('value="VOLUNTEER 07"')
  expect(html).not.toContain('Volunteer 08')
  expect(await (await site.post(list(), { search: '<b>' }, cookie)).text()).toContain('Nobody by that name')
})

test('a volunteer’s page shows hours by role and month, sessions and badges', async () => {
  const html = await (
    await site.get(path('serviceVolunteer', { slug: service.slug, personId: first }), cookie)
  ).text()
  expect(html).toContain('21 hours 15 minutes')
  expect(html).toMatch(/Approved hours by role[\s\S]*Home library service[\s\S]*21.25/)
  expect(html).toMatch(/Approved hours by month[\s\S]*May 2026[\s\S]*5.25/)
  expect(html).toContain('No badges yet.')
  const nobody = path('serviceVolunteer', { slug: service.slug, personId: service.id })
  expect((await site.get(nobody, cookie)).status).toBe(404)
})

test('the whole list is a file in which no cell is a formula; it is filtered and ordered as the page is', async () => {
  const other = await makeService(site.deps)
  await addMembership(site.deps, other.id, { email: 'coordinator@example.org', role: 'coordinator' })
  await makePeople(site.deps, other, ['=cmd|calc', 'Ann', 'Zoe'])
  const mine = await site.signIn('coordinator@example.org')
  const here = path('serviceVolunteers', { slug: other.slug })
  const file = await site.get(`${here}?as=csv`, mine)
  expect(file.headers.get('content-type')).toContain('text/csv')
  const lines = (await file.text()).trim().split('\r\n')
  expect(lines).toHaveLength(4)
  expect(lines.some((line) => line.replace(/^"/, '').startsWith('='))).toBe(false)
  const whole = await (await site.get(`${list()}?as=csv`, cookie)).text()
  expect(whole.trim().split('\r\n')).toHaveLength(56)
  const ended = await (await site.get(`${here}?status=ended`, mine)).text()
  expect(ended).not.toContain('>Ann<')
  const newest = (await (await site.get(`${here}?order=newest&as=csv`, mine)).text()).trim().split('\r\n')
  expect(newest[1]).toMatch(/^"?Zoe/)
})
