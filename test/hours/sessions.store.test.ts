import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withOrganisation } from '../../src/database/scope'
import {
  approveSessions,
  checkLedger,
  correctSession,
  disputeSessions,
  factsFor,
  getSession,
  recordRegister,
  recordSession,
  restoreSession,
  sessionsToApprove,
  summariesFor,
  undoApproval,
  voidSession,
} from '../../src/hours/actions'
import { countMinutes } from '../../src/hours/rules/count-minutes'
import type { SessionEntry } from '../../src/hours/sessions/model'
import { openTestDeps, type TestDeps } from '../support/database'
import { bytesOf, contentsOf, coordinator, importFile, makeServiceWithRoles } from './service'

const people = bytesOf([
  'Name,Email,Date,Start,End,Role,Library',
  'Ann Ash,ann@example.org,05/10/2026,10:00,12:00,Garden,Central Library',
  'Ben Oak,ben@example.org,06/10/2026,10:00,12:00,Garden,Central Library',
  `Cora Elm,${coordinator},07/10/2026,10:00,12:00,Garden,Central Library`,
])

describe('sessions one by one', () => {
  let opened: TestDeps
  let service: string
  let base: SessionEntry
  let ids: Record<string, string>
  beforeAll(async () => {
    opened = await openTestDeps()
    opened.clock.set(new Date('2026-11-24T12:00:00Z'))
  }, 60_000)
  afterAll(() => opened.close())
  beforeEach(async () => {
    service = await makeServiceWithRoles(opened.deps)
    await importFile(opened.deps, service, people)
    const { people: rows, sessions } = await contentsOf(opened.deps, service)
    ids = Object.fromEntries(rows.map((row) => [row.preferred_name, row.id]))
    const [first] = sessions
    base = {
      personId: ids['Ann Ash'] ?? '',
      roleId: first?.role_id ?? '',
      branchId: first?.branch_id ?? '',
      date: '2026-11-20',
      start: '10:00',
      end: '12:30',
      hours: '',
      reading: '',
      activity: 'Weeding',
      note: '',
      deliveryMode: 'on-site',
      trainingMinutes: '',
      timeCredit: 'none',
      beneficiaries: '',
      dofeSection: '',
    }
  })

  const ann = { email: 'ann@example.org', as: 'volunteer', source: 'self' } as const
  const checker = { email: coordinator, as: 'coordinator', source: 'coordinator' } as const
  const record = async (entry: Partial<SessionEntry> = {}, by: typeof ann | typeof checker = ann) => {
    const done = await recordSession(opened.deps, service, { ...base, ...entry }, by)
    if (!done.ok) throw new Error(JSON.stringify(done.reason))
    return done.value
  }
  const approvedMinutes = async (name = 'Ann Ash') => {
    const facts = await factsFor(opened.deps, service, [ids[name] ?? ''])
    return countMinutes([...facts.values()].flat())
  }
  const chainHolds = async () => expect((await checkLedger(opened.deps, service)).broken).toEqual([])

  test('the same entry sent twice is one session, also by thirty-two at once', async () => {
    const first = await record()
    expect(await record()).toEqual({ sessionId: first.sessionId, already: true })
    const many = await Promise.all(Array.from({ length: 32 }, () => record({ date: '2026-11-21' })))
    expect(new Set(many.map(({ sessionId }) => sessionId)).size).toBe(1)
    expect(many.filter(({ already }) => !already)).toHaveLength(1)
    await chainHolds()
  })

  test('nobody records, corrects or takes out what is not theirs', async () => {
    await expect(record({ personId: ids['Ben Oak'] ?? '' })).rejects.toMatchObject({ code: 'not-permitted' })
    const { sessionId } = await record({ personId: ids['Ben Oak'] ?? '' }, checker)
    const entry = { ...base, personId: ids['Ben Oak'] ?? '', end: '13:00' }
    await expect(
      correctSession(opened.deps, service, sessionId, { entry, reason: 'x' }, ann),
    ).rejects.toMatchObject({ code: 'not-found' })
    await expect(voidSession(opened.deps, service, sessionId, 'x', ann)).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test.each([
    [{ end: '09:00' }, 'end', 'end-not-after-start'],
    [{ date: '2026-11-25' }, 'date', 'in-future'],
    [{ date: '2026-11-24', end: '13:00' }, 'end', 'in-future'],
    [{ date: '' }, 'date', 'date-missing'],
    [{ start: 'noonish' }, 'start', 'time-not-understood'],
    [{ date: '2026-10-25', start: '01:30', end: '04:00' }, 'reading', 'time-twice'],
    [{ date: '2026-03-29', start: '01:30', end: '04:00' }, 'start', 'time-in-gap'],
    [{ trainingMinutes: '151' }, 'trainingMinutes', 'training-too-long'],
    [{ start: '', end: '', hours: '25' }, 'hours', 'over-24-hours'],
    [{ deliveryMode: 'teleport' }, 'deliveryMode', 'choice-unknown'],
    [{ roleId: '00000000-0000-4000-8000-000000000000' }, 'roleId', 'role-unknown'],
  ] as const)('%j is refused at its field', async (entry, field, reason) => {
    expect(await recordSession(opened.deps, service, { ...base, ...entry }, ann)).toEqual({
      ok: false,
      reason: [{ field, reason }],
    })
  })

  test('a time that came twice is asked about, and the answer is kept', async () => {
    const night = { date: '2026-10-25', start: '00:30', end: '01:30' }
    const first = await record({ ...night, reading: 'first' })
    const second = await record({ ...night, reading: 'second' })
    const one = await getSession(opened.deps, service, first.sessionId)
    const two = await getSession(opened.deps, service, second.sessionId)
    expect([one.session.minutes, one.session.clockRule]).toEqual([60, 'first'])
    expect([two.session.minutes, two.session.clockRule]).toEqual([120, 'second'])
  })

  test('a correction takes the place of a session, and taking it out restores what stood before', async () => {
    const { sessionId } = await record()
    await approveSessions(opened.deps, service, { sessionIds: [sessionId] }, coordinator)
    expect(await approvedMinutes()).toBe(150)
    const change = { entry: { ...base, end: '11:00' }, reason: 'Left early' }
    const done = await correctSession(opened.deps, service, sessionId, change, checker)
    if (!done.ok) throw new Error('refused')
    expect(await approvedMinutes()).toBe(60)
    expect((await getSession(opened.deps, service, sessionId)).session).toMatchObject({
      status: 'void',
      correctedBy: done.value.sessionId,
    })
    await voidSession(opened.deps, service, done.value.sessionId, 'It was right before', checker)
    expect(await approvedMinutes()).toBe(150)
    const { history } = await getSession(opened.deps, service, sessionId)
    expect(history.map(({ kind }) => kind)).toEqual(['submitted', 'approved', 'corrected', 'restored'])
    await chainHolds()
  })

  test('a correction can go back to what stood first, and a file that is sent again brings nothing back', async () => {
    const { sessionId } = await record({ date: '2026-10-05', end: '12:00', activity: '' })
    expect((await getSession(opened.deps, service, sessionId)).session.note).toBeNull()
    const to = async (id: string, end: string) => {
      const entry = { ...base, date: '2026-10-05', end }
      const done = await correctSession(opened.deps, service, id, { entry, reason: 'Again' }, checker)
      if (!done.ok) throw new Error(JSON.stringify(done.reason))
      return done.value.sessionId
    }
    const shorter = await to(sessionId, '11:00')
    await to(shorter, '12:00')
    const before = (await contentsOf(opened.deps, service)).sessions.length
    await importFile(opened.deps, service, people)
    expect((await contentsOf(opened.deps, service)).sessions).toHaveLength(before)
    await chainHolds()
  })

  test("a volunteer's correction waits; a coordinator's own is never approved by themselves", async () => {
    const { sessionId } = await record()
    await approveSessions(opened.deps, service, { sessionIds: [sessionId] }, coordinator)
    await correctSession(
      opened.deps,
      service,
      sessionId,
      { entry: { ...base, end: '13:00' }, reason: 'Stayed longer' },
      ann,
    )
    expect(await approvedMinutes()).toBe(0)
    const own = await record({ personId: ids['Cora Elm'] ?? '' }, checker)
    await expect(
      correctSession(
        opened.deps,
        service,
        own.sessionId,
        { entry: { ...base, personId: ids['Cora Elm'] ?? '', end: '13:00' }, reason: 'More' },
        checker,
      ),
    ).resolves.toMatchObject({ ok: true })
    expect(await approvedMinutes('Cora Elm')).toBe(0)
  })

  test('what is taken out can be brought back as it stood, unless it was recorded again', async () => {
    const { sessionId } = await record()
    await approveSessions(opened.deps, service, { sessionIds: [sessionId] }, coordinator)
    await expect(voidSession(opened.deps, service, sessionId, 'x', ann)).rejects.toMatchObject({
      code: 'not-permitted',
    })
    await voidSession(opened.deps, service, sessionId, 'Wrong person', checker)
    await voidSession(opened.deps, service, sessionId, 'Wrong person', checker)
    expect(await approvedMinutes()).toBe(0)
    await restoreSession(opened.deps, service, sessionId, 'It was right', coordinator)
    expect(await approvedMinutes()).toBe(150)
    await chainHolds()
  })

  test('a correction is not brought back beside what it corrected', async () => {
    const { sessionId } = await record()
    await approveSessions(opened.deps, service, { sessionIds: [sessionId] }, coordinator)
    const change = { entry: { ...base, end: '11:00' }, reason: 'Left early' }
    const done = await correctSession(opened.deps, service, sessionId, change, checker)
    if (!done.ok) throw new Error('refused')
    await voidSession(opened.deps, service, done.value.sessionId, 'Stayed after all', checker)
    expect(await approvedMinutes()).toBe(150)
    await expect(
      restoreSession(opened.deps, service, done.value.sessionId, 'Or not', coordinator),
    ).rejects.toMatchObject({ code: 'conflict' })
    expect(await approvedMinutes()).toBe(150)
  })

  test('one press of approve can be taken back, but not what happened since', async () => {
    const { sessionId } = await record()
    const { approved, batchId } = await approveSessions(opened.deps, service, { all: {} }, coordinator)
    expect(approved).toBe(3)
    await disputeSessions(opened.deps, service, [sessionId], { reason: 'Shut', actor: coordinator })
    await expect(undoApproval(opened.deps, service, batchId, 'other@example.org')).rejects.toMatchObject({
      code: 'not-found',
    })
    expect(await undoApproval(opened.deps, service, batchId, coordinator)).toEqual({ withdrawn: 2 })
    expect(await undoApproval(opened.deps, service, batchId, coordinator)).toEqual({ withdrawn: 0 })
    expect((await getSession(opened.deps, service, sessionId)).session.status).toBe('disputed')
    const hours = await summariesFor(opened.deps, service, [ids['Ann Ash'] ?? ''])
    expect(hours.get(ids['Ann Ash'] ?? '')).toMatchObject({ waitingMinutes: 120 })
    await chainHolds()
  })

  test('what is long, late, doubled or a correction is looked at first; the rest is one press', async () => {
    const long = await record({ start: '08:00', end: '18:00' })
    const late = await record({ date: '2026-08-01' })
    const over = await record({ date: '2026-11-02' })
    const doubled = await record({ date: '2026-11-02', start: '11:00', end: '13:00' })
    const exceptions = await sessionsToApprove(opened.deps, service, {
      filter: { part: 'exceptions' },
      limit: 50,
    })
    expect(new Set(exceptions.sessions.map(({ id }) => id))).toEqual(
      new Set([long, late, over, doubled].map(({ sessionId }) => sessionId)),
    )
    const until = opened.deps.clock.now().toISOString()
    opened.clock.set(new Date('2026-11-24T12:10:00Z'))
    await record({ date: '2026-11-03' })
    const rest = { all: { part: 'rest', until } } as const
    expect(await approveSessions(opened.deps, service, rest, coordinator)).toMatchObject({
      approved: 2,
      own: 1,
    })
    opened.clock.set(new Date('2026-11-24T12:00:00Z'))
  })

  test('a register is recorded and approved in one go, or not at all', async () => {
    const [one, two, self] = ['Ann Ash', 'Ben Oak', 'Cora Elm'].map((name) => ({
      ...base,
      personId: ids[name] ?? '',
    }))
    if (!one || !two || !self) throw new Error('no people')
    const wrong = await recordRegister(opened.deps, service, [one, { ...two, end: '09:00' }], {
      email: coordinator,
      approve: true,
    })
    expect(wrong).toEqual({
      ok: false,
      faults: [{ personId: two.personId, faults: [{ field: 'end', reason: 'end-not-after-start' }] }],
    })
    const by = { email: coordinator, approve: true }
    expect(await recordRegister(opened.deps, service, [one, two, self], by)).toEqual({
      ...{ ok: true, added: 3, already: 0, approved: 2, held: 0 },
    })
    expect(await recordRegister(opened.deps, service, [one, two, self], by)).toEqual({
      ...{ ok: true, added: 0, already: 3, approved: 0, held: 0 },
    })
    await chainHolds()
  })

  test('another service sees none of it', async () => {
    const { sessionId } = await record()
    const other = await makeServiceWithRoles(opened.deps)
    await expect(getSession(opened.deps, other, sessionId)).rejects.toMatchObject({ code: 'not-found' })
    await expect(voidSession(opened.deps, other, sessionId, 'x', checker)).rejects.toMatchObject({
      code: 'not-found',
    })
    const found = await withOrganisation(opened.deps.db, other, ({ trx }) =>
      trx.selectFrom('volunteering_session').select('id').execute(),
    )
    expect(found).toEqual([])
  })
})
