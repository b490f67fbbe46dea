import { expect, test } from 'vitest'
import { formatHours } from '../../../src/hours/rules/format-hours'
import { parseDuration } from '../../../src/hours/rules/parse-duration'
import { parseTime } from '../../../src/hours/rules/parse-time'

test.each([
  ['14:30', 14, 30],
  ['9.05', 9, 5],
  ['0930', 9, 30],
  ['14:30:00', 14, 30],
  ['2:30 pm', 14, 30],
  ['2.30PM', 14, 30],
  ['2pm', 14, 0],
  ['12am', 0, 0],
  ['12 p.m.', 12, 0],
  ['9.30yb', 9, 30],
  ['2 yp', 14, 0],
  ['7yh', 19, 0],
  ['00:00', 0, 0],
])('%s is a time', (text, hour, minute) => {
  expect(parseTime(text)).toEqual({ ok: true, value: { hour, minute } })
})

test.each(['2', '24:00', '13pm', '0am', '9:60', '9:5', 'noonish', ''])('%s is not a time', (text) => {
  expect(parseTime(text)).toEqual({ ok: false, reason: 'time-not-understood' })
})

test.each([
  ['2.5', 150],
  ['2,5', 150],
  ['2:30', 150],
  ['02:30:00', 150],
  ['2h 30m', 150],
  ['2h30', 150],
  ['2 hours 30 minutes', 150],
  ['2 hrs and 30 mins', 150],
  ['2 awr 30 munud', 150],
  ['2.5 hours', 150],
  ['2 awr', 120],
  ['90 mins', 90],
  ['45m', 45],
  ['0.0167', 1],
  ['2.3333', 140],
  ['24', 1440],
])('%s is %i minutes', (text, minutes) => {
  expect(parseDuration(text, 'hours')).toEqual({ ok: true, value: minutes })
})

test.each([
  ['0', 'hours-not-positive'],
  ['0:00', 'hours-not-positive'],
  ['-2', 'hours-not-positive'],
  ['24.1', 'over-24-hours'],
  ['24:01', 'over-24-hours'],
  ['1,500', 'hours-not-understood'],
  ['2:75', 'hours-not-understood'],
  ['2h 75m', 'hours-not-understood'],
  ['two', 'hours-not-understood'],
  ['', 'hours-not-understood'],
])('%s is refused: %s', (text, reason) => {
  expect(parseDuration(text, 'hours')).toEqual({ ok: false, reason })
})

test('a number alone in a column of minutes counts minutes', () => {
  expect(parseDuration('90', 'minutes')).toEqual({ ok: true, value: 90 })
})

test('hours are shown to one place', () => {
  expect([75, 60, 0, 599, 150].map(formatHours)).toEqual(['1.3', '1', '0', '10', '2.5'])
})
