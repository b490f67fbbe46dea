import fc from 'fast-check'
import { expect, test } from 'vitest'
import { badgeDefinitions } from '../../src/achievements/catalogue'
import type { BadgeRule, RuleCondition } from '../../src/achievements/model'
import { evaluateRule } from '../../src/achievements/rules/evaluate-rule'
import { type Facts, noFacts } from '../../src/achievements/rules/facts'
import { impliesRule } from '../../src/achievements/rules/implies-rule'
import { numbersOf, raiseRule } from '../../src/achievements/rules/raise-rule'

test.each(badgeDefinitions)('$id: a service may ask for the same or for more, not for less', ({ rule }) => {
  expect(impliesRule(rule, rule)).toBe(true)
  const more = raiseRule(
    rule,
    numbersOf(rule).map(({ atLeast }) => atLeast + 1),
  )
  expect(impliesRule(more, rule)).toBe(true)
  expect(impliesRule({ all: [rule, { kind: 'induction' }] }, rule)).toBe(true)
  const numbers = numbersOf(rule)
  if (numbers.length > 0) expect(impliesRule(rule, more)).toBe(false)
})

test('one of two ways is stricter than both, more roles are not', () => {
  const a: RuleCondition = { kind: 'approved-minutes', atLeast: 600, roles: ['RO-01'] }
  const b: RuleCondition = { kind: 'sessions', atLeast: 6, roles: ['RO-01'] }
  expect(impliesRule(a, { any: [a, b] })).toBe(true)
  expect(impliesRule({ any: [a, b] }, a)).toBe(false)
  expect(impliesRule({ ...a, roles: ['RO-01', 'RO-02'] }, a)).toBe(false)
  expect(impliesRule(a, { ...a, roles: ['RO-01', 'RO-02'] })).toBe(true)
  expect(impliesRule({ kind: 'approved-minutes', atLeast: 600 }, a)).toBe(false)
})

const roles = fc.option(fc.subarray(['RO-01', 'RO-02', 'RO-18'], { minLength: 1 }), { nil: undefined })
const seasons = fc.constantFrom(
  { from: '06-01', to: '09-30' },
  { from: '07-01', to: '08-31' },
  { from: '11-01', to: '02-28' },
)
const least = fc.integer({ min: 1, max: 4 })
const withRoles = <T extends object>(condition: T, chosen: string[] | undefined) =>
  chosen === undefined ? condition : { ...condition, roles: chosen }
const condition = fc
  .tuple(fc.integer({ min: 0, max: 9 }), least, roles, seasons, fc.boolean())
  .map(([kind, atLeast, chosen, season, flag]): RuleCondition => {
    const micro = flag ? { exceptMicro: true as const } : {}
    switch (kind) {
      case 0:
        return withRoles({ kind: 'approved-minutes' as const, atLeast }, chosen)
      case 1:
        return withRoles({ kind: 'months-with-sessions' as const, atLeast }, chosen)
      case 2:
        return withRoles({ kind: 'sessions' as const, atLeast, ...micro }, chosen)
      case 3:
        return { kind: 'role', anyOf: chosen ?? ['RO-01'] }
      case 4:
        return withRoles({ kind: 'approved-minutes-in-season' as const, atLeast, season }, chosen)
      case 5:
        return withRoles({ kind: 'sessions-in-season' as const, atLeast, season, ...micro }, chosen)
      case 6:
        return { kind: 'training', module: 'listening', minScore: atLeast * 20 }
      case 7:
        return { kind: 'records', record: 'people-helped', atLeast, ...(flag ? { areas: 2 } : {}) }
      case 8:
        return { kind: 'error-rate', record: 'items-checked', atLeast, mostPerHundred: flag ? 5 : 50 }
      default:
        return { kind: 'age', from: 10 + atLeast, to: 12 + atLeast }
    }
  })
const rule: fc.Arbitrary<BadgeRule> = fc.oneof(
  condition,
  fc.array(condition, { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
  fc.array(condition, { minLength: 1, maxLength: 2 }).map((any) => ({ any })),
)
const facts: fc.Arbitrary<Facts> = fc
  .record({
    sessions: fc.array(
      fc.record({
        roleCode: fc.constantFrom('RO-01', 'RO-02', 'RO-18'),
        localDate: fc.constantFrom('2026-01-05', '2026-06-30', '2026-07-01', '2026-08-31', '2026-12-01'),
        minutes: fc.integer({ min: 1, max: 3 }),
        micro: fc.boolean(),
        flags: fc.constant([]),
      }),
      { maxLength: 5 },
    ),
    score: fc.integer({ min: 0, max: 100 }),
    records: fc.array(
      fc.record({
        kind: fc.constantFrom('people-helped' as const, 'items-checked' as const),
        count: fc.integer({ min: 1, max: 4 }),
        faults: fc.integer({ min: 0, max: 1 }),
        area: fc.constantFrom('EDS-1', 'EDS-2'),
        badgeCode: fc.constant(null),
      }),
      { maxLength: 4 },
    ),
    age: fc.integer({ min: 9, max: 18 }),
  })
  .map(({ sessions, score, records, age }) => ({
    ...noFacts('2026-12-31'),
    sessions,
    records,
    trainings: [{ module: 'listening', on: '2026-01-01', score, validUntil: null }],
    age: { least: age, most: age },
  }))

test('whoever meets a rule that is told to be stricter meets the wider one', () => {
  fc.assert(
    fc.property(rule, rule, facts, (narrow, wide, known) => {
      fc.pre(impliesRule(narrow, wide))
      if (evaluateRule(narrow, known).eligible) expect(evaluateRule(wide, known).eligible).toBe(true)
      else expect(impliesRule(narrow, wide)).toBe(true)
    }),
    { numRuns: 400, maxSkipsPerRun: 2000 },
  )
})
