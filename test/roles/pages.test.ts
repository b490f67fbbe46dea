import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMembership } from '../../src/organisations/actions'
import { listRoleDetails } from '../../src/roles/catalogue/actions'
import { makePeople } from '../support/organisation'
import { openTestApp, type TestApp } from '../support/web'
import { type Ground, makeGround } from './service'

let app: TestApp
let ground: Ground
let coordinator: string
let union: string
beforeAll(async () => {
  app = await openTestApp()
  ground = await makeGround(app.deps)
  const { id } = ground.service
  for (const role of ['coordinator', 'union'] as const)
    await addMembership(app.deps, id, { email: `${role}@roles.example.org`, role })
  coordinator = await app.signIn('coordinator@roles.example.org')
  union = await app.signIn('union@roles.example.org')
})
afterAll(() => app.close())

const at = (rest: string) => `/services/${ground.service.slug}/${rest}`
const open = (rest: string) => `/organisations/${ground.service.slug}/${rest}`
const textOf = async (path: string, cookie?: string, headers?: Readonly<Record<string, string>>) => {
  const response = await app.get(path, cookie, headers)
  expect([path, response.status]).toEqual([path, 200])
  return response.text()
}
const send = async (
  path: string,
  form: Readonly<Record<string, string | readonly string[]>>,
  cookie?: string,
) => {
  const response = await app.post(path, form, cookie)
  return { status: response.status, to: response.headers.get('location') ?? '', text: await response.text() }
}

/** Publishes the role by the forms of its pages. */
const publishByForms = async (roleId: string) => {
  const record = { taskClass: 'value-added', rationale: 'It adds to the service.', decidedBy: 'Jo Hart' }
  const dates = { inForceFrom: '2026-05-01', reviewOn: '2027-05-01', statementVersion: '' }
  const check = { risk: 'low', level: 'none', legalBasis: 'No eligible activity.', decidedBy: 'Jo Hart' }
  const role = {
    titleEn: 'Digital champion',
    titleCy: 'Hyrwyddwr digidol',
    summaryEn: 'Helps.',
    tasksEn: 'Show\nAsk',
  }
  const people = {
    supervisorName: 'Sam Lane',
    training: 'some',
    trainingModules: 'digital-safety',
    minimumAge: '14',
  }
  const rest = {
    ageReasonEn: 'It is hard.',
    inductionEn: 'Has met us',
    deliveryModes: 'on-site',
    offers: 'ULO-I',
  }
  const steps = [
    await send(at(`boundary/${roleId}/records`), { ...record, ...dates }, coordinator),
    await send(at(`roles/${roleId}/check`), { ...check, decidedOn: '2026-05-01' }, coordinator),
    await send(at(`roles/${roleId}/edit`), { ...role, ...people, ...rest, skills: 'X27 X02' }, coordinator),
    await send(at(`roles/${roleId}/state`), { state: 'published' }, coordinator),
  ]
  expect(steps.map(({ status }) => status)).toEqual([303, 303, 303, 303])
}

test('a role’s page says what is missing, and the forms supply it; the public page and its data say the same', async () => {
  const { roleId } = ground
  const before = await textOf(at(`roles/${roleId}`), coordinator)
  expect(before.match(/Missing/g)).toHaveLength(4)
  expect(before).not.toContain('value="published"')
  const refused = await send(
    at(`roles/${roleId}/check`),
    { risk: 'low', decidedBy: '001234567890' },
    coordinator,
  )
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('must not be kept')
  await publishByForms(roleId)
  const page = await textOf(open(`roles/${roleId}`))
  for (const words of [
    'Digital champion',
    'this role is not a job',
    '14 or older',
    'It is hard.',
    'Digital safety',
  ])
    expect(page).toContain(words)
  const response = await app.get(open(`roles/${roleId}`), undefined, { Accept: 'application/ld+json' })
  expect(response.headers.get('content-type')).toBe('application/ld+json')
  expect(response.headers.get('vary')).toContain('Accept')
  expect(await response.json()).toMatchObject({
    ...{ '@type': 'Role', identifier: 'RO-03', employmentType: 'VOLUNTEER', typicalAgeRange: '14-' },
    name: [
      { '@language': 'en', '@value': 'Digital champion' },
      { '@language': 'cy', '@value': 'Hyrwyddwr digidol' },
    ],
  })
  const welsh = await textOf(`${open(`roles/${roleId}`)}?lang=cy`)
  expect(welsh).toContain('Hyrwyddwr digidol')
})

test('the union’s representative reads the boundary register and nothing else', async () => {
  const register = await textOf(at('boundary'), union)
  expect(register).toContain('Digital champion')
  expect(register).not.toContain('<form method="post" action="/services')
  const one = await textOf(at(`boundary/${ground.roleId}`), union)
  expect(one).toContain('It adds to the service.')
  expect(one).not.toContain('records"')
  for (const closed of [
    'roles',
    `roles/${ground.roleId}`,
    'placements',
    'training',
    'access',
    'hours',
    'volunteers',
  ])
    expect([closed, (await app.get(at(closed), union)).status]).toEqual([closed, 403])
  expect((await app.get('/', union)).headers.get('location')).toBe(at('boundary'))
})

test('somebody applies by the pages, one question at a time, and a coordinator gives them a place', async () => {
  const { roleId, branchId } = ground
  const form = { roleId, branchId, capacity: '1', applyUntil: '2026-07-01', startsOn: '2026-07-10' }
  const wrong = await send(at('opportunities'), { ...form, capacity: 'many' }, coordinator)
  expect([wrong.status, wrong.text.includes('Give a number from 1 to 999.')]).toEqual([422, true])
  const opened = await send(at('opportunities'), form, coordinator)
  const opportunityId = opened.to.split('/').at(-1) ?? ''
  const start = await send(open(`opportunities/${opportunityId}/apply`), {})
  expect(start.to).toMatch(/\/applications\/[\w-]{32}\/name$/)
  const question = (name: string) => start.to.replace(/name$/, name)
  expect((await app.get(question('check'))).headers.get('location')).toBe(question('name'))
  expect(await send(question('name'), { name: 'Zoë' })).toMatchObject({ to: question('age') })
  expect(await send(question('age'), { age: 'x' })).toMatchObject({ status: 422 })
  expect(await send(question('age'), { age: '17' })).toMatchObject({ to: question('contact') })
  expect(await send(question('contact'), { email: '', phone: '' })).toMatchObject({ status: 422 })
  expect(await send(question('contact'), { email: 'zoe@example.org' })).toMatchObject({
    to: question('message'),
  })
  expect(await send(question('message'), { message: '' })).toMatchObject({ to: question('check') })
  expect(await textOf(question('check'))).toContain('zoe@example.org')
  await send(question('check'), {})
  expect(await textOf(question('check'))).toContain('Because you are under 18')
  const page = await textOf(opened.to, coordinator)
  expect(page).toContain('Ask for the parent’s or guardian’s consent')
  const action = /action="([^"]*\/applications\/[^"]+)"/.exec(page)?.[1] ?? ''
  const accepted = await send(action, { do: 'accept', personId: 'new', opportunityId }, coordinator)
  expect(accepted).toMatchObject({ status: 303, to: opened.to })
  expect(await textOf(opened.to, coordinator)).toContain('Has a place')
  expect(await textOf(at('placements'), coordinator)).toContain('Zoë')
})

test('too young for the role is told kindly, with the reason and other roles', async () => {
  const page = await textOf(open(`roles/${ground.roleId}`))
  const apply = /href="([^"]*\/apply)"/.exec(page)?.[1] ?? ''
  const { to } = await send(apply, {})
  await send(to, { name: 'Pip' })
  const told = await send(to.replace(/name$/, 'age'), { age: '13' })
  for (const words of [
    'people who are 14 or older',
    'It is hard.',
    'We have not kept',
    'See the other roles',
  ])
    expect(told.text).toContain(words)
})

test('placement, first weeks, training, access and the end go through their forms', async () => {
  const [personId = ''] = await makePeople(app.deps, ground.service, ['Ada'])
  const form = { personId, roleId: ground.roleId, branchId: ground.branchId, startsOn: '2026-05-01' }
  const asks = await send(at('placements/add'), form, coordinator)
  expect([asks.status, asks.text.includes('name="ageChecked"')]).toEqual([422, true])
  const { to } = await send(at('placements/add'), { ...form, ageChecked: 'yes' }, coordinator)
  const item = /name="item"[^>]*value="([^"]+)"/.exec(await textOf(to, coordinator))?.[1] ?? ''
  await send(`${to}/induction`, { item }, coordinator)
  expect(await textOf(to, coordinator)).toContain('Ticked by coordinator@roles.example.org')
  const access = { system: 'Spydus', dataClass: 'catalogue', level: 'view', ownLogin: 'yes' }
  const early = await send(`${to}/access`, access, coordinator)
  expect([early.status, early.text.includes('Record it first.')]).toEqual([422, true])
  const module = { module: 'data-protection', completedOn: '2026-05-02' }
  const low = await send(at(`volunteers/${personId}/training`), { ...module, score: '' }, coordinator)
  expect(low.text).toContain('Give the score.')
  await send(
    at('training'),
    { ...module, score: '92', personIds: personId, roleId: ground.roleId },
    coordinator,
  )
  expect(await send(`${to}/access`, access, coordinator)).toMatchObject({ status: 303 })
  const check = {
    kind: 'reference',
    outcome: 'suitable',
    relation: 'teacher',
    decidedBy: 'Jo',
    decidedOn: '2026-05-03',
  }
  await send(at(`volunteers/${personId}/checks`), check, coordinator)
  const person = await textOf(at(`volunteers/${personId}/training`), coordinator)
  for (const words of ['Passed (92%)', 'Reference, teacher', 'Digital champion'])
    expect(person).toContain(words)
  expect(await textOf(at('access'), coordinator)).toContain('Spydus')
  expect(await send(at('access/card'), {}, coordinator)).toMatchObject({ to: open('access') })
  expect(await textOf(open('access'))).toContain('1-4')
  expect((await send(`${to}/end`, { endOn: '2026-06-01' }, coordinator)).text).toContain('Choose a reason.')
  await send(`${to}/end`, { endOn: '2026-06-01', endReason: 'moved-away' }, coordinator)
  expect(await textOf(to, coordinator)).toContain('The placement ended')
  expect(await textOf(at('access'), coordinator)).toContain('Nobody has access.')
})

test('the catalogue takes a role under a title of one’s own and says when the title is taken', async () => {
  const page = await textOf(at('role-catalogue'), coordinator)
  expect(page.match(/RO-\d\d /g)?.length).toBeGreaterThanOrEqual(22)
  const adopt = (titleEn: string) =>
    send(at('role-catalogue'), { do: 'adopt', code: 'RO-11', titleEn, titleCy: '' }, coordinator)
  expect(await adopt('Plot keeper')).toMatchObject({ status: 303 })
  const taken = await adopt('Plot keeper')
  expect([taken.status, taken.text.includes('Another role has this title.')]).toEqual([422, true])
  expect((await listRoleDetails(app.deps, ground.service.id)).map(({ titleEn }) => titleEn)).toContain(
    'Plot keeper',
  )
})
