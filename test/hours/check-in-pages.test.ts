import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { withOrganisation } from '../../src/database/scope'
import { ensureNumber } from '../../src/hours/actions'
import { addMembership, getOrganisation } from '../../src/organisations/actions'
import { openTestApp, type TestApp } from '../support/web'
import { bytesOf, contentsOf, importFile, makeServiceWithRoles } from './service'

let app: TestApp
let service: { id: string; slug: string }
let coordinator: string
let branchId: string
let personId: string
let made = 0

const file = bytesOf([
  'Name,Email,Date,Start,End,Role,Library',
  'Ann Bell,ann@example.org,05/10/2026,10:00,11:30,Garden,Central Library',
  'Bill Bell,,05/10/2026,10:00,11:30,Events,Central Library',
])

beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  app.clock.set(new Date('2026-11-24T10:00:00Z'))
  const id = await makeServiceWithRoles(app.deps)
  service = await getOrganisation(app.deps, id)
  await importFile(app.deps, id, file)
  made += 1
  const email = `coordinator-${made}@example.org`
  await addMembership(app.deps, id, { email, role: 'coordinator' })
  coordinator = await app.signIn(email)
  const found = await withOrganisation(app.deps.db, id, async ({ trx }) => ({
    branch: await trx
      .selectFrom('branch')
      .select('id')
      .where('name', '=', 'Central Library')
      .where('organisation_id', '=', id)
      .executeTakeFirstOrThrow(),
    person: await trx
      .selectFrom('person')
      .select('id')
      .where('preferred_name', '=', 'Ann Bell')
      .where('organisation_id', '=', id)
      .executeTakeFirstOrThrow(),
  }))
  branchId = found.branch.id
  personId = found.person.id
})

const admin = () => `/services/${service.slug}/check-in`
const fieldOf = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? ''
const locationOf = (response: Response) => response.headers.get('Location') ?? ''

/** Makes a point as the coordinator; gives the page that it leads to. */
const addPoint = async (kind: 'tablet' | 'poster') => {
  const response = await app.post(admin(), { kind, branchId }, coordinator)
  expect(response.status).toBe(303)
  return (await app.get(locationOf(response), coordinator)).text()
}

test('a tablet is linked once, finds people by letters, and takes them in and out in three presses', async () => {
  const page = await addPoint('tablet')
  const link = /href="(\/check-in\/[^"]+\/link\/[^"]+)"/.exec(page)?.[1] ?? ''
  const start = link.replace(/\/link\/.*/, '')
  expect((await app.get(start)).status).toBe(404)
  expect(await (await app.get(link)).text()).toContain('Central Library')
  const linked = await app.post(link, {})
  expect([linked.status, locationOf(linked)]).toEqual([303, start])
  const cookie = (linked.headers.get('Set-Cookie') ?? '').split(';')[0] ?? ''
  expect(linked.headers.get('Set-Cookie')).toMatch(/; Path=\/check-in\/.*; HttpOnly; Secure; SameSite=Lax/)
  expect((await app.post(link, {})).status).toBe(404)

  const first = await app.get(start, cookie)
  expect(first.headers.get('Cache-Control')).toBe('no-store')
  expect(await first.text()).not.toContain('Bell')
  const found = await (await app.post(`${start}/find`, { who: 'bel' }, cookie)).text()
  expect(found).toContain('Ann B.')
  expect(found).toContain('Bill B.')
  expect(found).not.toContain('Ann Bell')
  expect(found).not.toContain('ann@example.org')
  const ticket = fieldOf(found, 'ticket')
  const person = await (await app.post(`${start}/person`, { ticket }, cookie)).text()
  expect(person).toContain('Hello Ann B.')
  expect(person.indexOf('Garden')).toBeLessThan(person.indexOf('Something else'))
  const role = fieldOf(person, 'role')
  const [came, again] = [
    await app.post(`${start}/do`, { ticket, do: 'in', role }, cookie),
    await app.post(`${start}/do`, { ticket, do: 'in', role }, cookie),
  ]
  expect([came, again].map(locationOf)).toEqual([`${start}?done=in`, `${start}?done=in`])
  expect(await (await app.get(`${start}?done=in`, cookie)).text()).toContain('You are checked in.')
  expect(await (await app.get(admin(), coordinator)).text()).toContain('Ann Bell')

  app.clock.set(new Date('2026-11-24T10:10:00Z'))
  const inside = await (await app.post(`${start}/person`, { ticket }, cookie)).text()
  expect(inside).toContain('You are in since 10:00: Garden.')
  const visit = fieldOf(inside, 'visit')
  expect(locationOf(await app.post(`${start}/do`, { ticket, do: 'out', visit }, cookie))).toBe(
    `${start}?done=out`,
  )
  expect(locationOf(await app.post(`${start}/do`, { ticket, do: 'out', visit }, cookie))).toBe(
    `${start}?done=nothing`,
  )
  app.clock.set(new Date('2026-11-24T10:16:00Z'))
  expect(locationOf(await app.post(`${start}/do`, { ticket, do: 'in', role }, cookie))).toBe(
    `${start}?done=again`,
  )
  const { sessions } = await contentsOf(app.deps, service.id)
  expect(sessions.filter(({ source }) => source === 'kiosk')).toMatchObject([{ minutes: 10 }])

  const pointId = /points\/([^/"]+)\/revoke/.exec(await (await app.get(admin(), coordinator)).text())?.[1]
  await app.post(`${admin()}/points/${pointId}/revoke`, {}, coordinator)
  expect((await app.get(start, cookie)).status).toBe(404)
})

test('a poster asks for a number, or takes a volunteer who is signed in at once', async () => {
  const page = await addPoint('poster')
  const start = /href="(\/check-in\/[^"]+)"/.exec(page)?.[1] ?? ''
  expect(page).toContain('<svg')
  expect(page).not.toContain(personId)
  const wrong = await app.post(`${start}/find`, { who: 'Bell' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('This number is not known.')
  expect((await app.post(`${start}/find`, { who: '' })).status).toBe(422)
  const number = await ensureNumber(app.deps, service.id, personId)
  const byNumber = await (await app.post(`${start}/find`, { who: number })).text()
  expect(byNumber).toContain('Hello Ann B.')
  const volunteer = await app.signIn('ann@example.org')
  const signedIn = await (await app.get(start, volunteer)).text()
  expect(signedIn).toContain('Hello Ann B.')
  const [ticket, role] = [fieldOf(signedIn, 'ticket'), fieldOf(signedIn, 'role')]
  await app.post(`${start}/do`, { ticket, do: 'in', role }, volunteer)

  // A week later: she did not check out, and is asked first.
  app.clock.set(new Date('2026-12-01T10:00:00Z'))
  const asked = await (await app.get(start, await app.signIn('ann@example.org'))).text()
  expect(asked).toContain('When did you leave?')
  const [later, visit] = [fieldOf(asked, 'ticket'), fieldOf(asked, 'visit')]
  const early = await app.post(`${start}/do`, { ticket: later, do: 'left', visit, left: '09:00' }, volunteer)
  expect(early.status).toBe(422)
  expect(await early.text()).toContain('The end must be after the start.')
  const told = await app.post(`${start}/do`, { ticket: later, do: 'left', visit, left: '11:15' }, volunteer)
  expect(await told.text()).toContain('What are you here for?')
  const { sessions, events } = await contentsOf(app.deps, service.id)
  const session = sessions.find(({ source }) => source === 'kiosk')
  expect(session).toMatchObject({ minutes: 75, local_date: '2026-11-24' })
  expect(events.find(({ session_id }) => session_id === session?.id)?.actor).toBe('ann@example.org')
})

test('the form for a new point says what is missing, and a volunteer sees their number on their hours page', async () => {
  const refused = await app.post(admin(), { kind: 'lamp', branchId: 'x' }, coordinator)
  expect(refused.status).toBe(422)
  const text = await refused.text()
  expect(text).toContain('Choose a library.')
  expect(text).toContain('Say what it is.')
  const volunteer = await app.signIn('ann@example.org')
  const mine = `/my/hours/${service.slug}`
  expect(locationOf(await app.post(`${mine}/number`, {}, volunteer))).toBe(mine)
  const number = await ensureNumber(app.deps, service.id, personId)
  expect(await (await app.get(mine, volunteer)).text()).toContain(number)
  expect(await (await app.get(`${admin()}/numbers`, coordinator)).text()).toContain(number)
})
