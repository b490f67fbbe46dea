import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { asSystem } from '../../src/database/scope'
import { runImport } from '../../src/hours/actions'
import { addMembership } from '../../src/organisations/actions'
import { openTestApp, type TestApp } from '../support/web'
import { contentsOf, exampleFile, importFile, makeServiceWithRoles } from './service'

let app: TestApp
let service: { id: string; slug: string }
let coordinator: string
let members = 0

beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const signInAs = async (organisationId: string, role: 'coordinator' | 'head') => {
  members += 1
  const email = `${role}-${members}@example.org`
  await addMembership(app.deps, organisationId, { email, role })
  return app.signIn(email)
}

beforeEach(async () => {
  const id = await makeServiceWithRoles(app.deps)
  const { slug } = await asSystem(app.deps.db, ({ trx }) =>
    trx.selectFrom('organisation').select('slug').where('id', '=', id).executeTakeFirstOrThrow(),
  )
  app.clock.set(new Date('2026-11-24T09:00:00Z'))
  service = { id, slug }
  coordinator = await signInAs(id, 'coordinator')
})

const csv = (name: string, content: string | Uint8Array = exampleFile(name)) =>
  // A copy has a buffer of its own, which a file asks for.
  new File([typeof content === 'string' ? content : new Uint8Array(content)], name, { type: 'text/csv' })

const textOf = async (response: Response) =>
  (await response.text())
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/\s+/g, ' ')

const imports = () => `/services/${service.slug}/imports`
const hours = () => `/services/${service.slug}/hours`

/** Uploads a file as a browser does; gives the address of its page. */
const upload = async (file: File) => {
  const response = await app.post(imports(), { file }, coordinator)
  expect(response.status).toBe(303)
  return response.headers.get('Location') ?? ''
}

/** What the form that starts the import would send. */
const answersOf = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="(c\d+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name ?? '',
      value ?? '',
    ]),
  )

const importWhole = async (file: File) => {
  const address = await upload(file)
  const html = await (await app.get(address, coordinator)).text()
  const response = await app.post(`${address}/run`, answersOf(html), coordinator)
  expect([response.status, response.headers.get('Location')]).toEqual([303, address])
  return address
}

describe('import', () => {
  test('upload, preview, import; the same file again adds nothing', async () => {
    const address = await upload(csv('sessions-template.csv'))
    const preview = await app.get(address, coordinator)
    expect(preview.status).toBe(200)
    const html = await preview.text()
    expect(html).toMatch(/Sessions that go in<\/dt><dd[^>]*>(\d+)</)
    const count = Number(/Import ([\d,]+) rows</.exec(html)?.[1]?.replace(',', ''))
    expect(count).toBeGreaterThan(10)
    expect((await contentsOf(app.deps, service.id)).sessions).toHaveLength(0)

    const started = await app.post(`${address}/run`, answersOf(html), coordinator)
    expect([started.status, started.headers.get('Location')]).toEqual([303, address])
    const finished = await textOf(await app.get(address, coordinator))
    expect(finished).toContain(`${count} sessions recorded`)
    expect(finished).toContain('Approve hours')
    expect((await contentsOf(app.deps, service.id)).sessions).toHaveLength(count)

    const again = await textOf(await app.get(await upload(csv('sessions-template.csv')), coordinator))
    expect(again).toContain('Every session in this file is recorded already.')
    expect(again).not.toContain('Import 0 rows')
    expect(await textOf(await app.get(imports(), coordinator))).toContain('Not started')
  })

  test('a changed column is previewed anew, and nothing is imported while one is missing', async () => {
    const lines = 'Who,When,How long,Doing\nAnn Lee,01/10/2026,2,Rhyme time\nBo Kim,02/10/2026,1,Garden'
    const address = await upload(csv('odd.csv', lines))
    const first = await app.get(address, coordinator)
    expect(await textOf(first)).toContain('Choose the column')
    expect((await app.post(`${address}/run`, { c0: 'name', c1: 'date' }, coordinator)).status).toBe(422)

    const twice = await app.get(`${address}?c0=name&c1=date&c2=hours&c3=date`, coordinator)
    expect(twice.status).toBe(422)
    expect(await textOf(twice)).toContain('Two columns are chosen for “Date”. Choose one.')

    const chosen = await (await app.get(`${address}?c0=name&c1=date&c2=hours&c3=role`, coordinator)).text()
    expect(chosen).toContain('Import 2 rows')
    await app.post(`${address}/run`, answersOf(chosen), coordinator)
    const { people } = await contentsOf(app.deps, service.id)
    expect(people.map((person) => person.preferred_name)).toEqual(['Ann Lee', 'Bo Kim'])
  })

  test('faults stand by row, column and reason, and the rows can be had before and after', async () => {
    const address = await upload(csv('sessions-with-faults.csv'))
    const html = await (await app.get(address, coordinator)).text()
    expect(html).toContain('is not in the calendar')
    expect(html).toContain('Astronaut')
    const download = /href="([^"]*faults\.csv[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const before = await app.get(download, coordinator)
    expect(before.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
    expect(before.headers.get('Content-Disposition')).toContain('rows-to-mend.csv')
    const rows = await before.text()
    expect(rows).toContain('What to mend')
    expect(rows).toContain('Kasia Lis')
    expect(rows).not.toContain('Nia Bowen')

    await app.post(`${address}/run`, answersOf(html), coordinator)
    expect(await textOf(await app.get(address, coordinator))).toContain('not taken')
    expect(await (await app.get(`${address}/faults.csv`, coordinator)).text()).toBe(rows)
  })

  test('a file that cannot be read is refused on the form', async () => {
    const refused = async (file: File) => {
      const response = await app.post(imports(), { file }, coordinator)
      expect(response.status).toBe(422)
      const html = await response.text()
      expect(html).toContain('href="#file"')
      return html
    }
    expect(await refused(csv('empty.csv', ''))).toContain('The file is empty.')
    expect(await refused(new File([], ''))).toContain('Choose a CSV file.')
    expect(await refused(csv('photo.csv', new Uint8Array([0x89, 0x50, 0, 0, 1, 2, 0, 9])))).toContain(
      'This is not a CSV file.',
    )
    expect(await refused(csv('big.csv', new Uint8Array(20 * 1024 * 1024 + 1).fill(97)))).toContain(
      'The file is larger than 20 MB.',
    )
    expect(await textOf(await app.get(imports(), coordinator))).toContain('Nothing has been imported yet.')
  })

  test('a large file shows how far it is, and refreshes without a script', async () => {
    const rows = Array.from({ length: 501 }, (_, n) => `Volunteer ${n},01/10/2026,2,Garden`)
    const address = await importWhole(csv('large.csv', ['Name,Date,Hours,Role', ...rows].join('\n')))
    const running = await (await app.get(address, coordinator)).text()
    expect(running).toContain('<noscript><meta http-equiv="refresh" content="2"/></noscript>')
    expect(running).toContain('0 of 501 rows')
    expect(running).toMatch(/<progress[^>]*value="0"[^>]*max="501"/)
    expect(app.queued.at(-1)).toMatchObject({ kind: 'import-sessions', organisationId: service.id })
    await runImport(app.deps, service.id, address.split('/').at(-1) ?? '')
    const finished = await (await app.get(address, coordinator)).text()
    expect(finished).toContain('501 sessions recorded')
    expect(finished).not.toContain('http-equiv="refresh"')
  })

  test('the template and the example of the service can be downloaded, and the example imports', async () => {
    const template = await app.get(`${imports()}/template.csv`, coordinator)
    expect(await template.text()).toContain('Reference,Name,Email,Date')
    const example = await (await app.get(`${imports()}/example.csv`, coordinator)).text()
    expect(example).toContain('Riverside Library')
    await importWhole(csv('example.csv', example))
    expect((await contentsOf(app.deps, service.id)).sessions).toHaveLength(6)
  })
})

describe('approval', () => {
  const sessionsOf = async () => (await contentsOf(app.deps, service.id)).sessions
  const approve = (form: Record<string, string | readonly string[]>) =>
    app.post(`${hours()}/approve`, form, coordinator)

  beforeEach(async () => {
    await importFile(app.deps, service.id, exampleFile('sessions-template.csv'))
  })

  test('chosen sessions are approved, and a banner says what it came to', async () => {
    const [first, second, ...rest] = await sessionsOf()
    const ids = [first?.id ?? '', second?.id ?? '']
    const response = await approve({ do: 'approve', session: ids })
    expect(response.status).toBe(303)
    const address = response.headers.get('Location') ?? ''
    const minutes = (first?.minutes ?? 0) + (second?.minutes ?? 0)
    expect(address).toContain(`${hours()}?approved=2&minutes=${minutes}&batch=`)
    expect(await textOf(await app.get(address, coordinator))).toMatch(
      /Success 2 sessions approved \([\d.]+ hours\)/,
    )
    const after = await sessionsOf()
    expect(after.filter((session) => session.status === 'approved').map(({ id }) => id)).toEqual(ids)
    expect(after.filter((session) => session.status === 'submitted')).toHaveLength(rest.length)
  })

  test('all behind a filter, then all', async () => {
    const sessions = await sessionsOf()
    const month = sessions[0]?.local_date.slice(0, 7) ?? ''
    const inMonth = sessions.filter(({ local_date }) => local_date.startsWith(month)).length
    const page = await textOf(await app.get(`${hours()}?month=${month}&role=&person=`, coordinator))
    expect(page).toContain(`Approve all ${inMonth} found`)
    expect((await approve({ do: 'approve-all', month })).headers.get('Location')).toContain(
      `approved=${inMonth}`,
    )
    const rest = await approve({ do: 'approve-all' })
    expect(rest.headers.get('Location')).toContain(`approved=${sessions.length - inMonth}`)
    const done = await textOf(await app.get(rest.headers.get('Location') ?? '', coordinator))
    expect(done).toContain('No hours wait for approval.')
    expect((await sessionsOf()).every(({ status }) => status === 'approved')).toBe(true)
  })

  test('nothing chosen is refused', async () => {
    const response = await approve({ do: 'approve' })
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain('Choose at least one session.')
    const field = /href="#(session-[^"]+)"/.exec(html)?.[1] ?? 'none'
    expect(html).toContain(`id="${field}"`)
  })

  test('a dispute needs a reason and keeps what was chosen and typed', async () => {
    const [first] = await sessionsOf()
    const id = first?.id ?? ''
    const refused = await approve({ do: 'dispute', session: id, reason: '  ' })
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).toContain('href="#reason"')
    expect(html).toMatch(new RegExp(`<input[^>]*value="${id}"[^>]*checked`))
    const typed = 'x'.repeat(501)
    const long = await (await approve({ do: 'dispute', session: id, reason: typed })).text()
    expect(long).toContain(`${typed}</textarea>`)
    expect(long).toContain('<details class="govuk-details" open=""')

    const disputed = await approve({ do: 'dispute', session: id, reason: 'The library was closed.' })
    expect(disputed.headers.get('Location')).toBe(`${hours()}?disputed=1`)
    const { sessions, events } = await contentsOf(app.deps, service.id)
    expect(sessions.find((session) => session.id === id)?.status).toBe('disputed')
    expect(events.find((event) => event.kind === 'disputed')?.reason).toBe('The library was closed.')
    const banner = await textOf(await app.get(disputed.headers.get('Location') ?? '', coordinator))
    expect(banner).toContain('1 session marked as disputed.')
  })

  test('their own hours cannot be chosen, and are left when all are approved', async () => {
    const { people, sessions } = await contentsOf(app.deps, service.id)
    const own = people.find(({ email }) => email === 'sian.llwyd@example.org')
    await addMembership(app.deps, service.id, { email: 'sian.llwyd@example.org', role: 'coordinator' })
    const cookie = await app.signIn('sian.llwyd@example.org')
    const html = await (await app.get(hours(), cookie)).text()
    const mine = sessions.filter(({ person_id }) => person_id === own?.id)
    expect(mine.length).toBeGreaterThan(0)
    expect(html).toContain('Another coordinator has to approve them.')
    for (const { id } of mine) expect(html).not.toContain(`value="${id}"`)
    const all = await app.post(`${hours()}/approve`, { do: 'approve-all' }, cookie)
    expect(all.headers.get('Location')).toContain(`own=${mine.length}`)
    expect(await textOf(await app.get(all.headers.get('Location') ?? '', cookie))).toContain(
      'left for another coordinator',
    )
  })
})

describe('who may', () => {
  const addresses = () => [imports(), `${imports()}/template.csv`, hours(), `/services/${service.slug}`]

  test('nobody who is not signed in, and nobody of another service', async () => {
    const other = await makeServiceWithRoles(app.deps)
    const stranger = await signInAs(other, 'coordinator')
    for (const address of addresses()) {
      const nobody = await app.get(address)
      expect([nobody.status, nobody.headers.get('Location')]).toEqual([
        303,
        `/sign-in?next=${encodeURIComponent(address)}`,
      ])
      expect((await app.get(address, stranger)).status).toBe(403)
    }
    expect((await app.post(`${hours()}/approve`, { do: 'approve-all' }, stranger)).status).toBe(403)
    expect((await app.post(imports(), { file: csv('sessions-template.csv') }, stranger)).status).toBe(403)
    const address = await upload(csv('sessions-template.csv'))
    expect((await app.get(address, stranger)).status).toBe(403)
  })

  test('a head of service sees the hours and changes nothing', async () => {
    await importFile(app.deps, service.id, exampleFile('sessions-template.csv'))
    const head = await signInAs(service.id, 'head')
    const html = await (await app.get(hours(), head)).text()
    expect(html).toContain('A coordinator approves them.')
    expect(html).not.toContain('Approve selected')
    expect((await app.post(`${hours()}/approve`, { do: 'approve-all' }, head)).status).toBe(403)
    expect((await app.get(imports(), head)).status).toBe(403)
  })
})

test('every page is in Welsh for those who read Welsh', async () => {
  const welsh = `${coordinator}; language=cy`
  await importFile(app.deps, service.id, exampleFile('sessions-with-faults.csv'))
  expect(await textOf(await app.get(imports(), welsh))).toContain('Mewnforio oriau')
  expect(await textOf(await app.get(hours(), welsh))).toContain('Cymeradwyo’r rhai a ddewiswyd')
  expect(await textOf(await app.get(await upload(csv('sessions-template.csv')), welsh))).toContain(
    'Beth fydd yn digwydd',
  )
  const today = await app.get(`/services/${service.slug}`, welsh)
  expect(await today.text()).toContain('lang="cy"')
})
