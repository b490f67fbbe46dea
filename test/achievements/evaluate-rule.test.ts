import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BadgeRule } from '../../src/achievements/model'
import { evaluateRule as evaluate } from '../../src/achievements/rules/evaluate-rule'
import { explainMissing } from '../../src/achievements/rules/explain-missing'
import { type CountedSession, noFacts } from '../../src/achievements/rules/facts'

const regular: BadgeRule = {
  all: [
    { kind: 'approved-minutes', atLeast: 1200 },
    { kind: 'months-with-sessions', atLeast: 3 },
  ],
}
const season = { from: '06-01', to: '09-30' }
const summer: BadgeRule = {
  all: [
    { kind: 'role', anyOf: ['RO-01'] },
    {
      any: [
        { kind: 'approved-minutes-in-season', season, atLeast: 600, roles: ['RO-01'] },
        { kind: 'sessions-in-season', season, atLeast: 6, roles: ['RO-01'] },
      ],
    },
  ],
}
const session = (localDate: string, minutes: number, roleCode = 'RO-01'): CountedSession => ({
  localDate,
  minutes,
  roleCode,
  micro: false,
  flags: [],
})
const evaluateRule = (rule: BadgeRule, sessions: readonly CountedSession[]) =>
  evaluate(rule, { ...noFacts('2026-11-24'), sessions })

test('twenty hours over three months earn the badge, and what is missing is said in one line', () => {
  const enough = [session('2026-01-05', 400), session('2026-02-02', 400), session('2026-03-02', 400)]
  expect(evaluateRule(regular, enough)).toMatchObject({ eligible: true, missing: [], distance: 0 })

  const short = [session('2026-01-05', 400), session('2026-02-02', 400), session('2026-03-02', 325)]
  const outcome = evaluateRule(regular, short)
  expect(outcome.eligible).toBe(false)
  expect(explainMissing(outcome.missing)).toEqual({ en: '1.25 more hours', cy: '1.25 awr arall' })

  const twoMonths = evaluateRule(regular, [session('2026-01-05', 700), session('2026-02-02', 700)])
  expect(explainMissing(twoMonths.missing)?.en).toBe('sessions in 1 more month')
})

test('hours of two summers are not added up, and the nearer way is the one that is shown', () => {
  const twoSummers = [session('2025-07-05', 400), session('2026-07-05', 400)]
  expect(evaluateRule(summer, twoSummers).eligible).toBe(false)
  const five = Array.from({ length: 5 }, (_, day) => session(`2026-07-0${day + 1}`, 60))
  expect(explainMissing(evaluateRule(summer, five).missing)?.en).toBe('1 more session in one season')
  expect(evaluateRule(summer, [...five, session('2026-08-01', 60)]).eligible).toBe(true)
  expect(evaluateRule(summer, [...five, session('2026-10-01', 60)]).eligible).toBe(false)
})

test('another role does not count for a badge of one role', () => {
  const outcome = evaluateRule(summer, [session('2026-07-05', 6000, 'RO-03')])
  expect(outcome.eligible).toBe(false)
  expect(explainMissing(outcome.missing)?.en).toContain(
    'a session in the role “Summer Reading Challenge volunteer”',
  )
})

test('a season that runs over New Year is one season', () => {
  const winter: BadgeRule = { kind: 'sessions-in-season', season: { from: '11-01', to: '02-28' }, atLeast: 2 }
  expect(evaluateRule(winter, [session('2025-12-30', 60), session('2026-01-02', 60)]).eligible).toBe(true)
  expect(evaluateRule(winter, [session('2026-01-02', 60), session('2026-12-30', 60)]).eligible).toBe(false)
})

const anySession = fc.record({
  roleCode: fc.constantFrom('RO-01', 'RO-03'),
  localDate: fc
    .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  minutes: fc.integer({ min: 1, max: 600 }),
  micro: fc.boolean(),
  flags: fc.constant([]),
})

test('the order of sessions does not matter, and another session never takes a badge away', () => {
  fc.assert(
    fc.property(
      fc.array(anySession),
      anySession,
      fc.constantFrom(regular, summer),
      (sessions, another, rule) => {
        const outcome = evaluateRule(rule, sessions)
        expect(evaluateRule(rule, [...sessions].reverse())).toEqual(outcome)
        expect(outcome.eligible).toBe(outcome.missing.length === 0)
        if (outcome.eligible) expect(evaluateRule(rule, [another, ...sessions]).eligible).toBe(true)
      },
    ),
  )
})
