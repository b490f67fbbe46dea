import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withOrganisation } from '../../src/database/scope'
import { correctSession, recordSession, sessionsOf } from '../../src/hours/actions'
import { readEntryForm } from '../../src/hours/pages/read-entry-form'
import { addBranch, listBranches } from '../../src/organisations/actions'
import { changeMember, inviteMember, listMembers } from '../../src/organisations/members/actions'
import type { Organisation } from '../../src/organisations/model'
import { path } from '../../src/paths'
import { makePeople, makeService } from '../support/organisation'
import { type Form, openTestApp, type TestApp } from '../support/web'

const head = { email: 'head@example.org', roles: ['head'] } as const
const times = { date: '2026-11-16', start: '10:00', end: '12:00' }

describe('a supervisor acts within their branches and nowhere else', () => {
  let app: TestApp
  let service: Organisation
  let roleId: string
  let cookie: string
  /** Branches and people, and a session that waits at each; `nowhere` is one that names no library. */
  let central: string
  let riverside: string
  let ann: string
  let bob: string
  const waits = { central: '', riverside: '', nowhere: '' }

  beforeAll(async () => {
    app = await openTestApp()
    app.clock.set(new Date('2026-11-24T12:00:00Z'))
  }, 60_000)
  afterAll(() => app.close())

  const record = async (personId: string, more: Readonly<Record<string, string>>) => {
    const by = { email: head.email, as: 'coordinator', source: 'coordinator' } as const
    const done = await recordSession(
      app.deps,
      service.id,
      readEntryForm({ ...times, roleId, ...more }, personId),
      by,
    )
    if (!done.ok) throw new Error(JSON.stringify(done.reason))
    return done.value.sessionId
  }
  const moveTo = async (branchId: string) => {
    const sue = (await listMembers(app.deps, service.id)).find(({ role }) => role === 'supervisor')
    const wanted = { role: 'supervisor', branchIds: [branchId], personId: null } as const
    const done = await changeMember(app.deps, service, sue?.id ?? '', wanted, head)
    expect(done.ok).toBe(true)
  }

  beforeEach(async () => {
    service = await makeService(app.deps)
    for (const name of ['Central Library', 'Riverside Library'])
      await addBranch(app.deps, service.id, { name, libraryType: 'LAL' })
    ;[central = '', riverside = ''] = (await listBranches(app.deps, service.id)).map(({ id }) => id)
    roleId = app.deps.random.uuid()
    const role = { id: roleId, national_code: 'RO-11', title_en: 'Garden', title_cy: null }
    await withOrganisation(app.deps.db, service.id, ({ trx }) =>
      trx
        .insertInto('role')
        .values({ organisation_id: service.id, ...role, boundary_class: 'value-added' })
        .execute(),
    )
    ;[ann = '', bob = ''] = await makePeople(app.deps, service, ['Ann Hill', 'Bob Vale'])
    const email = `sue@${service.slug}.example.org`
    const wanted = { email, role: 'supervisor', branchIds: [central], personId: null } as const
    expect((await inviteMember(app.deps, service, wanted, head)).ok).toBe(true)
    cookie = await app.signIn(email)
    waits.central = await record(ann, { branchId: central })
    waits.riverside = await record(bob, { branchId: riverside })
    waits.nowhere = await record(bob, { start: '14:00', end: '15:00' })
  })

  const slug = () => ({ slug: service.slug })
  const one = (sessionId: string) => ({ slug: service.slug, sessionId })
  const press = (form: Form) => app.post(path('serviceHoursApprove', slug()), form, cookie)
  const statuses = async () => {
    const lists = await Promise.all([ann, bob].map((id) => sessionsOf(app.deps, service.id, id)))
    const byId = new Map(lists.flat().map(({ id, status }) => [id, status]))
    return [waits.central, waits.riverside, waits.nowhere].map((id) => byId.get(id) ?? 'void')
  }

  test('sees what waits there, and cannot look elsewhere by address', async () => {
    const page = await (await app.get(path('serviceHours', slug()), cookie)).text()
    expect(page).toContain('Ann Hill')
    for (const hidden of ['Bob Vale', 'Riverside Library', path('serviceCheckIn', slug())])
      expect(page).not.toContain(hidden)
    const asked = await app.get(`${path('serviceHours', slug())}?branch=${riverside}`, cookie)
    expect(await asked.text()).not.toContain('Bob Vale')
    expect((await app.get(path('serviceSession', one(waits.central)), cookie)).status).toBe(200)
    for (const id of [waits.riverside, waits.nowhere])
      for (const name of ['serviceSession', 'serviceSessionCorrect'] as const)
        expect((await app.get(path(name, one(id)), cookie)).status).toBe(404)
  })

  test('approves all of theirs at once, and none of another branch that is named', async () => {
    const named = await press({ do: 'approve', session: [waits.riverside, waits.nowhere] })
    expect(named.headers.get('location')).toContain('approved=0')
    expect(await statuses()).toEqual(['submitted', 'submitted', 'submitted'])
    await press({ do: 'approve-all' })
    expect(await statuses()).toEqual(['approved', 'submitted', 'submitted'])
  })

  test('disputes none of another branch', async () => {
    const all = Object.values(waits)
    const done = await press({ do: 'dispute', session: all, reason: 'The library was shut' })
    expect(done.headers.get('location')).toContain('disputed=1')
    expect(await statuses()).toEqual(['disputed', 'submitted', 'submitted'])
    const list = await (await app.get(path('serviceHoursDisputed', slug()), cookie)).text()
    expect(list).toContain('Ann Hill')
    await moveTo(riverside)
    const after = await (await app.get(path('serviceHoursDisputed', slug()), cookie)).text()
    expect(after).not.toContain('Ann Hill')
  })

  test('takes back what they approved only while they act there', async () => {
    const done = await press({ do: 'approve-all' })
    const batch = new URL(done.headers.get('location') ?? '', 'http://x').searchParams.get('batch') ?? ''
    const undo = () => app.post(path('serviceHoursUndo', slug()), { batch }, cookie)
    await moveTo(riverside)
    expect((await undo()).headers.get('location')).toContain('withdrawn=0')
    expect(await statuses()).toEqual(['approved', 'submitted', 'submitted'])
    await moveTo(central)
    expect((await undo()).headers.get('location')).toContain('withdrawn=1')
    expect(await statuses()).toEqual(['submitted', 'submitted', 'submitted'])
  })

  test('corrects, takes out and brings back none of another branch, and moves none there', async () => {
    const entry = { ...times, roleId, branchId: central, start: '10:30', reason: 'They came later' }
    for (const id of [waits.riverside, waits.nowhere]) {
      const tried = [
        await app.post(path('serviceSessionCorrect', one(id)), entry, cookie),
        await app.post(path('serviceSessionVoid', one(id)), { reason: 'Out' }, cookie),
        await app.post(path('serviceSessionRestore', one(id)), { reason: 'In' }, cookie),
      ]
      expect(tried.map(({ status }) => status)).toEqual([404, 404, 404])
    }
    for (const branchId of [riverside, '']) {
      const moved = await app.post(
        path('serviceSessionCorrect', one(waits.central)),
        { ...entry, branchId },
        cookie,
      )
      expect(moved.status).toBe(422)
    }
    expect(await statuses()).toEqual(['submitted', 'submitted', 'submitted'])
    const corrected = await app.post(path('serviceSessionCorrect', one(waits.central)), entry, cookie)
    expect(corrected.status).toBe(303)
    expect(await statuses()).toEqual(['void', 'submitted', 'submitted'])
  })

  const correctTo = async (sessionId: string, branchId: string) => {
    const entry = readEntryForm({ ...times, roleId, branchId }, bob)
    const by = { email: head.email, as: 'coordinator' } as const
    const done = await correctSession(app.deps, service.id, sessionId, { entry, reason: 'It was there' }, by)
    if (!done.ok) throw new Error(JSON.stringify(done.reason))
    return done.value.sessionId
  }

  test('what a correction had moved from another branch is not brought back by taking it out here', async () => {
    const moved = await correctTo(waits.riverside, central)
    const out = await app.post(path('serviceSessionVoid', one(moved)), { reason: 'Out' }, cookie)
    expect(out.status).toBe(403)
    expect((await statuses())[1]).toBe('void')
  })

  test('keeps registers of their branches, of people who volunteer there', async () => {
    const here = path('serviceRegister', slug())
    const shown = await (await app.post(here, { ...times, roleId, do: 'everyone' }, cookie)).text()
    expect(shown).toContain('Ann Hill')
    for (const hidden of ['Bob Vale', 'Riverside Library']) expect(shown).not.toContain(hidden)
    const entered = { ...times, date: '2026-11-17', roleId, person: [ann], approve: 'yes', do: 'record' }
    for (const branchId of [riverside, ''])
      expect((await app.post(here, { ...entered, branchId }, cookie)).status).toBe(422)
    const done = await app.post(here, { ...entered, branchId: central }, cookie)
    expect(done.headers.get('location')).toContain('added=1&approved=1')
  })

  test('imports no file', async () => {
    const file = new File(['Name,Date,Hours,Role\nAnn Hill,16/11/2026,2,Garden'], 'hours.csv')
    expect((await app.post(path('serviceImports', slug()), { file }, cookie)).status).toBe(403)
    expect((await app.get(path('serviceImports', slug()), cookie)).status).toBe(403)
  })

  test('who coordinates the service as well acts everywhere', async () => {
    const wanted = { email: `sue@${service.slug}.example.org`, role: 'coordinator' } as const
    expect(
      (await inviteMember(app.deps, service, { ...wanted, branchIds: [], personId: null }, head)).ok,
    ).toBe(true)
    await press({ do: 'approve-all' })
    expect(await statuses()).toEqual(['approved', 'approved', 'approved'])
  })
})
