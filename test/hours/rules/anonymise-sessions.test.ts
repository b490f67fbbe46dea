import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SessionFact } from '../../../src/hours/model'
import { anonymiseSessions } from '../../../src/hours/rules/anonymise-sessions'
import { financialYearOf } from '../../../src/hours/rules/financial-year-of'
import { summariseHours } from '../../../src/hours/rules/summarise-hours'

type Session = SessionFact & { readonly branchId: string | null }

const minuteMs = 60_000
/** Sessions about the turn of a financial year, many of which overlap or run over midnight. */
const session: fc.Arbitrary<Session> = fc
  .record({
    at: fc.integer({ min: 0, max: 4 * 24 * 60 }),
    minutes: fc.integer({ min: 1, max: 1440 }),
    roleId: fc.constantFrom('a', 'b'),
    branchId: fc.constantFrom('x', null),
    timed: fc.boolean(),
  })
  .map(({ at, minutes, roleId, branchId, timed }) => {
    const startedAt = new Date(Date.UTC(2026, 2, 30) + at * minuteMs)
    const local = new Date(startedAt.getTime() + 60 * minuteMs)
    return {
      ...{ personId: 'p', roleId, branchId, minutes, localDate: local.toISOString().slice(0, 10) },
      startedAt: timed ? startedAt : null,
      endedAt: timed ? new Date(startedAt.getTime() + minutes * minuteMs) : null,
    }
  })

test('no annual total changes by a minute, neither the sum nor what counts once', () => {
  fc.assert(
    fc.property(fc.array(session, { maxLength: 25 }), (sessions) => {
      const rows = anonymiseSessions(sessions)
      const years = new Map<string, number>()
      for (const { month, countedMinutes } of rows) {
        const year = financialYearOf(`${month}-15`)
        years.set(year, (years.get(year) ?? 0) + countedMinutes)
      }
      expect(
        [...years].map(([year, minutes]) => ({ year, minutes })).sort((a, b) => (a.year < b.year ? -1 : 1)),
      ).toEqual(summariseHours(sessions).byYear)
      const sum = (all: readonly { readonly minutes: number }[]) =>
        all.reduce((one, { minutes }) => one + minutes, 0)
      expect(sum(rows)).toBe(sum(sessions))
      for (const row of rows) expect(row.countedMinutes >= 0 && row.countedMinutes <= row.minutes).toBe(true)
    }),
  )
})

test('one row for each role, branch and month, with nothing of day or time', () => {
  const one = (localDate: string, branchId: string | null): Session => ({
    ...{ personId: 'p', roleId: 'r', branchId, localDate, startedAt: null, endedAt: null, minutes: 90 },
  })
  expect(
    anonymiseSessions([one('2026-05-02', 'x'), one('2026-05-30', 'x'), one('2026-05-30', null)]),
  ).toEqual([
    { roleId: 'r', branchId: 'x', month: '2026-05', minutes: 180, countedMinutes: 180 },
    { roleId: 'r', branchId: null, month: '2026-05', minutes: 90, countedMinutes: 90 },
  ])
})
