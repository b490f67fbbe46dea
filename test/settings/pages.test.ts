import { afterAll, beforeAll, expect, test } from 'vitest'
import { withOrganisation } from '../../src/database/scope'
import { addBranch, addMembership, listBranches, membershipsOf } from '../../src/organisations/actions'
import { listMembers } from '../../src/organisations/members/actions'
import type { Organisation } from '../../src/organisations/model'
import { reachOf } from '../../src/organisations/rules/reach-of'
import { settingOf } from '../../src/settings/actions'
import { makeService } from '../support/organisation'
import { openTestApp, type TestApp } from '../support/web'

let app: TestApp
let service: Organisation
let base: string
const cookies: Record<string, string> = {}

beforeAll(async () => {
  app = await openTestApp()
  service = await makeService(app.deps)
  base = `/services/${service.slug}`
  for (const role of ['coordinator', 'head', 'dpo'] as const) {
    await addMembership(app.deps, service.id, { email: `${role}@example.org`, role })
    cookies[role] = await app.signIn(`${role}@example.org`)
  }
  await addMembership(app.deps, service.parentId ?? '', { email: 'nation@example.org', role: 'head' })
  cookies['nation'] = await app.signIn('nation@example.org')
})
afterAll(() => app.close())

const read = async (path: string, who: string) => (await app.get(path, cookies[who])).text()

test('a national default, a local value over it, and the way back; pages say which holds and since when', async () => {
  const key = 'retention.import-days'
  const network = await withOrganisation(app.deps.db, service.parentId ?? '', ({ trx }) =>
    trx
      .selectFrom('organisation')
      .select('slug')
      .where('id', '=', service.parentId ?? '')
      .executeTakeFirstOrThrow(),
  )
  const national = `/services/${network.slug}/settings/rules/${key}`
  expect((await app.post(national, { do: 'save', value: '120' }, cookies['nation'])).status).toBe(303)
  expect(await settingOf(app.deps, service.id, key)).toBe(120)
  expect(await read(`${base}/settings`, 'coordinator')).toMatch(
    /120 days<\/td><td[^>]*>Set by Network \d+ on 1 June 2026/,
  )

  const local = `${base}/settings/rules/${key}`
  const wrong = await app.post(local, { do: 'save', value: '800' }, cookies['head'])
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('Enter a whole number from 7 to 730')
  await app.post(local, { do: 'save', value: '30', reason: 'Summer' }, cookies['dpo'])
  expect(await settingOf(app.deps, service.id, key)).toBe(30)
  const page = await read(local, 'head')
  expect(page).toContain('Go back to what holds without it: 120 days')
  expect(page).toContain('Summer')
  expect(await read(`${base}/settings`, 'dpo')).toContain('Set here by dpo@example.org on 1 June 2026')

  await app.post(local, { do: 'back' }, cookies['head'])
  expect(await settingOf(app.deps, service.id, key)).toBe(120)
  const refused = await app.post(
    `${base}/settings/rules/retention.profile-months`,
    { value: '12' },
    cookies['coordinator'],
  )
  expect(refused.status).toBe(403)
  expect((await app.get(`${base}/settings/rules/constructor`, cookies['head'])).status).toBe(404)
})

test('the code of a district is refused with its county, that of an abolished council with its successor', async () => {
  const form = { name: 'Library Service', nation: 'England', colour: '#1d4f5c' }
  const say = async (authority: string) =>
    (await app.post(`${base}/settings/details`, { ...form, authority }, cookies['head'])).text()
  expect(await say('E07000070')).toContain(
    'Chelmsford City Council is a district. Its libraries are run by the county: E10000012',
  )
  expect(await say('E10000021')).toMatch(/ended on 2021-\d\d-\d\d\. Libraries there are run by E06000061/)
  expect(await say('W06000015')).toContain('is in Wales')
  const good = await app.post(
    `${base}/settings/details`,
    { ...form, authority: 'E10000012' },
    cookies['head'],
  )
  expect(good.status).toBe(303)
  expect(await read(`${base}/settings/details`, 'dpo')).toContain('E10000012')
})

test('a library is added once, with its type and place', async () => {
  const branches = `${base}/settings/branches`
  const form = { name: 'Riverside', type: 'CRL', uprn: '100 012 345', district: 'e07000070' }
  expect((await app.post(branches, form, cookies['coordinator'])).status).toBe(303)
  const again = await app.post(branches, form, cookies['coordinator'])
  expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('That name is taken')])
  const [branch] = await listBranches(app.deps, service.id)
  const page = `${branches}/${branch?.id}`
  expect((await app.post(page, { ...form, type: 'IL' }, cookies['coordinator'])).status).toBe(303)
  expect(await read(branches, 'dpo')).toMatch(
    /IL: independent<\/td><td[^>]*>100012345<\/td><td[^>]*>E07000070/,
  )
  expect((await app.post(page, { ...form, uprn: 'x' }, cookies['coordinator'])).status).toBe(422)
})

test('a community library becomes a tenant of its own, whose rules come from the service above it', async () => {
  const form = {
    slug: 'mill-lane',
    name: 'Mill Lane',
    nation: 'England',
    authority: '',
    colour: '#1d4f5c',
    email: 'x@mill.example',
  }
  expect((await app.post(`${base}/settings/organisations`, form, cookies['head'])).status).toBe(303)
  const [own] = await membershipsOf(app.deps, 'x@mill.example')
  expect(own?.role).toBe('coordinator')
  await app.post(`${base}/settings/rules/retention.held-months`, { do: 'save', value: '60' }, cookies['head'])
  expect(await settingOf(app.deps, own?.organisationId ?? '', 'retention.held-months')).toBe(60)
  expect((await app.get('/services/mill-lane/settings', cookies['head'])).status).toBe(403)
})

test('members are invited by mail, limited to their branches, changed and ended; the last coordinator stays', async () => {
  await addBranch(app.deps, service.id, { name: 'Quay', libraryType: 'LAL' })
  const branch = (await listBranches(app.deps, service.id)).find(({ name }) => name === 'Quay')?.id ?? ''
  const members = `${base}/members`
  const none = await app.post(
    members,
    { email: 'sue@example.org', role: 'supervisor' },
    cookies['coordinator'],
  )
  expect([none.status, await none.text()]).toEqual([
    422,
    expect.stringContaining('Choose at least one library'),
  ])
  const form = { email: 'sue@example.org', role: 'supervisor', branch }
  expect((await app.post(members, form, cookies['coordinator'])).status).toBe(303)
  const [sue] = await membershipsOf(app.deps, 'sue@example.org')
  if (sue === undefined) throw new Error('Nobody was invited.')
  expect((await listBranches(app.deps, service.id, reachOf(sue))).map(({ id }) => id)).toEqual([branch])
  const mails = await withOrganisation(app.deps.db, service.id, ({ trx }) =>
    trx.selectFrom('outbox').select(['recipient', 'subject']).execute(),
  )
  expect(mails).toEqual([
    { recipient: 'sue@example.org', subject: expect.stringContaining('You have a role') },
  ])

  const raised = await app.post(
    members,
    { email: 'coordinator@example.org', role: 'coordinator' },
    cookies['coordinator'],
  )
  expect(raised.status).toBe(422)
  expect(
    (await app.post(members, { email: 'z@example.org', role: 'head' }, cookies['coordinator'])).status,
  ).toBe(422)
  const own = (await listMembers(app.deps, service.id)).find(({ role }) => role === 'coordinator')
  const leave = await app.post(`${members}/${own?.id}/end`, {}, cookies['coordinator'])
  expect([leave.status, await leave.text()]).toEqual([
    422,
    expect.stringContaining('Somebody else has to have this role'),
  ])
  expect((await app.post(`${members}/${sue.id}/end`, {}, cookies['coordinator'])).status).toBe(303)
  expect(await membershipsOf(app.deps, 'sue@example.org')).toEqual([])
})
