import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countSessions } from '../../src/achievements/rules/count-sessions'
import type { SessionFact } from '../../src/hours/model'
import { countMinutes } from '../../src/hours/rules/count-minutes'

const at = (minute: number) => new Date(Date.UTC(2026, 0, 5, 9, minute))
const session = (from: number, to: number): SessionFact => ({
  personId: 'p',
  roleId: 'r',
  localDate: '2026-01-05',
  startedAt: at(from),
  endedAt: at(to),
  minutes: to - from,
})
const code = () => 'RO-01'

test('a session inside another does not count, one that overlaps counts for the rest', () => {
  expect(countSessions([session(0, 60), session(10, 20)], code).map(({ minutes }) => minutes)).toEqual([60])
  expect(countSessions([session(30, 90), session(0, 60)], code).map(({ minutes }) => minutes)).toEqual([
    60, 30,
  ])
})

const anySession = fc
  .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 120 }))
  .map(([from, length]) => session(from, from + length))

test('badges and totals agree on the minutes, whatever the order', () => {
  fc.assert(
    fc.property(fc.array(anySession, { maxLength: 12 }), (facts) => {
      const sum = (some: readonly SessionFact[]) =>
        countSessions(some, code).reduce((total, { minutes }) => total + minutes, 0)
      expect(sum(facts)).toBe(countMinutes(facts))
      expect(sum([...facts].reverse())).toBe(sum(facts))
    }),
  )
})
