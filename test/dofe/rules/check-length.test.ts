import { expect, test } from 'vitest'
import { checkLength } from '../../../src/dofe/rules/check-length'
import { input, session } from './input'

const between = (first: string, last: string, programme: Parameters<typeof input>[0] = {}) =>
  checkLength(
    input(
      { agreedMonths: null, plannedFirst: first, plannedLast: '2030-01-01', ...programme },
      { sessions: [session(first), session(last)] },
    ),
  )

test('thirteen weeks are enough where three months are longer', () => {
  // 6 July and three months is 6 October, 92 days; 13 weeks are 91.
  expect(between('2026-07-06', '2026-10-04')).toMatchObject({
    outcome: 'needs-leader',
    reason: 'length-near',
    passesFrom: '2026-10-05',
  })
  expect(between('2026-07-06', '2026-10-05').outcome).toBe('pass')
  expect(between('2026-07-06', '2026-10-06').outcome).toBe('pass')
})

test('three months are enough where thirteen weeks are longer, also in a leap year', () => {
  // 10 January and three months is 10 April: 90 days in 2026, 91 in 2028.
  expect(between('2026-01-10', '2026-04-09').outcome).toBe('needs-leader')
  expect(between('2026-01-10', '2026-04-10').outcome).toBe('pass')
  expect(between('2028-01-10', '2028-04-09').outcome).toBe('needs-leader')
  expect(between('2028-01-10', '2028-04-10').outcome).toBe('pass')
  // From the last day of November three months lead to the last day of February.
  expect(between('2026-11-30', '2027-02-28').outcome).toBe('pass')
  expect(between('2027-11-30', '2028-02-28')).toMatchObject({
    outcome: 'needs-leader',
    passesFrom: '2028-02-29',
  })
})

test('up to three days short is for the leader to decide, four are not', () => {
  expect(between('2026-01-10', '2026-04-07').outcome).toBe('needs-leader')
  expect(between('2026-01-10', '2026-04-06')).toMatchObject({
    outcome: 'fail',
    reason: 'length-not-yet',
    passesFrom: '2026-04-10',
    values: { days: 4 },
  })
})

test.each([
  [{ level: 'silver' } as const, '2026-07-06', '2027-01-04', '26 weeks'],
  [
    { level: 'silver', directEntrant: true, extraMonths: true } as const,
    '2026-07-06',
    '2027-07-06',
    '12 months',
  ],
  [{ level: 'gold' } as const, '2027-07-06', '2028-07-06', '12 months of a leap year'],
  [
    { level: 'gold', directEntrant: true, extraMonths: true } as const,
    '2026-07-06',
    '2028-01-06',
    '18 months',
  ],
  [{ extraMonths: true } as const, '2026-07-06', '2027-01-04', '6 months of Bronze'],
])('%o from %s passes on %s: %s', (programme, first, passes, _what) => {
  const shifted = (days: number) =>
    new Date(Date.parse(`${passes}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
  expect(between(first, shifted(-1), programme)).toMatchObject({
    outcome: 'needs-leader',
    passesFrom: passes,
  })
  expect(between(first, passes, programme).outcome).toBe('pass')
  expect(between(first, shifted(1), programme).outcome).toBe('pass')
})

test('a plan of one summer says on its first day that it is too short, and from which day it would do', () => {
  const summer = { plannedFirst: '2026-07-11', plannedLast: '2026-09-12' }
  const none = checkLength(input(summer, { sessions: [], today: '2026-07-01' }))
  expect(none).toMatchObject({ outcome: 'fail', reason: 'length-plan-short', passesFrom: '2026-10-10' })
  expect(none.values?.days).toBe(28)
  const one = checkLength(input(summer, { sessions: [session('2026-07-11')], today: '2026-07-11' }))
  expect(one).toMatchObject({ reason: 'length-plan-short', passesFrom: '2026-10-10' })
})

test('a plan that reaches the day is only not there yet', () => {
  const until = (plannedLast: string) =>
    checkLength(input({ plannedFirst: '2026-07-11', plannedLast }, { sessions: [] })).reason
  expect(until('2026-10-09')).toBe('length-plan-short')
  expect(until('2026-10-10')).toBe('length-not-yet')
  expect(until('2026-10-11')).toBe('length-not-yet')
})

test('the change of the clocks moves no day', () => {
  // Both changes of 2026 lie between; local days are what counts.
  const late = { startedAt: new Date('2026-10-24T22:30:00Z'), endedAt: new Date('2026-10-24T23:30:00Z') }
  const sessions = [session('2026-07-25'), session('2026-10-24', late)]
  const result = checkLength(input({ plannedLast: '2026-12-01' }, { sessions }))
  expect(result).toMatchObject({ outcome: 'pass', values: { last: '2026-10-24' } })
})
