import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { approveSessions } from '../../src/hours/actions'
import { addMembership } from '../../src/organisations/actions'
import type { Organisation } from '../../src/organisations/model'
import { path } from '../../src/paths'
import { consentStateOf, consentsOf } from '../../src/people/consents/actions'
import { addRole } from '../../src/roles/actions'
import { startOfTests } from '../support/fakes'
import { makeService } from '../support/organisation'
import { openTestApp, type TestApp } from '../support/web'
import { askGuardian, confirmGuardian, guardianOf, makeBorn } from '../support/young'

let site: TestApp
let service: Organisation
let coordinator = ''
let child = ''
let young = ''
beforeAll(async () => {
  site = await openTestApp()
}, 60_000)
afterAll(() => site.close())
beforeEach(async () => {
  site.clock.set(startOfTests)
  service = await makeService(site.deps)
  const mail = `${service.slug}.example.org`
  const [first = '', second = ''] = await makeBorn(
    site.deps,
    service,
    { 'Mia Penrose': '2015-01-01', 'Amina Hassan': '2012-01-01' },
    mail,
  )
  child = first
  young = second
  await addMembership(site.deps, service.id, { email: `c@${mail}`, role: 'coordinator' })
  await addMembership(site.deps, service.id, {
    email: `volunteer-1@${mail}`,
    role: 'volunteer',
    personId: child,
  })
  await addMembership(site.deps, service.id, {
    email: `volunteer-2@${mail}`,
    role: 'volunteer',
    personId: young,
  })
  coordinator = await site.signIn(`c@${mail}`)
})

const link = (token: string) => path('guardianLink', { token })
const textOf = async (response: Promise<Response>) => (await response).text()
const volunteerCookie = (number: number) => site.signIn(`volunteer-${number}@${service.slug}.example.org`)
const roleState = async (personId: string) =>
  (await consentStateOf(site.deps, service.id, personId)).holds.role

describe('the page behind a guardian’s link', () => {
  test('asks three questions of a stranger, keeps what was answered, and thanks once', async () => {
    const token = await askGuardian(site.deps, service, young)
    const html = await textOf(site.get(link(token)))
    expect(html).toContain('Can Amina volunteer?')
    expect(html).not.toContain('Hassan')
    expect(html).toContain('name="robots"')
    const again = await textOf(site.post(link(token), { role: 'yes', photo: 'no', name: ' ' }))
    expect(again).toContain('href="#sharing"')
    expect(again).toMatch(/id="photo-2"[^>]*checked/)
    const answers = { role: 'yes', photo: 'no', sharing: 'yes', name: 'Gwen Hassan' }
    const sent = await site.post(link(token), answers)
    expect(sent.status).toBe(303)
    expect(await textOf(site.get(sent.headers.get('location') ?? ''))).toContain(
      'Your answer is with the library',
    )
    expect((await site.get(link(token))).status).toBe(410)
    expect(await roleState(young)).toBeUndefined()
  })

  test('a no to the first question is enough', async () => {
    const token = await askGuardian(site.deps, service, young)
    expect((await site.post(link(token), { role: 'no', name: 'Gwen' })).status).toBe(303)
    expect(await roleState(young)).toBe('guardian-refused')
  })

  test('an unknown link is nothing, and one that ran out says so', async () => {
    expect((await site.get(link('nobody-was-given-this'))).status).toBe(404)
    const token = await askGuardian(site.deps, service, young)
    site.clock.advance(8 * 24 * 60 * 60_000)
    const gone = await site.get(link(token))
    expect(gone.status).toBe(410)
    expect(await gone.text()).toContain('Ask the library for a new one')
  })
})

describe('a guardian who is signed in', () => {
  test('sees and manages the record of a child, who cannot sign in, and approves no hours', async () => {
    await confirmGuardian(site.deps, service, child)
    const cookie = await site.signIn(guardianOf(child))
    expect(await textOf(site.get('/my', cookie))).toContain('You look after the record of Mia Penrose.')
    expect((await site.get('/my', await volunteerCookie(1))).status).toBe(403)
    const roleId = await addRole(site.deps, service.id, {
      ...{ nationalCode: 'RO-11', titleEn: 'Garden', titleCy: null, boundaryClass: 'value-added' },
    })
    const entry = { roleId, date: '2026-05-04', start: '10:00', end: '12:00' }
    const added = await site.post(path('myHoursAdd', { slug: service.slug }), entry, cookie)
    expect(added.status).toBe(303)
    expect((await site.get(path('serviceHours', { slug: service.slug }), cookie)).status).toBe(403)
    const own = await approveSessions(site.deps, service.id, { all: {} }, guardianOf(child))
    expect(own).toMatchObject({ approved: 0, own: 1 })
    const details = path('myDetails', { slug: service.slug })
    const changed = await site.post(
      details,
      { preferredName: 'Mia P', languageWish: 'en', revision: '1' },
      cookie,
    )
    expect(changed.status).toBe(303)
  })

  test('answers about consents alone from 13 on, and about nothing from 16 on', async () => {
    await confirmGuardian(site.deps, service, young)
    const cookie = await site.signIn(guardianOf(young))
    expect((await site.get('/my', cookie)).status).toBe(403)
    expect(await textOf(site.get('/my/consents', cookie))).toContain('For Amina Hassan')
    const change = { [`role-${young}`]: 'no' }
    const answer = path('myConsent', { slug: service.slug, personId: young })
    expect((await site.post(answer, change, cookie)).status).toBe(303)
    expect(await roleState(young)).toBe('guardian-withdrew')
    site.clock.set(new Date('2028-01-01T09:00:00Z'))
    const later = await site.signIn(guardianOf(young))
    expect((await site.get('/my/consents', later)).status).toBe(403)
    expect((await site.post(answer, change, later)).status).toBe(403)
  })

  test('chooses between two children', async () => {
    const [sibling = ''] = await makeBorn(
      site.deps,
      service,
      { 'Tom Penrose': '2016-01-01' },
      'other.example.org',
    )
    await confirmGuardian(site.deps, service, child)
    const token = await askGuardian(site.deps, service, sibling, guardianOf(child))
    await site.post(link(token), { role: 'yes', photo: 'yes', sharing: 'yes', name: 'Gwen' })
    const cookie = await site.signIn(guardianOf(child))
    expect(await textOf(site.get('/my', cookie))).toContain('Tom Penrose')
    const chosen = await site.post('/my/person', { person: sibling }, cookie)
    const both = `${cookie}; ${(chosen.headers.getSetCookie()[0] ?? '').split(';')[0]}`
    expect(await textOf(site.get('/my', both))).toContain('You look after the record of Tom Penrose.')
    expect((await site.post('/my/person', { person: young }, cookie)).status).toBe(403)
  })
})

test('on the 16th birthday the account asks for the young person’s own consent', async () => {
  await confirmGuardian(site.deps, service, young)
  site.clock.set(new Date('2028-01-01T09:00:00Z'))
  const cookie = await volunteerCookie(2)
  const html = await textOf(site.get('/my/consents', cookie))
  expect(html).toContain('You are old enough to decide for yourself now.')
  const answer = path('myConsent', { slug: service.slug, personId: young })
  await site.post(answer, { [`role-${young}`]: 'yes' }, cookie)
  expect(await roleState(young)).toBeUndefined()
  const last = (await consentsOf(site.deps, service.id, young)).at(-1)
  expect(last).toMatchObject({ purpose: 'role', capacity: 'self', how: 'account' })
})

describe('the coordinator', () => {
  const page = (personId: string) => path('serviceVolunteer', { slug: service.slug, personId })
  const ask = (personId: string) => path('serviceGuardianAdd', { slug: service.slug, personId })

  test('asks a guardian by mail, and sees on the record and today that nobody answered', async () => {
    const form = { name: 'Gwen', relationship: 'Mother', email: '', phone: '', by: 'mail' }
    const refused = await textOf(site.post(ask(young), form, coordinator))
    expect(refused).toContain('Write an e-mail address.')
    expect(refused).toMatch(/id="relationship"[^>]*value="Mother"/)
    const sent = await site.post(ask(young), { ...form, email: 'gwen@example.org' }, coordinator)
    expect(sent.headers.get('location')).toBe(`${page(young)}?done=invited`)
    const record = await textOf(site.get(page(young), coordinator))
    expect(record).toContain('The link works until 8 June 2026.')
    expect(record).toContain('waits for the answer of a parent or guardian')
    const today = await textOf(site.get(path('service', { slug: service.slug }), coordinator))
    expect(today).toContain('Parents or guardians who have not said yes')
    const waiting = await textOf(
      site.get(path('serviceVolunteersWaiting', { slug: service.slug }), coordinator),
    )
    expect(waiting).toMatch(/Amina Hassan[\s\S]*Mia Penrose/)
  })

  test('gets a slip for somebody without e-mail, whose code and address are shown once', async () => {
    const form = { name: 'Gwen', relationship: '', email: '', phone: '', by: 'paper' }
    const slip = await site.post(ask(young), form, coordinator)
    expect(slip.headers.get('cache-control')).toBe('no-store')
    const html = await slip.text()
    const token = /\/guardian\/([\w-]{20,})/.exec(html)?.[1] ?? ''
    expect(html).toContain('<svg')
    expect(await textOf(site.get(link(token)))).toContain('Your e-mail address (optional)')
  })

  test('writes down what somebody of 16 says, and takes a guardian off', async () => {
    await confirmGuardian(site.deps, service, young)
    const record = await textOf(site.get(page(young), coordinator))
    const action = /action="([^"]*\/guardians\/[^"]*)"/.exec(record)?.[1] ?? ''
    await site.post(action, { do: 'end' }, coordinator)
    expect(await roleState(young)).toBe('guardian-missing')
    site.clock.set(new Date('2028-01-01T09:00:00Z'))
    const said = { purpose: 'role', agrees: 'yes', how: 'in-person' }
    await site.post(
      path('serviceVolunteerConsents', { slug: service.slug, personId: young }),
      said,
      coordinator,
    )
    expect(await roleState(young)).toBeUndefined()
  })
})
