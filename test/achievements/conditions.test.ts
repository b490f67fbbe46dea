import { expect, test } from 'vitest'
import type { RuleCondition } from '../../src/achievements/model'
import { addMonths } from '../../src/achievements/rules/add-months'
import { agesOf } from '../../src/achievements/rules/build-facts'
import { evaluateBadge, evaluateRule } from '../../src/achievements/rules/evaluate-rule'
import { explainMissing } from '../../src/achievements/rules/explain-missing'
import { type CountedSession, type Facts, noFacts, type RecordFact } from '../../src/achievements/rules/facts'

const today = '2026-11-24'
const session = (localDate: string, minutes: number, more: Partial<CountedSession> = {}): CountedSession => ({
  roleCode: 'RO-01',
  localDate,
  minutes,
  micro: false,
  flags: [],
  ...more,
})
const record = (kind: RecordFact['kind'], more: Partial<RecordFact> = {}): RecordFact => ({
  kind,
  count: 1,
  faults: 0,
  area: null,
  badgeCode: null,
  ...more,
})
const meets = (condition: RuleCondition, facts: Partial<Facts>, on = today): boolean =>
  evaluateRule(condition, { ...noFacts(on), ...facts }).eligible

test('59 minutes are not an hour, 60 are', () => {
  const hour: RuleCondition = { kind: 'approved-minutes', atLeast: 60 }
  expect(meets(hour, { sessions: [session('2026-01-05', 59)] })).toBe(false)
  expect(meets(hour, { sessions: [session('2026-01-05', 60)] })).toBe(true)
  const two = [session('2026-01-05', 59), session('2026-01-06', 1)]
  expect(meets(hour, { sessions: two })).toBe(true)
})

test('the last day of one month and the first of the next are two months, leap years or not', () => {
  const months: RuleCondition = { kind: 'months-with-sessions', atLeast: 2 }
  const on = (...days: string[]) => ({ sessions: days.map((day) => session(day, 60)) })
  expect(meets(months, on('2026-01-01', '2026-01-31'))).toBe(false)
  expect(meets(months, on('2026-01-31', '2026-02-01'))).toBe(true)
  expect(meets(months, on('2028-02-28', '2028-02-29'))).toBe(false)
  expect(meets(months, on('2028-02-29', '2028-03-01'))).toBe(true)
  expect(meets(months, on('2025-01-10', '2026-01-10'))).toBe(true)
})

test('a season begins on its first day and ends on its last', () => {
  const season: RuleCondition = {
    kind: 'sessions-in-season',
    season: { from: '06-01', to: '09-30' },
    atLeast: 1,
  }
  const on = (day: string) => meets(season, { sessions: [session(day, 60)] })
  expect([on('2026-05-31'), on('2026-06-01'), on('2026-06-02')]).toEqual([false, true, true])
  expect([on('2026-09-29'), on('2026-09-30'), on('2026-10-01')]).toEqual([true, true, false])
})

test('micro-volunteering is left out where the rule says so, and only there', () => {
  const sessions = [session('2026-01-05', 10, { micro: true }), session('2026-01-06', 60)]
  expect(meets({ kind: 'sessions', atLeast: 2 }, { sessions })).toBe(true)
  expect(meets({ kind: 'sessions', atLeast: 2, exceptMicro: true }, { sessions })).toBe(false)
  expect(meets({ kind: 'approved-minutes', atLeast: 70 }, { sessions })).toBe(true)
})

test('hours in Welsh are those of sessions in Welsh', () => {
  const rule: RuleCondition = { kind: 'approved-minutes', atLeast: 360, language: 'cy' }
  expect(meets(rule, { sessions: [session('2026-01-05', 360)] })).toBe(false)
  expect(meets(rule, { sessions: [session('2026-01-05', 359, { flags: ['welsh'] })] })).toBe(false)
  expect(meets(rule, { sessions: [session('2026-01-05', 360, { flags: ['welsh'] })] })).toBe(true)
})

test('a training of 24 months holds to the day, over a leap day too', () => {
  const rule: RuleCondition = { kind: 'training', module: 'data-protection', minScore: 80, withinMonths: 24 }
  const trained = (on: string, score: number | null = 80) => ({
    trainings: [{ module: 'data-protection' as const, on, score, validUntil: null }],
  })
  expect(meets(rule, trained('2024-11-23'))).toBe(false)
  expect(meets(rule, trained('2024-11-24'))).toBe(true)
  expect(meets(rule, trained('2024-11-25'))).toBe(true)
  expect(meets(rule, trained('2026-11-24', 79))).toBe(false)
  expect(meets(rule, trained('2026-11-24', null))).toBe(false)
  expect(meets(rule, trained('2026-11-25'))).toBe(false)
  expect(meets(rule, trained('2024-02-29'), '2026-02-28')).toBe(true)
  expect(meets(rule, trained('2024-02-29'), '2026-03-01')).toBe(false)
})

test('a training that has its own last day holds through that day', () => {
  const rule: RuleCondition = { kind: 'training', module: 'safeguarding' }
  const until = (validUntil: string) => ({
    trainings: [{ module: 'safeguarding' as const, on: '2025-01-01', score: null, validUntil }],
  })
  expect(meets(rule, until('2026-11-23'))).toBe(false)
  expect(meets(rule, until('2026-11-24'))).toBe(true)
  expect(meets(rule, until('2026-11-25'))).toBe(true)
})

test('months are added to the same day, or to the last one of a shorter month', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2028-01-31', 1)).toBe('2028-02-29')
  expect(addMonths('2024-02-29', 24)).toBe('2026-02-28')
  expect(addMonths('2026-12-15', 1)).toBe('2027-01-15')
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
})

test('the age is counted to the birthday; where only the year is known, both ages must do', () => {
  const rule: RuleCondition = { kind: 'age', from: 11, to: 25 }
  const born = (date: string) => ({ age: agesOf({ date, year: null }, today) })
  expect(meets(rule, born('2015-11-25'))).toBe(false)
  expect(meets(rule, born('2015-11-24'))).toBe(true)
  expect(meets(rule, born('2000-11-25'))).toBe(true)
  expect(meets(rule, born('2000-11-24'))).toBe(false)
  const bornIn = (year: number) => ({ age: agesOf({ date: null, year }, today) })
  expect(meets(rule, bornIn(2015))).toBe(false)
  expect(meets(rule, bornIn(2014))).toBe(true)
  expect(meets(rule, bornIn(2001))).toBe(true)
  expect(meets(rule, bornIn(2000))).toBe(false)
  expect(meets(rule, {})).toBe(false)
})

test('help is counted by people and by areas', () => {
  const rule: RuleCondition = { kind: 'records', record: 'people-helped', atLeast: 5, areas: 3 }
  const helped = (...areas: [string, number][]) => ({
    records: areas.map(([area, count]) => record('people-helped', { area, count })),
  })
  expect(meets(rule, helped(['EDS-1', 2], ['EDS-2', 2], ['EDS-3', 1]))).toBe(true)
  expect(meets(rule, helped(['EDS-1', 2], ['EDS-2', 2]))).toBe(false)
  expect(meets(rule, helped(['EDS-1', 2], ['EDS-2', 1], ['EDS-3', 1]))).toBe(false)
  expect(meets(rule, helped(['EDS-1', 20], ['EDS-2', 20]))).toBe(false)
})

test('one fault in twenty is five per cent, two are too many', () => {
  const rule: RuleCondition = { kind: 'error-rate', record: 'items-checked', atLeast: 20, mostPerHundred: 5 }
  const checked = (count: number, faults: number) => ({
    records: [record('items-checked', { count, faults })],
  })
  expect(meets(rule, checked(20, 1))).toBe(true)
  expect(meets(rule, checked(20, 2))).toBe(false)
  expect(meets(rule, checked(19, 0))).toBe(false)
  expect(meets(rule, checked(39, 2))).toBe(false)
  expect(meets(rule, checked(40, 2))).toBe(true)
})

test('three confirmed skills count from two roles, not from one, and once each', () => {
  const rule: RuleCondition = { kind: 'claims', atLeast: 3, roles: 2 }
  const claims = (...pairs: [string, string][]) => ({
    claims: pairs.map(([skill, roleCode]) => ({ skill, roleCode })),
  })
  expect(meets(rule, claims(['X01', 'RO-01'], ['X02', 'RO-01'], ['X03', 'RO-02']))).toBe(true)
  expect(meets(rule, claims(['X01', 'RO-01'], ['X02', 'RO-01'], ['X03', 'RO-01']))).toBe(false)
  expect(meets(rule, claims(['X01', 'RO-01'], ['X01', 'RO-02'], ['X03', 'RO-02']))).toBe(false)
})

test('hours in question and a placement that ended badly hold every badge up', () => {
  const rule: RuleCondition = { kind: 'approved-minutes', atLeast: 60 }
  const facts: Facts = { ...noFacts(today), sessions: [session('2026-01-05', 60)] }
  expect(evaluateBadge(rule, facts).eligible).toBe(true)
  expect(evaluateBadge(rule, { ...facts, standing: 'good' }).eligible).toBe(true)
  const disputed = evaluateBadge(rule, { ...facts, openDisputes: 1 })
  expect(disputed.eligible).toBe(false)
  expect(explainMissing(disputed.missing)).toEqual({
    en: 'an answer to the hours that are in question',
    cy: 'ateb ynghylch yr oriau sydd dan sylw',
  })
  for (const standing of ['none', 'ended-badly'] as const)
    expect(evaluateBadge(rule, { ...facts, standing }).eligible).toBe(false)
})

test('shelving counts where the boundary is recorded', () => {
  const rule: RuleCondition = { kind: 'boundary', role: 'RO-10' }
  expect(meets(rule, {})).toBe(false)
  expect(meets(rule, { boundaries: ['RO-10'] })).toBe(true)
})
