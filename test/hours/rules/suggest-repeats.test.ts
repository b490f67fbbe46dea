import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { suggestRepeats } from '../../../src/hours/rules/suggest-repeats'

const past = (date: string, start = '10:00', end = '12:00', roleId = 'garden') => ({
  ...{ date, start, end, roleId, branchId: '' },
})
const now = { today: '2026-11-24', clock: '13:00' }
const days = (entries: readonly { readonly date: string }[]) => entries.map(({ date }) => date)

describe('the same as last week', () => {
  test.each([
    ['last week, and today it is over', [past('2026-11-17')], ['2026-11-24']],
    ['today it is not over yet', [past('2026-11-17', '10:00', '14:00')], []],
    ['two weeks were missed', [past('2026-11-05')], ['2026-11-19']],
    ['it is recorded already', [past('2026-11-24')], []],
    ['the role is recorded without times', [past('2026-11-17'), past('2026-11-24', '', '')], []],
    [
      'something else is recorded at that time',
      [past('2026-11-17'), past('2026-11-24', '11:00', '13:00', 'story')],
      [],
    ],
    ['it is long ago', [past('2026-10-13')], []],
    ['no clock times', [past('2026-11-17', '', '')], []],
    [
      'two habits, the newest first',
      [past('2026-11-12', '09:00', '10:00', 'story'), past('2026-11-17')],
      ['2026-11-24', '2026-11-19'],
    ],
  ])('%s', (_, entries, expected) => {
    expect(days(suggestRepeats(entries, now))).toEqual(expected)
  })

  test('is in step with the habit, never in the future, never what is recorded', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((back) => {
      const date = new Date(Date.UTC(2026, 10, 24 - back))
      return past(date.toISOString().slice(0, 10))
    })
    fc.assert(
      fc.property(fc.array(day), (entries) => {
        for (const { date } of suggestRepeats(entries, now)) {
          expect(date <= now.today).toBe(true)
          expect(days(entries)).not.toContain(date)
          const weekday = (text: string) => new Date(`${text}T12:00:00Z`).getUTCDay()
          expect(entries.map((entry) => weekday(entry.date))).toContain(weekday(date))
        }
      }),
    )
  })
})
