import { afterAll, beforeAll, expect, test } from 'vitest'
import { withOrganisation } from '../../src/database/scope'
import { addMembership } from '../../src/organisations/actions'
import type { Organisation } from '../../src/organisations/model'
import { path } from '../../src/paths'
import { earnBadge, issueBadge } from '../support/awards'
import { makePeople, makeService } from '../support/organisation'
import { openTestApp, type TestApp } from '../support/web'

let site: TestApp
let service: Organisation
let elsewhere: Organisation
let people: string[]
const cookies = { coordinator: '', head: '', volunteer: '', other: '' }

beforeAll(async () => {
  site = await openTestApp()
  service = await makeService(site.deps)
  elsewhere = await makeService(site.deps)
  people = await makePeople(site.deps, service, ['Aoife', 'Bethan', 'Siân Wójcik', 'Tomos'])
  await earnBadge(site.deps, service, people.slice(0, 3))
  await earnBadge(site.deps, service, people.slice(3))
  await withOrganisation(site.deps.db, service.id, ({ trx }) =>
    trx
      .updateTable('volunteering_session')
      .set({ status: 'submitted' })
      .where('person_id', '=', people[3] ?? '')
      .where('local_date', '=', '2026-05-20')
      .execute(),
  )
  const join = async (
    organisation: Organisation,
    email: string,
    role: 'coordinator' | 'head' | 'volunteer',
  ) => {
    await addMembership(site.deps, organisation.id, { email, role })
    return site.signIn(email)
  }
  cookies.coordinator = await join(service, 'coordinator@example.org', 'coordinator')
  cookies.head = await join(service, 'head@example.org', 'head')
  cookies.volunteer = await join(service, 'volunteer@example.org', 'volunteer')
  cookies.other = await join(elsewhere, 'other@example.org', 'coordinator')
})
afterAll(() => site.close())

const badge = () => path('serviceBadge', { slug: service.slug, code: 'LV-02' })
const issue = () => path('serviceBadgeIssue', { slug: service.slug, code: 'LV-02' })
const textOf = async (address: string, cookie: string) => {
  const response = await site.get(address, cookie)
  expect(response.status).toBe(200)
  return response.text()
}
const ticks = (html: string) => html.match(/<input[^>]*name="person"[^>]*>/g) ?? []
const addressOf = (response: Response) => response.headers.get('Location') ?? ''
const firstAward = async (html: string) => {
  const [, address = ''] = html.match(/href="(\/services\/[^"]*\/awards\/[^"/]*)"/) ?? []
  return address
}

test('the badge page ticks everyone who has earned it and says what the others still need', async () => {
  const html = await textOf(badge(), cookies.coordinator)
  expect(ticks(html)).toHaveLength(3)
  expect(ticks(html).every((tick) => tick.includes('checked'))).toBe(true)
  expect(html).toContain('Ready for this badge (3)')
  expect(html).toContain('20 hours; sessions in 3 different months')
  expect(html).toMatch(/Tomos[\s\S]*4 more hours and sessions in 1 more month/)
})

test('the list of badges counts who is ready and who has each', async () => {
  const html = await textOf(path('serviceBadges', { slug: service.slug }), cookies.coordinator)
  expect(html).toMatch(/Regular Library Volunteer[\s\S]*?numeric">3<[\s\S]*?numeric">0</)
  expect(html).toContain('Summer Reading Champion')
})

test('a head of service sees who is ready and issues nothing', async () => {
  const html = await textOf(badge(), cookies.head)
  expect(html).toContain('Siân Wójcik')
  expect(ticks(html)).toHaveLength(0)
  expect((await site.post(issue(), { person: people }, cookies.head)).status).toBe(403)
})

test('other services and volunteers are kept out; who is signed out is asked to sign in', async () => {
  const volunteers = path('serviceVolunteers', { slug: service.slug })
  for (const address of [badge(), path('serviceBadges', { slug: service.slug }), volunteers]) {
    expect((await site.get(address, cookies.other)).status).toBe(403)
    expect((await site.get(address, cookies.volunteer)).status).toBe(403)
    expect((await site.get(address)).status).toBe(303)
  }
  expect((await site.post(issue(), { person: people }, cookies.other)).status).toBe(403)
})

test('issuing to nobody is refused, with nobody ticked', async () => {
  const response = await site.post(issue(), {}, cookies.coordinator)
  expect(response.status).toBe(422)
  const html = await response.text()
  expect(html).toContain('Tick at least one person')
  expect(ticks(html).some((tick) => tick.includes('checked'))).toBe(false)
  const [, target = ''] = html.match(/href="#(person-[^"]*)"/) ?? []
  expect(html).toContain(`id="${target}"`)
})

test('one click issues to those chosen; issuing again issues nothing and says why', async () => {
  const chosen = { person: [people[0] ?? '', people[2] ?? '', people[3] ?? ''] }
  const issued = await site.post(issue(), chosen, cookies.coordinator)
  expect(issued.status).toBe(303)
  const batch = await textOf(addressOf(issued), cookies.coordinator)
  expect(batch).toContain('issued to 2 people')
  expect(batch).toMatch(/Tomos[\s\S]*Has not earned it/)

  const again = await site.post(issue(), { person: chosen.person.slice(0, 2) }, cookies.coordinator)
  const second = await textOf(addressOf(again), cookies.coordinator)
  expect(second).toContain('was issued to nobody')
  expect(second.match(/Has this badge already/g)).toHaveLength(2)

  const page = await textOf(badge(), cookies.coordinator)
  expect(ticks(page)).toHaveLength(1)
  const award = await textOf(await firstAward(page), cookies.coordinator)
  expect(award).toContain('21 hours 15 minutes')
  expect(award).toContain('Home library service')
  expect(award).toContain('coordinator@example.org')
})

test('an award is handed out as a file, and not to another service', async () => {
  const award = await firstAward(await textOf(badge(), cookies.coordinator))
  const file = await site.get(`${award}/files/json`, cookies.coordinator)
  expect(file.headers.get('Content-Type')).toContain('application/vc+ld+json')
  expect(await file.json()).toMatchObject({ type: ['VerifiableCredential', 'OpenBadgeCredential'] })
  expect((await site.get(`${award}/files/exe`, cookies.coordinator)).status).toBe(404)
  expect((await site.get(`${award}/files/json`, cookies.other)).status).toBe(403)
})

test('a badge is revoked with a reason, which is then said', async () => {
  const award = await firstAward(await textOf(badge(), cookies.coordinator))
  expect(await textOf(`${award}/revoke`, cookies.coordinator)).toContain('told at once')
  const without = await site.post(`${award}/revoke`, { reason: '  ' }, cookies.coordinator)
  expect(without.status).toBe(422)
  expect(await without.text()).toContain('Say why the badge is revoked')
  const long = await site.post(`${award}/revoke`, { reason: 'much '.repeat(200) }, cookies.coordinator)
  expect(long.status).toBe(422)
  expect(await long.text()).toContain('much much')
  expect((await site.post(`${award}/revoke`, { reason: 'No' }, cookies.head)).status).toBe(403)

  const done = await site.post(`${award}/revoke`, { reason: 'Wrong person' }, cookies.coordinator)
  expect([done.status, addressOf(done)]).toEqual([303, award])
  const html = await textOf(award, cookies.coordinator)
  expect(html).toContain('This badge has been revoked')
  expect(html).toContain('Wrong person')
  expect(html).not.toContain('/files/pdf')
  expect((await site.get(`${award}/files/pdf`, cookies.coordinator)).status).toBe(404)
  expect((await site.get(`${award}/revoke`, cookies.coordinator)).status).toBe(303)
})

test('a badge that may be paused is paused, made valid again and revoked, and its pages say so', async () => {
  const settings = path('serviceBadgeSettings', { slug: service.slug, code: 'LV-02' })
  expect(await textOf(badge(), cookies.coordinator)).not.toMatch(/value="yes"[^>]*checked/)
  expect((await site.post(settings, { pausable: 'yes' }, cookies.head)).status).toBe(403)
  expect((await site.post(settings, { pausable: 'yes' }, cookies.other)).status).toBe(403)
  expect((await site.post(settings, { pausable: 'yes' }, cookies.coordinator)).status).toBe(303)
  expect(await textOf(badge(), cookies.coordinator)).toMatch(/value="yes"[^>]*checked/)
  expect(await textOf(badge(), cookies.head)).toContain('This badge can be paused.')

  const name = 'Wyn'
  const [personId = ''] = await makePeople(site.deps, service, [name])
  const { awardIds } = await issueBadge(site.deps, service, [personId])
  const parts = { slug: service.slug, awardId: awardIds[0] ?? '' }
  const award = path('serviceAward', parts)
  const list = (await (await site.get(`${award}/files/json`, cookies.coordinator)).json()).credentialStatus
  const check = async (language = 'en') => {
    const [, address = ''] = /href="(\/c\/[^"]+)"/.exec(await textOf(award, cookies.coordinator)) ?? []
    return (await site.get(`${address}?lang=${language}`)).text()
  }
  expect(list).toMatchObject({ statusPurpose: 'suspension' })
  expect((await site.get(`${award}/reinstate`, cookies.coordinator)).status).toBe(303)
  expect(await textOf(award, cookies.coordinator)).toContain('Pause this badge')
  expect(await textOf(`${award}/suspend`, cookies.coordinator)).toContain('suspended for now')
  const without = await site.post(`${award}/suspend`, { reason: '' }, cookies.coordinator)
  expect([without.status, (await without.text()).includes('Say why the badge is paused')]).toEqual([
    422,
    true,
  ])
  expect((await site.post(`${award}/suspend`, { reason: 'No' }, cookies.head)).status).toBe(403)

  const paused = await site.post(`${award}/suspend`, { reason: 'Hours in doubt' }, cookies.coordinator)
  expect([paused.status, addressOf(paused)]).toEqual([303, award])
  const html = await textOf(award, cookies.coordinator)
  for (const words of [
    'This badge is paused',
    'Hours in doubt',
    'coordinator@example.org',
    'Make it valid again',
  ])
    expect(html).toContain(words)
  expect(html).not.toContain('Pause this badge')
  expect((await site.get(`${award}/files/pdf`, cookies.coordinator)).status).toBe(404)
  expect(await textOf(badge(), cookies.coordinator)).toContain('Paused')
  const shown = await check()
  expect(shown).toContain('This badge is suspended by its issuer for the time being.')
  expect(shown).toContain('Not at the moment')
  expect(shown).not.toContain('Hours in doubt')
  expect(await check('cy')).toContain('Ddim ar hyn o bryd')

  await site.post(`${award}/reinstate`, { reason: 'They are right' }, cookies.coordinator)
  expect(await textOf(award, cookies.coordinator)).toContain('Made valid again on')
  expect(await check()).toContain('still valid')
  await site.post(`${award}/revoke`, { reason: 'Wrong person' }, cookies.coordinator)
  const gone = await textOf(award, cookies.coordinator)
  expect(gone).toContain('This badge has been revoked')
  expect(gone).not.toContain('Make it valid again')
  expect((await site.post(`${award}/reinstate`, { reason: 'Again' }, cookies.coordinator)).status).toBe(409)
  expect(await check()).toContain('took it back')
})

test('a list is kept by who asked for it, for a minute, and asked for again by its tag', async () => {
  const [personId = ''] = await makePeople(site.deps, service, ['Tegid'])
  const { awardIds } = await issueBadge(site.deps, service, [personId])
  const award = path('serviceAward', { slug: service.slug, awardId: awardIds[0] ?? '' })
  const file = await (await site.get(`${award}/files/json`, cookies.coordinator)).json()
  const address = new URL(file.credentialStatus.statusListCredential).pathname
  const ask = (tag: string) =>
    site.get(address, undefined, {
      Accept: 'application/vc',
      ...(tag === '' ? {} : { 'If-None-Match': tag }),
    })
  const first = await ask('')
  const tag = first.headers.get('ETag') ?? ''
  expect(first.headers.get('Cache-Control')).toBe('public, max-age=60')
  const { proof } = await first.json()
  expect(tag).toBe(`"${proof[0].proofValue}"`)
  for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
    const again = await ask(known)
    expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', tag])
    expect(again.headers.get('Access-Control-Allow-Origin')).toBe('*')
  }
  expect((await ask('"other"')).status).toBe(200)
  await site.post(`${award}/revoke`, { reason: 'Wrong person' }, cookies.coordinator)
  site.clock.advance(60_000)
  const changed = await ask(tag)
  expect([changed.status, changed.headers.get('ETag') === tag]).toEqual([200, false])
})

test('a badge and its issuer are pages for people and data for programs, at one address', async () => {
  const issuer = path('organisation', { slug: service.slug })
  const page = await site.get(issuer)
  expect(page.headers.get('Vary')).toContain('Accept')
  const html = await page.text()
  expect(html).toContain('did:web:badges.example.org')
  const [, address = ''] = html.match(/href="(\/achievements\/[^"]*)"/) ?? []
  expect(await textOf(address, '')).toContain('Regular Library Volunteer')

  for (const one of [issuer, address]) {
    for (const [ask, headers] of [
      [one, { Accept: 'application/ld+json' }],
      [one, { Accept: '*/*' }],
      [`${one}?format=json`, {}],
    ] as const) {
      const data = await site.get(ask, undefined, headers)
      expect(data.headers.get('Content-Type')).toBe('application/ld+json')
      expect(data.headers.get('Vary')).toContain('Accept')
      expect(await data.json()).toHaveProperty('id')
    }
  }
  expect((await site.get('/achievements/nothing')).status).toBe(404)
})

test('the pages speak Welsh to who asks for it', async () => {
  const html = await textOf(`${badge()}?lang=cy`, cookies.coordinator)
  expect(html).toContain('Gwirfoddolwr Llyfrgell Rheolaidd')
  expect(html).toContain('4 awr arall; sesiynau mewn 1 mis arall')
})
