import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  approveSessions,
  disputeSessions,
  factsFor,
  sessionFilterOptions,
  sessionsOf,
  sessionsToApprove,
} from '../../src/hours/actions'
import { countMinutes } from '../../src/hours/rules/count-minutes'
import { openTestDeps, type TestDeps } from '../support/database'
import { bytesOf, contentsOf, coordinator, importFile, makeServiceWithRoles } from './service'

const file = bytesOf([
  'Name,Email,Date,Start,End,Hours,Role,Library',
  'Ann Hill,ann@example.org,01/10/2026,10:00,12:00,,Garden,Central Library',
  'Ann Hill,ann@example.org,01/10/2026,11:00,13:00,,Events,Central Library',
  'Ann Hill,ann@example.org,05/11/2026,,,1.5,Garden,',
  'Bob Hill,bob@example.org,02/03/2026,,,2,Garden,Riverside Library',
  'Cat Hill,,06/11/2026,09:00,10:00,,Events,Riverside Library',
])

describe('approval', () => {
  let opened: TestDeps
  let service: string
  beforeAll(async () => {
    opened = await openTestDeps()
    opened.clock.set(new Date('2026-11-24T12:00:00Z'))
  }, 60_000)
  afterAll(() => opened.close())
  beforeEach(async () => {
    service = await makeServiceWithRoles(opened.deps)
    await importFile(opened.deps, service, file)
  })
  const waiting = (filter = {}) => sessionsToApprove(opened.deps, service, { filter, limit: 50 })

  test('the sessions that wait come by day, each once, page by page', async () => {
    const whole = await waiting()
    expect(whole.sessions.map((session) => [session.localDate, session.personName])).toEqual([
      ['2026-03-02', 'Bob Hill'],
      ['2026-10-01', 'Ann Hill'],
      ['2026-10-01', 'Ann Hill'],
      ['2026-11-05', 'Ann Hill'],
      ['2026-11-06', 'Cat Hill'],
    ])
    expect(whole.total).toEqual({ count: 5, minutes: 510 })
    expect(whole.next).toBeUndefined()
    const ids: string[] = []
    let after: string | undefined
    do {
      const page = await sessionsToApprove(opened.deps, service, {
        limit: 2,
        ...(after === undefined ? {} : { after }),
      })
      ids.push(...page.sessions.map((session) => session.id))
      expect(page.total.count).toBe(5)
      after = page.next
    } while (after !== undefined)
    expect(ids).toEqual(whole.sessions.map((session) => session.id))
    await expect(sessionsToApprove(opened.deps, service, { limit: 2, after: 'x' })).rejects.toMatchObject({
      code: 'bad-request',
    })
  })

  test('a filter narrows by role, library, person and month', async () => {
    const options = await sessionFilterOptions(opened.deps, service)
    expect(options.roles.map((role) => role.titleEn)).toEqual(['Events', 'Garden'])
    expect(options.branches.map((branch) => branch.name)).toEqual(['Central Library', 'Riverside Library'])
    expect(options.months).toEqual(['2026-11', '2026-10', '2026-03'])
    const [events, central] = [options.roles[0]?.id, options.branches[0]?.id]
    expect((await waiting({ role: events })).total).toEqual({ count: 2, minutes: 180 })
    expect((await waiting({ branch: central })).total.count).toBe(2)
    expect((await waiting({ branch: central, role: events })).total.count).toBe(1)
    expect((await waiting({ month: '2026-10' })).total.count).toBe(2)
    const { sessions } = await waiting()
    expect((await waiting({ person: sessions[0]?.personId })).total.count).toBe(1)
  })

  test('what overlaps and what comes late is marked', async () => {
    const { sessions } = await waiting()
    expect(sessions.map((session) => session.overlaps)).toEqual([false, true, true, false, false])
    expect(sessions.map((session) => session.late)).toEqual([true, false, false, false, false])
  })

  test('approves all that wait at once, with an event each, and only approved sessions are facts', async () => {
    expect(await factsFor(opened.deps, service)).toEqual(new Map())
    expect(await approveSessions(opened.deps, service, { all: {} }, coordinator)).toMatchObject({
      approved: 5,
      minutes: 510,
      own: 0,
    })
    const { events, sessions, audit } = await contentsOf(opened.deps, service)
    expect(events.filter((event) => event.kind === 'approved' && event.actor === coordinator)).toHaveLength(5)
    expect(sessions.every((session) => session.status === 'approved')).toBe(true)
    expect(audit.at(-1)).toMatchObject({
      action: 'hours.approved',
      actor: coordinator,
      detail: { sessions: 5, minutes: 510 },
    })
    const facts = await factsFor(opened.deps, service)
    expect([...facts.values()].map(countMinutes).sort((a, b) => a - b)).toEqual([60, 120, 270])
    const [ann] = [...facts].find(([, list]) => list.length === 3) ?? ['']
    expect([...(await factsFor(opened.deps, service, [ann])).keys()]).toEqual([ann])
    expect(await sessionsOf(opened.deps, service, ann)).toHaveLength(3)
    expect(await approveSessions(opened.deps, service, { all: {} }, coordinator)).toMatchObject({
      approved: 0,
      minutes: 0,
      own: 0,
    })
  })

  test('nobody approves their own hours', async () => {
    expect(await approveSessions(opened.deps, service, { all: {} }, 'Ann@example.org')).toMatchObject({
      approved: 2,
      minutes: 180,
      own: 3,
    })
    const left = await waiting()
    expect(left.sessions.every((session) => session.personName === 'Ann Hill')).toBe(true)
    const sessionIds = left.sessions.map((session) => session.id)
    expect(await approveSessions(opened.deps, service, { sessionIds }, 'ann@example.org')).toMatchObject({
      approved: 0,
      own: 3,
    })
    expect(await approveSessions(opened.deps, service, { sessionIds }, coordinator)).toMatchObject({
      approved: 3,
    })
  })

  test('a disputed session stops counting until it is approved again', async () => {
    await approveSessions(opened.deps, service, { all: {} }, coordinator)
    const bob =
      [...(await factsFor(opened.deps, service)).entries()].find(
        ([, [fact]]) => fact?.localDate === '2026-03-02',
      )?.[0] ?? ''
    const sessionIds = (await sessionsOf(opened.deps, service, bob)).map((session) => session.id)
    await expect(
      disputeSessions(opened.deps, service, sessionIds, { reason: ' ', actor: coordinator }),
    ).rejects.toMatchObject({ code: 'invalid-input' })
    expect(
      await disputeSessions(opened.deps, service, sessionIds, {
        reason: 'The library was shut',
        actor: coordinator,
      }),
    ).toEqual({ disputed: 1 })
    expect((await factsFor(opened.deps, service, [bob])).size).toBe(0)
    expect((await sessionsOf(opened.deps, service, bob))[0]?.status).toBe('disputed')
    expect(await approveSessions(opened.deps, service, { all: {} }, coordinator)).toMatchObject({
      approved: 0,
    })
    expect(await approveSessions(opened.deps, service, { sessionIds }, coordinator)).toMatchObject({
      approved: 1,
    })
    const { events } = await contentsOf(opened.deps, service)
    expect(
      events
        .filter((event) => event.session_id === sessionIds[0])
        .map((event) => event.kind)
        .sort(),
    ).toEqual(['approved', 'approved', 'disputed', 'submitted'])
  })

  test('another service cannot approve or see the sessions', async () => {
    const { sessions } = await waiting()
    const other = await makeServiceWithRoles(opened.deps)
    const sessionIds = [...sessions.map((session) => session.id), 'nonsense']
    expect(await approveSessions(opened.deps, other, { sessionIds }, coordinator)).toMatchObject({
      approved: 0,
    })
    expect(await sessionsOf(opened.deps, other, sessions[0]?.personId ?? '')).toEqual([])
    expect((await waiting()).total.count).toBe(5)
  })
})
