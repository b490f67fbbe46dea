import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findDateOrder } from '../../../src/hours/rules/find-date-order'
import { parseDate } from '../../../src/hours/rules/parse-date'

const dateOf = (text: string) => {
  const date = parseDate(text, 'day-first')
  return date.ok ? date.value.date : date.reason
}

test.each([
  ['03/04/2026', '2026-04-03'],
  ['3/4/2026', '2026-04-03'],
  ['3.4.2026', '2026-04-03'],
  ['03-04-2026', '2026-04-03'],
  ['2026-04-03', '2026-04-03'],
  ['2026/4/3', '2026-04-03'],
  ['3 Apr 2026', '2026-04-03'],
  ['03-Apr-2026', '2026-04-03'],
  ['17 Jan 22', '2022-01-17'],
  ['Fri 3rd April 2026', '2026-04-03'],
  ['April 3, 2026', '2026-04-03'],
  ['3 Ebrill 2026', '2026-04-03'],
  ['1af Mawrth 2026', '2026-03-01'],
  ['12 Gorff 2026', '2026-07-12'],
  ['29 Chwefror 2024', '2024-02-29'],
  ['5 Tach 2025', '2025-11-05'],
  ['03/04/2026 14:30', '2026-04-03'],
  ['2026-04-03T09:00:00Z', '2026-04-03'],
])('%s is %s', (text, date) => {
  expect(dateOf(text)).toBe(date)
})

test.each([
  ['31/02/2026', 'date-impossible'],
  ['29/02/2026', 'date-impossible'],
  ['04/23/2026', 'date-impossible'],
  ['00/01/2026', 'date-impossible'],
  ['2026-13-01', 'date-impossible'],
  ['3/4/0026', 'date-impossible'],
  ['03/04/26', 'date-year-short'],
  ['46115', 'date-not-understood'],
  ['soon', 'date-not-understood'],
  ['3 Foo 2026', 'date-not-understood'],
  ['', 'date-not-understood'],
])('%s is refused: %s', (text, reason) => {
  expect(dateOf(text)).toBe(reason)
})

test('an instant late in a summer evening belongs to the next day in the United Kingdom', () => {
  expect(dateOf('2026-06-30T23:30:00Z')).toBe('2026-07-01')
})

test('where a file may put the month first, only dates that can be one day alone are taken', () => {
  const read = (text: string) => parseDate(text, 'unclear')
  expect(read('03/04/2026')).toEqual({ ok: false, reason: 'date-ambiguous' })
  expect(read('04/23/2026')).toEqual({ ok: false, reason: 'date-impossible' })
  expect(read('04/04/2026').ok).toBe(true)
  expect(read('23/04/2026').ok).toBe(true)
  expect(read('2026-04-03').ok).toBe(true)
})

test('the order of a column is doubted only when more dates need the month first than the day', () => {
  expect(findDateOrder(['03/04/2026', '04/23/2026'])).toBe('unclear')
  expect(findDateOrder(['03/04/2026', '23/04/2026'])).toBe('day-first')
  expect(findDateOrder(['04/23/2026', '23/04/2026'])).toBe('day-first')
  expect(findDateOrder(['', 'soon', '2026-04-03'])).toBe('day-first')
})

test('every day of the calendar comes back from every way of writing it', () => {
  const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(days, (day) => {
      const iso = day.toISOString().slice(0, 10)
      const [year, month, date] = iso.split('-')
      const named = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(day)
      const welsh = new Intl.DateTimeFormat('cy', { dateStyle: 'long', timeZone: 'UTC' }).format(day)
      for (const text of [iso, `${date}/${month}/${year}`, named, welsh]) expect(dateOf(text)).toBe(iso)
    }),
  )
})
