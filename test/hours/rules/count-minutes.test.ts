import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SessionFact } from '../../../src/hours/model'
import { countMinutes } from '../../../src/hours/rules/count-minutes'
import { splitAtMidnight } from '../../../src/hours/rules/split-at-midnight'
import { summariseHours } from '../../../src/hours/rules/summarise-hours'

const day = Date.parse('2026-03-30T00:00:00Z')

const timed = (fromMinute: number, minutes: number, personId = 'p1', roleId = 'r1'): SessionFact => {
  const startedAt = new Date(day + fromMinute * 60_000)
  const localDate = startedAt.toISOString().slice(0, 10)
  return {
    personId,
    roleId,
    localDate,
    startedAt,
    endedAt: new Date(startedAt.getTime() + minutes * 60_000),
    minutes,
  }
}
const untimed = (minutes: number, localDate = '2026-03-30', personId = 'p1'): SessionFact => ({
  personId,
  roleId: 'r1',
  localDate,
  startedAt: null,
  endedAt: null,
  minutes,
})

const facts = fc.array(
  fc.oneof(
    fc
      .record({
        from: fc.nat(4000),
        length: fc.integer({ min: 1, max: 1440 }),
        person: fc.constantFrom('p1', 'p2'),
      })
      .map(({ from, length, person }) => timed(from, length, person)),
    fc.integer({ min: 1, max: 1440 }).map((minutes) => untimed(minutes)),
  ),
  { maxLength: 30 },
)

test('minutes that two sessions share count once', () => {
  expect(countMinutes([timed(600, 120), timed(660, 120)])).toBe(180)
  expect(countMinutes([timed(600, 120), timed(630, 30)])).toBe(120)
  expect(countMinutes([timed(600, 120), timed(720, 60)])).toBe(180)
  expect(countMinutes([timed(600, 60), timed(720, 60)])).toBe(120)
})

test('two people at the same time both count, and so do sessions without clock times', () => {
  expect(countMinutes([timed(600, 120, 'p1'), timed(600, 120, 'p2')])).toBe(240)
  expect(countMinutes([timed(600, 120), untimed(60), untimed(60)])).toBe(240)
  expect(countMinutes([])).toBe(0)
})

test('the order of the sessions makes no difference', () => {
  fc.assert(
    fc.property(
      facts.chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      ),
      ([list, shuffled]) => {
        expect(countMinutes(shuffled)).toBe(countMinutes(list))
      },
    ),
  )
})

test('the count is never more than the sum, never less than the longest, and never shrinks', () => {
  fc.assert(
    fc.property(facts, (list) => {
      const count = countMinutes(list)
      expect(count).toBeLessThanOrEqual(list.reduce((sum, fact) => sum + fact.minutes, 0))
      expect(count).toBeGreaterThanOrEqual(Math.max(0, ...list.map((fact) => fact.minutes)))
      expect(countMinutes([...list, untimed(5)])).toBe(count + 5)
    }),
  )
})

test('the parts of a split session have its minutes, each on its own day', () => {
  fc.assert(
    fc.property(fc.nat(4000), fc.integer({ min: 1, max: 1440 }), (from, length) => {
      const whole = timed(from, length)
      const parts = splitAtMidnight(whole)
      expect(parts.reduce((sum, part) => sum + part.minutes, 0)).toBe(length)
      expect(new Set(parts.map((part) => part.localDate)).size).toBe(parts.length)
      expect(countMinutes(parts)).toBe(countMinutes([whole]))
    }),
  )
})

test('a session over midnight on 31 March belongs to two financial years', () => {
  // 22:00 on 31 March to 01:30 on 1 April, British Summer Time.
  const night: SessionFact = {
    personId: 'p1',
    roleId: 'r1',
    localDate: '2026-03-31',
    startedAt: new Date('2026-03-31T21:00:00Z'),
    endedAt: new Date('2026-04-01T00:30:00Z'),
    minutes: 210,
  }
  const summary = summariseHours([night, untimed(60, '2026-05-01')])
  expect(summary.byYear).toEqual([
    { year: '2025-26', minutes: 120 },
    { year: '2026-27', minutes: 150 },
  ])
  expect(summary.byMonth.map((month) => month.month)).toEqual(['2026-03', '2026-04', '2026-05'])
  expect(summary).toMatchObject({
    sessions: 2,
    minutes: 270,
    firstDate: '2026-03-31',
    lastDate: '2026-05-01',
  })
})

test('the summary counts overlaps once in all and in each role', () => {
  const summary = summariseHours([timed(600, 120, 'p1', 'r2'), timed(660, 120, 'p1', 'r1')])
  expect(summary.minutes).toBe(180)
  expect(summary.byRole).toEqual([
    { roleId: 'r1', minutes: 120 },
    { roleId: 'r2', minutes: 120 },
  ])
  expect(summariseHours([])).toMatchObject({
    sessions: 0,
    minutes: 0,
    firstDate: null,
    lastDate: null,
    byRole: [],
  })
})
