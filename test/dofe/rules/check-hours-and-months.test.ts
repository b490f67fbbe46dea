import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkGaps } from '../../../src/dofe/rules/check-gaps'
import { checkHours } from '../../../src/dofe/rules/check-hours'
import { checkMonths } from '../../../src/dofe/rules/check-months'
import { input, session, weekly } from './input'

const ofMinutes = (minutes: number, programme: Parameters<typeof input>[0] = {}) =>
  checkHours(input(programme, { sessions: [session('2026-01-06', { minutes })] }))

test.each([
  [{}, 13],
  [{ extraMonths: true }, 26],
  [{ level: 'silver', directEntrant: true, extraMonths: true } as const, 52],
  [{ level: 'gold', directEntrant: true, extraMonths: true } as const, 78],
])('an hour a week: %o asks for %i hours', (programme, hours) => {
  expect(ofMinutes(hours * 60 - 1, programme)).toMatchObject({ outcome: 'warn', values: { minutes: 1 } })
  expect(ofMinutes(hours * 60, programme).outcome).toBe('pass')
  expect(ofMinutes(hours * 60 + 1, programme).outcome).toBe('pass')
})

test('minutes at the same time count once, on the night the clocks go back too', () => {
  const at = (from: string, to: string, minutes: number) =>
    session('2026-10-25', { id: from, startedAt: new Date(from), endedAt: new Date(to), minutes })
  const sessions = [
    session('2026-07-25', { minutes: 12 * 60 - 1 }),
    // 01:30 to 01:30 on the clock is an hour, half of it the other session's as well.
    at('2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', 60),
    at('2026-10-25T01:00:00Z', '2026-10-25T01:30:00Z', 30),
  ]
  expect(checkHours(input({}, { sessions }))).toMatchObject({ outcome: 'warn', values: { minutes: 1 } })
})

test('each month from the first session’s day has a session, as soon as it is over', () => {
  const days = (today: string, ...dates: string[]) =>
    checkMonths(input({}, { today, sessions: dates.map((date) => session(date)) }))
  expect(days('2026-04-06', '2026-01-06', '2026-02-06', '2026-03-06').outcome).toBe('pass')
  expect(days('2026-04-06', '2026-01-06', '2026-02-05', '2026-03-06')).toMatchObject({
    outcome: 'needs-leader',
    values: { dates: ['2026-02-06'] },
  })
  expect(days('2026-04-06', '2026-01-06', '2026-03-05', '2026-04-05').outcome).toBe('pass')
  // The month that runs is not empty yet.
  expect(days('2026-03-05', '2026-01-06').outcome).toBe('pass')
  expect(days('2026-03-06', '2026-01-06').values?.dates).toEqual(['2026-02-06'])
})

test('a month that begins on the 31st begins on the last day where there is no 31st', () => {
  const sessions = ['2026-01-31', '2026-02-28', '2026-03-31'].map((day) => session(day))
  expect(checkMonths(input({}, { sessions, today: '2026-05-01' })).outcome).toBe('pass')
})

test('more than fourteen days between two sessions warns at Bronze only', () => {
  const gap = (last: string, programme: Parameters<typeof input>[0] = {}) =>
    checkGaps(input(programme, { sessions: [session('2026-03-20'), session(last)] }))
  expect(gap('2026-04-02').outcome).toBe('pass')
  expect(gap('2026-04-03').outcome).toBe('pass')
  expect(gap('2026-04-04')).toMatchObject({
    outcome: 'warn',
    values: { days: 15, first: '2026-03-20', last: '2026-04-04' },
  })
  expect(gap('2026-06-04', { level: 'silver' })).toMatchObject({ outcome: 'pass', reason: 'gaps-not-asked' })
})

test('a week more never makes the hours or the months worse', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), (weeks) => {
      const of = (count: number) => input({}, { sessions: weekly('2026-01-06', count), today: '2027-01-01' })
      const empty = (count: number) => checkMonths(of(count)).values?.dates?.length ?? 0
      expect(empty(weeks + 1)).toBeLessThanOrEqual(empty(weeks))
      if (checkHours(of(weeks)).outcome === 'pass') expect(checkHours(of(weeks + 1)).outcome).toBe('pass')
    }),
  )
})
