import fc from 'fast-check'
import { expect, test } from 'vitest'
import { badgeDefinitions } from '../../src/achievements/catalogue'
import type { BadgeRule, RuleCondition } from '../../src/achievements/model'
import {
  type ConditionField,
  conditionKinds,
  emptyCondition,
  readCondition,
  typeCondition,
} from '../../src/achievements/rules/read-condition'

const conditionsOf = (rule: BadgeRule): RuleCondition[] =>
  'all' in rule ? rule.all.flatMap(conditionsOf) : 'any' in rule ? rule.any.flatMap(conditionsOf) : [rule]

const catalogue = badgeDefinitions.flatMap(({ rule }) => conditionsOf(rule))

test('every kind of condition of the catalogue can be filled in, and comes back as it was', () => {
  const used = new Set(catalogue.map(({ kind }) => kind))
  expect(conditionKinds.filter((kind) => !used.has(kind))).toEqual([])
  for (const condition of catalogue)
    expect(readCondition(typeCondition(condition))).toEqual({ ok: true, condition })
})

test('hours may be typed with a point or a comma, to the minute', () => {
  const minutes = (hours: string) => {
    const read = readCondition({ ...emptyCondition, kind: 'approved-minutes', hours })
    return read.ok && 'atLeast' in read.condition ? read.condition.atLeast : undefined
  }
  expect([minutes('2.5'), minutes('2,5'), minutes(' 20 '), minutes('0.02')]).toEqual([150, 150, 1200, 1])
  expect([minutes('0'), minutes('-1'), minutes('two'), minutes(''), minutes('1e3')]).toEqual(
    Array(5).fill(undefined),
  )
})

test.each<[string, Partial<typeof emptyCondition>, ConditionField[]]>([
  ['approved-minutes', {}, ['hours']],
  ['sessions', { number: '0' }, ['number']],
  ['role', {}, ['roles']],
  ['sessions-in-season', { number: '2' }, ['fromDay', 'toDay']],
  [
    'sessions-in-season',
    { number: '2', fromDay: '30', fromMonth: '2', toDay: '31', toMonth: '8' },
    ['fromDay'],
  ],
  ['flagged-sessions', { number: '1' }, ['flag']],
  ['training', { module: 'safeguarding', minScore: '101' }, ['minScore']],
  ['training', {}, ['module']],
  ['claims', { number: '3' }, ['roleCount']],
  ['records', { record: 'reflection', number: '1', areas: '6' }, ['areas']],
  ['error-rate', { number: '20', faults: '' }, ['faults']],
  ['age', { ageFrom: '18', ageTo: '17' }, ['ageTo']],
  ['boundary', { role: 'RO-1' }, ['role']],
])('%s with %o names the fields at fault', (kind, typed, fields) => {
  const read = readCondition({ ...emptyCondition, ...typed, kind })
  expect(read.ok ? [] : read.faults.map(({ field }) => field)).toEqual(fields)
})

test('29 February is a day of a season, and a kind that there is none of is refused', () => {
  const days = { fromDay: '29', fromMonth: '2', toDay: '1', toMonth: '3' }
  expect(readCondition({ ...emptyCondition, ...days, kind: 'sessions-in-season', number: '1' }).ok).toBe(true)
  expect(readCondition({ ...emptyCondition, kind: 'anything' }).ok).toBe(false)
})

test('whatever is typed, what is taken comes back the same when it is shown and sent again', () => {
  const text = fc.oneof(
    fc.constantFrom('', '1', '12', '2.5', '99', 'safeguarding', 'welsh', 'RO-01'),
    fc.string(),
  )
  const typed = fc.record({
    ...Object.fromEntries(Object.keys(emptyCondition).map((name) => [name, text])),
    kind: fc.constantFrom(...conditionKinds),
    roles: fc.uniqueArray(fc.constantFrom('RO-01', 'RO-02', 'RO-03')),
  })
  fc.assert(
    fc.property(typed, (values) => {
      const read = readCondition({ ...emptyCondition, ...values })
      if (read.ok) expect(readCondition(typeCondition(read.condition))).toEqual(read)
      else expect(read.faults.length).toBeGreaterThan(0)
    }),
    { numRuns: 500 },
  )
})
