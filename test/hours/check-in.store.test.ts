import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { asSystem, withOrganisation } from '../../src/database/scope'
import {
  addCheckInPoint,
  approveSessions,
  checkIn,
  checkLedger,
  checkOut,
  endForgottenVisits,
  ensureNumber,
  findVisitors,
  getCheckInPoint,
  getVisitor,
  giveNumbers,
  holderOf,
  linkTablet,
  listNumbers,
  listWhoIsIn,
  openPoint,
  revokeCheckInPoint,
  sessionsToApprove,
  tellEnd,
} from '../../src/hours/actions'
import type { OpenPoint } from '../../src/hours/check-in/model'
import { getOrganisation } from '../../src/organisations/actions'
import type { Organisation } from '../../src/organisations/model'
import { openTestDeps, type TestDeps } from '../support/database'
import { bytesOf, contentsOf, coordinator, importFile, makeServiceWithRoles } from './service'

const phone = '192.0.2.7'
const file = bytesOf([
  'Name,Email,Date,Start,End,Role,Library',
  'Ann Bell,ann@example.org,05/10/2026,10:00,11:30,Garden,Central Library',
  'Ann Blake,,06/10/2026,10:00,12:00,Garden,Central Library',
  'Annabel Oak,,06/10/2026,10:00,12:00,Events,Riverside Library',
  'Ann Old,,06/01/2026,10:00,12:00,Garden,Central Library',
])

describe('coming and going', () => {
  let opened: TestDeps
  let organisation: Organisation
  let tablet: OpenPoint
  let poster: OpenPoint
  let people: Record<string, string>
  let garden: string
  const acting = () => ({ organisation, actor: coordinator })

  const add = async (kind: 'tablet' | 'poster', branchId: string): Promise<OpenPoint> => {
    const { deps } = opened
    const { id } = await addCheckInPoint(deps, acting(), { kind, branchId })
    const { point, linkToken } = await getCheckInPoint(deps, organisation.id, id)
    const address = { slug: organisation.slug, key: point.key }
    const secret =
      linkToken === undefined ? undefined : (await linkTablet(deps, address, linkToken, phone)).secret
    return (await openPoint(deps, address, secret)).point
  }

  beforeAll(async () => {
    opened = await openTestDeps()
  }, 60_000)
  afterAll(() => opened.close())
  beforeEach(async () => {
    const { deps, clock } = opened
    clock.set(new Date('2026-11-24T10:00:30Z'))
    const service = await makeServiceWithRoles(deps)
    organisation = await getOrganisation(deps, service)
    await importFile(deps, service, file)
    await asSystem(deps.db, ({ trx }) => trx.deleteFrom('rate_limit').execute())
    const found = await withOrganisation(deps.db, service, async ({ trx }) => ({
      people: await trx.selectFrom('person').select(['id', 'preferred_name']).execute(),
      branches: await trx.selectFrom('branch').select(['id', 'name']).execute(),
      roles: await trx.selectFrom('role').select(['id', 'title_en']).execute(),
    }))
    people = Object.fromEntries(found.people.map((row) => [row.preferred_name, row.id]))
    garden = found.roles.find(({ title_en }) => title_en === 'Garden')?.id ?? ''
    const branchId = found.branches.find(({ name }) => name === 'Central Library')?.id ?? ''
    tablet = await add('tablet', branchId)
    poster = await add('poster', branchId)
  })

  const found = async (point: OpenPoint, typed: string) =>
    (await findVisitors(opened.deps, point, typed, phone)).people.map(({ name }) => name)
  const ann = () => people['Ann Bell'] ?? ''
  const visitOf = async (personId: string) =>
    (await getVisitor(opened.deps, tablet, personId)).visit ?? { id: '', forgotten: false }
  const waiting = async () =>
    (await sessionsToApprove(opened.deps, organisation.id, { limit: 50 })).sessions.filter(
      ({ localDate }) => localDate > '2026-10-06',
    )

  test('a tablet finds, by some letters, who had hours at its library of late, and shows little of a name', async () => {
    expect(await found(tablet, 'ann')).toEqual(['Ann Be.', 'Ann Bl.'])
    expect(await found(tablet, 'BLA')).toEqual(['Ann B.'])
    expect(await found(tablet, 'a')).toEqual([])
    expect(await found(tablet, '%')).toEqual([])
    expect(await found(tablet, '__')).toEqual([])
  })

  test('a poster knows numbers only', async () => {
    const number = await ensureNumber(opened.deps, organisation.id, ann())
    expect(number).toMatch(/^\d{6}$/)
    expect(await ensureNumber(opened.deps, organisation.id, ann())).toBe(number)
    expect(await found(poster, 'ann')).toEqual([])
    expect(await found(poster, `${number.slice(0, 3)} ${number.slice(3)}`)).toEqual(['Ann B.'])
    expect(await found(tablet, number)).toEqual(['Ann B.'])
  })

  test('wrong numbers are counted, and after thirty the point takes none for an hour', async () => {
    const number = await ensureNumber(opened.deps, organisation.id, ann())
    const wrong = number === '000000' ? '000001' : '000000'
    const limited = { code: 'too-many-requests' }
    for (let tries = 0; tries < 30; tries++) {
      expect((await findVisitors(opened.deps, poster, wrong, `${phone}${tries}`)).people).toEqual([])
    }
    await expect(findVisitors(opened.deps, poster, number, '192.0.2.99')).rejects.toMatchObject(limited)
    opened.clock.set(new Date('2026-11-24T11:00:30Z'))
    expect(await found(poster, number)).toEqual(['Ann B.'])
  })

  test('one phone may not ask without end, nor one tablet', async () => {
    const limited = { code: 'too-many-requests' }
    for (let tries = 0; tries < 30; tries++) await found(poster, 'x')
    await expect(found(poster, 'x')).rejects.toMatchObject(limited)
    for (let tries = 0; tries < 120; tries++) await found(tablet, 'ann')
    await expect(found(tablet, 'ann')).rejects.toMatchObject(limited)
  })

  test('a ticket is good at its point for a quarter of an hour, and for its person alone', async () => {
    const { deps, clock } = opened
    const [first] = (await findVisitors(deps, tablet, 'bell', phone)).people
    const ticket = first?.ticket ?? ''
    const bad = { code: 'bad-request' }
    expect(await holderOf(deps, tablet, ticket)).toBe(ann())
    await expect(holderOf(deps, poster, ticket)).rejects.toMatchObject(bad)
    await expect(
      holderOf(deps, tablet, ticket.replace(ann(), people['Ann Blake'] ?? '')),
    ).rejects.toMatchObject(bad)
    clock.set(new Date('2026-11-24T10:15:31Z'))
    await expect(holderOf(deps, tablet, ticket)).rejects.toMatchObject(bad)
  })

  test('in and out is a session that waits, and pressing twice changes nothing', async () => {
    const { deps, clock } = opened
    const came = await Promise.all([1, 2, 3].map(() => checkIn(deps, tablet, ann(), garden)))
    expect(new Set(came.map(({ startedAt }) => startedAt.toISOString())).size).toBe(1)
    expect((await listWhoIsIn(deps, organisation.id)).map(({ personName }) => personName)).toEqual([
      'Ann Bell',
    ])
    const { id: visitId } = await visitOf(ann())
    clock.set(new Date('2026-11-24T12:30:10Z'))
    const end = { visitId, personId: ann() }
    const left = await Promise.all([1, 2, 3].map(() => checkOut(deps, tablet, end, 'tablet')))
    expect(left.map(({ minutes }) => minutes).sort()).toEqual([0, 0, 150])
    const [session, ...more] = await waiting()
    expect(more).toEqual([])
    expect(session).toMatchObject({ personId: ann(), minutes: 150, status: 'submitted', assumed: false })
    const { sessions, events } = await contentsOf(deps, organisation.id)
    expect(sessions.find(({ id }) => id === session?.id)).toMatchObject({ source: 'kiosk', role_id: garden })
    expect(events.find(({ session_id }) => session_id === session?.id)).toMatchObject({ actor: 'tablet' })
    expect(await listWhoIsIn(deps, organisation.id)).toEqual([])
    expect((await checkLedger(deps, organisation.id)).broken).toEqual([])
  })

  test('less than a minute is nothing, and nobody ends the visit of another', async () => {
    const { deps } = opened
    await checkIn(deps, tablet, ann(), garden)
    const { id: visitId } = await visitOf(ann())
    await expect(
      checkOut(deps, tablet, { visitId, personId: people['Ann Blake'] ?? '' }, 'tablet'),
    ).rejects.toMatchObject({ code: 'not-found' })
    expect(await checkOut(deps, tablet, { visitId, personId: ann() }, 'tablet')).toEqual({ minutes: 0 })
    expect(await waiting()).toEqual([])
  })

  test('who forgot to check out is asked, and cannot come in before', async () => {
    const { deps, clock } = opened
    await checkIn(deps, tablet, ann(), garden)
    clock.set(new Date('2026-12-01T10:00:00Z'))
    const visit = await visitOf(ann())
    expect(visit.forgotten).toBe(true)
    await expect(checkIn(deps, tablet, ann(), garden)).rejects.toMatchObject({ code: 'conflict' })
    const end = { visitId: visit.id, personId: ann() }
    await expect(checkOut(deps, tablet, end, 'tablet')).rejects.toMatchObject({ code: 'conflict' })
    const early = await tellEnd(deps, tablet, { ...end, told: '09:00' }, 'tablet')
    expect(early).toEqual({ ok: false, reason: 'end-not-after-start' })
    expect(await tellEnd(deps, tablet, { ...end, told: '11:00' }, 'tablet')).toMatchObject({ ok: true })
    expect(await waiting()).toMatchObject([{ minutes: 60, localDate: '2026-11-24', assumed: false }])
    expect(await checkIn(deps, tablet, ann(), garden)).toEqual({ startedAt: clock.now() })
  })

  test('what nobody was asked about in eight days ends by the rule, and is looked at before it is approved', async () => {
    const { deps, clock } = opened
    await checkIn(deps, tablet, ann(), garden)
    clock.set(new Date('2026-12-02T10:00:30Z'))
    await endForgottenVisits(deps)
    expect(await waiting()).toEqual([])
    clock.set(new Date('2026-12-02T10:00:31Z'))
    await Promise.all([endForgottenVisits(deps), endForgottenVisits(deps)])
    expect(await waiting()).toMatchObject([{ minutes: 90, assumed: true }])
    const rest = { all: { part: 'rest' as const } }
    const { approved } = await approveSessions(deps, organisation.id, rest, coordinator)
    expect(approved).toBeGreaterThan(0)
    expect(await waiting()).toMatchObject([{ assumed: true, status: 'submitted' }])
    expect((await checkLedger(deps, organisation.id)).broken).toEqual([])
  })

  test('a link for a tablet works once, and a tablet without its secret is nothing', async () => {
    const { deps, clock } = opened
    const { id } = await addCheckInPoint(deps, acting(), { kind: 'tablet', branchId: tablet.branchId })
    const { point, linkToken = '' } = await getCheckInPoint(deps, organisation.id, id)
    const address = { slug: organisation.slug, key: point.key }
    const missing = { code: 'not-found' }
    await expect(openPoint(deps, address, undefined)).rejects.toMatchObject(missing)
    await expect(linkTablet(deps, address, 'x', phone)).rejects.toMatchObject(missing)
    const { secret } = await linkTablet(deps, address, linkToken, phone)
    await expect(linkTablet(deps, address, linkToken, phone)).rejects.toMatchObject(missing)
    expect((await openPoint(deps, address, secret)).point.branchName).toBe('Central Library')
    await expect(openPoint(deps, address, `${secret}x`)).rejects.toMatchObject(missing)
    await revokeCheckInPoint(deps, acting(), id)
    await revokeCheckInPoint(deps, acting(), id)
    await expect(openPoint(deps, address, secret)).rejects.toMatchObject(missing)
    const late = await addCheckInPoint(deps, acting(), { kind: 'tablet', branchId: tablet.branchId })
    clock.set(new Date('2026-11-25T10:00:30Z'))
    expect((await getCheckInPoint(deps, organisation.id, late.id)).linkToken).toBeUndefined()
  })

  test('everybody gets a number of their own, and each comes once in the list', async () => {
    const { deps } = opened
    expect(await giveNumbers(deps, organisation.id, coordinator)).toEqual({ given: 4 })
    expect(await giveNumbers(deps, organisation.id, coordinator)).toEqual({ given: 0 })
    const seen: string[] = []
    let after: string | undefined
    do {
      const query = { limit: 3, ...(after === undefined ? {} : { after }) }
      const page = await listNumbers(deps, organisation.id, query)
      seen.push(...page.people.map(({ name }) => name))
      after = 'next' in page ? page.next : undefined
    } while (after !== undefined)
    expect(seen).toEqual(['Ann Bell', 'Ann Blake', 'Ann Old', 'Annabel Oak'])
  })
})
