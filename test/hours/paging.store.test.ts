import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withOrganisation } from '../../src/database/scope'
import { sessionsToApprove } from '../../src/hours/actions'
import { plainSession } from '../../src/hours/model'
import { insertSessions } from '../../src/hours/sessions/store'
import type { Organisation } from '../../src/organisations/model'
import { addRole } from '../../src/roles/actions'
import { openTestDeps, type TestDeps } from '../support/database'
import { makePeople, makeService } from '../support/organisation'

let opened: TestDeps
beforeAll(async () => {
  opened = await openTestDeps()
})
afterAll(() => opened.close())

type Place = { readonly service: Organisation; readonly roleId: string; readonly people: readonly string[] }
const makePlace = async (): Promise<Place> => {
  const { deps } = opened
  const service = await makeService(deps)
  const people = await makePeople(deps, service, ['Ann Ash', 'Ben Oak'])
  const roleId = await addRole(deps, service.id, {
    ...{ nationalCode: 'RO-02', titleEn: 'Garden', titleCy: 'Gardd', boundaryClass: 'value-added' },
  })
  return { service, roleId, people }
}

type Session = {
  readonly id: string
  readonly localDate: string
  readonly person: number
  readonly minutes: number
}
/** Sessions that wait, recorded one after the other at the same instant. */
const add = async ({ service, roleId, people }: Place, sessions: readonly Session[]) => {
  const { deps } = opened
  for (const { id, localDate, person, minutes } of sessions)
    await withOrganisation(deps.db, service.id, (scope) =>
      insertSessions(
        scope,
        [
          {
            ...{ id, eventId: deps.random.uuid(), personId: people[person] ?? '', roleId, branchId: null },
            ...{ localDate, minutes, startedAt: null, endedAt: null, timeZone: 'Europe/London' },
            ...{ source: 'self', importId: null, ...plainSession, note: null },
            recordedAt: deps.clock.now(),
          },
        ],
        'ann@example.org',
      ),
    )
}

const isLateAt = async (localDate: string, instants: readonly string[]): Promise<boolean[]> => {
  const place = await makePlace()
  for (const [position, instant] of instants.entries()) {
    opened.clock.set(new Date(instant))
    const id = `00000000-0000-4000-8000-00000000000${position}`
    await add(place, [{ id, localDate, person: position % 2, minutes: 60 }])
  }
  const { sessions } = await sessionsToApprove(opened.deps, place.service.id, { limit: 50 })
  return sessions.map(({ late }) => late)
}

test('HR-08: the sixtieth day is in time to its last second there, the next is late, whichever way the clocks go', async () => {
  // Summer time ends on 25 October: both instants are in winter time.
  expect(await isLateAt('2026-09-25', ['2026-11-24T23:59:59Z', '2026-11-25T00:00:00Z'])).toEqual([
    false,
    true,
  ])
  // It begins on 29 March: the day after begins at eleven in the evening of the universal day before.
  expect(await isLateAt('2026-02-10', ['2026-04-11T22:59:59Z', '2026-04-11T23:00:00Z'])).toEqual([
    false,
    true,
  ])
})

const session = fc.record({
  id: fc.uuid({ version: 4 }),
  localDate: fc.constantFrom('2026-05-01', '2026-05-02', '2026-05-03'),
  person: fc.nat({ max: 1 }),
  minutes: fc.integer({ min: 1, max: 1440 }),
})

test('paging meets each session once, in whatever order they came and with some that come meanwhile', async () => {
  const { deps, clock } = opened
  clock.set(new Date('2026-05-20T09:00:00Z'))
  const several = fc.uniqueArray(session, {
    comparator: (a, b) => a.id === b.id || a.minutes === b.minutes,
    minLength: 1,
    maxLength: 14,
  })
  await fc.assert(
    fc.asyncProperty(
      several,
      fc.nat({ max: 13 }),
      fc.integer({ min: 1, max: 5 }),
      async (all, split, limit) => {
        const place = await makePlace()
        const known = all.slice(0, Math.max(1, all.length - split))
        const meanwhile = all.slice(known.length)
        await add(place, known)
        const met: { readonly id: string; readonly localDate: string }[] = []
        let after: string | undefined
        do {
          const query = { limit, ...(after === undefined ? {} : { after }) }
          const page = await sessionsToApprove(deps, place.service.id, query)
          expect(page.sessions.length).toBeLessThanOrEqual(limit)
          met.push(...page.sessions)
          after = page.next
          await add(place, meanwhile.splice(0, 1))
        } while (after !== undefined)
        const ids = met.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(new Set(ids)).toEqual(new Set([...ids, ...known.map(({ id }) => id)]))
        const order = met.map(({ localDate, id }) => `${localDate} ${id}`)
        expect(order).toEqual([...order].sort())
      },
    ),
    { numRuns: 12 },
  )
}, 120_000)
