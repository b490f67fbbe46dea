import { expect, test } from 'vitest'
import type { ImportField } from '../../../src/hours/model'
import { parseSessionRow } from '../../../src/hours/rules/parse-session-row'

const now = new Date('2026-11-24T12:00:00Z')
const ordinary = { name: 'Siân Lewis', role: 'Rhyme time', date: '03/04/2026' } as const

const parse = (fields: Partial<Record<ImportField, string>>, extra: readonly string[] = []) => {
  const columns = Object.keys(fields)
  const mapping = Object.fromEntries(columns.map((column, index) => [column, index]))
  const row = { rowNumber: 2, cells: [...Object.values(fields), ...extra] }
  return parseSessionRow(row, { columns, mapping, dateOrder: 'day-first', now })
}
const timesOf = (fields: Partial<Record<ImportField, string>>) => {
  const parsed = parse({ ...ordinary, ...fields })
  if (!parsed.ok) return parsed.reason.map((fault) => `${fault.column}: ${fault.reason}`)
  const { startedAt, endedAt, minutes } = parsed.value
  return [startedAt?.toISOString() ?? null, endedAt?.toISOString() ?? null, minutes]
}

test('a row with everything becomes a session', () => {
  const parsed = parse({
    externalReference: 'V-7',
    firstName: 'Sia\u0302n',
    lastName: 'Lewis',
    email: 'Sian.Lewis@Example.org',
    date: '3 Apr 2026',
    startTime: '10:00',
    endTime: '12:30',
    role: 'Rhyme time',
    branch: 'Central',
    note: 'Songs',
  })
  expect(parsed).toEqual({
    ok: true,
    value: {
      rowNumber: 2,
      externalReference: 'V-7',
      name: 'Si\u00e2n Lewis',
      email: 'sian.lewis@example.org',
      localDate: '2026-04-03',
      startedAt: new Date('2026-04-03T09:00:00Z'),
      endedAt: new Date('2026-04-03T11:30:00Z'),
      minutes: 150,
      clockRule: null,
      role: 'Rhyme time',
      branch: 'Central',
      note: 'Songs',
    },
  })
})

test.each<[Partial<Record<ImportField, string>>, unknown[]]>([
  [{ hours: '2.5' }, [null, null, 150]],
  [{ minutes: '150' }, [null, null, 150]],
  [{ hours: '2', minutes: '30' }, [null, null, 150]],
  [{ hours: '2.5', minutes: '150' }, [null, null, 150]],
  [{ hours: '2', minutes: '0' }, [null, null, 120]],
  [{ hours: '0', minutes: '45' }, [null, null, 45]],
  [{ startTime: '10:00', hours: '2' }, ['2026-04-03T09:00:00.000Z', '2026-04-03T11:00:00.000Z', 120]],
  [
    { startTime: '10:00', endTime: '12:20', hours: '2.3' },
    ['2026-04-03T09:00:00.000Z', '2026-04-03T11:20:00.000Z', 140],
  ],
  [{ startTime: '10:00 - 12:30' }, ['2026-04-03T09:00:00.000Z', '2026-04-03T11:30:00.000Z', 150]],
  [{ startTime: '9.30am to 1pm' }, ['2026-04-03T08:30:00.000Z', '2026-04-03T12:00:00.000Z', 210]],
  [
    { date: '', startTime: '03/04/2026 10:00', endTime: '03/04/2026 11:00' },
    ['2026-04-03T09:00:00.000Z', '2026-04-03T10:00:00.000Z', 60],
  ],
  [
    { date: '31/03/2026', startTime: '22:00', endTime: '01/04/2026 01:00' },
    ['2026-03-31T21:00:00.000Z', '2026-04-01T00:00:00.000Z', 180],
  ],
  [{ date: '2026-04-03 10:00', hours: '1' }, ['2026-04-03T09:00:00.000Z', '2026-04-03T10:00:00.000Z', 60]],
  [{ date: '03/04/2026 00:00', hours: '1' }, [null, null, 60]],
  [
    { date: '', startTime: '2026-04-03T09:00:00Z', endTime: '2026-04-03T10:15:00Z' },
    ['2026-04-03T09:00:00.000Z', '2026-04-03T10:15:00.000Z', 75],
  ],
])('%o is understood', (fields, expected) => {
  expect(timesOf(fields)).toEqual(expected)
})

test.each<[Partial<Record<ImportField, string>>, string[]]>([
  [{ startTime: '12:00', endTime: '12:00' }, ['endTime: end-not-after-start']],
  [{ startTime: '12:00', endTime: '11:00' }, ['endTime: end-not-after-start']],
  [{ startTime: '10:00', endTime: '04/04/2026 10:01' }, ['endTime: over-24-hours']],
  [{ hours: '25' }, ['hours: over-24-hours']],
  [{ hours: '' }, ['hours: hours-missing']],
  [{ hours: '2', minutes: '90' }, ['minutes: hours-disagree']],
  [{ startTime: '10:00', endTime: '12:00', hours: '3' }, ['hours: hours-disagree']],
  [{ startTime: '10:00', endTime: '' }, ['endTime: end-missing']],
  [{ startTime: '', endTime: '10:00' }, ['startTime: start-missing']],
  [{ startTime: 'ten', endTime: '12:00' }, ['startTime: time-not-understood']],
  [{ startTime: '04/04/2026 10:00', endTime: '04/04/2026 11:00' }, ['startTime: dates-disagree']],
  [{ date: '', hours: '2' }, ['date: date-missing']],
  [{ date: '31/02/2026', hours: 'lots' }, ['date: date-impossible', 'hours: hours-not-understood']],
])('%o is refused', (fields, faults) => {
  expect(timesOf(fields)).toEqual(faults)
})

test('an hour that the spring change skips is refused, and elapsed time counts across the change', () => {
  const spring = { ...ordinary, date: '29/03/2026' }
  expect(timesOf({ ...spring, startTime: '01:30', endTime: '03:00' })).toEqual(['startTime: time-in-gap'])
  expect(timesOf({ ...spring, startTime: '00:30', endTime: '01:15' })).toEqual(['endTime: time-in-gap'])
  expect(timesOf({ ...spring, startTime: '00:30', endTime: '02:30' })).toEqual([
    '2026-03-29T00:30:00.000Z',
    '2026-03-29T01:30:00.000Z',
    60,
  ])
})

test('in the hour that comes twice the stated hours decide, else the shorter reading', () => {
  const autumn = { ...ordinary, date: '25/10/2026' }
  expect(timesOf({ ...autumn, startTime: '00:30', endTime: '02:30' })[2]).toBe(180)
  expect(timesOf({ ...autumn, startTime: '00:30', endTime: '01:30' })[2]).toBe(60)
  expect(timesOf({ ...autumn, startTime: '00:30', endTime: '01:30', hours: '2' })[2]).toBe(120)
  expect(timesOf({ ...autumn, startTime: '01:45', endTime: '01:15' })[2]).toBe(30)
})

test('nothing that has not taken place is taken, with five minutes for clocks that run fast', () => {
  expect(timesOf({ date: '24/11/2026', startTime: '11:00', endTime: '12:05' })[2]).toBe(65)
  expect(timesOf({ date: '24/11/2026', startTime: '11:00', endTime: '12:06' })).toEqual(['date: in-future'])
  expect(timesOf({ date: '24/11/2026', hours: '2' })[2]).toBe(120)
  expect(timesOf({ date: '25/11/2026', hours: '2' })).toEqual(['date: in-future'])
})

test('everything that is wrong with a row is said, each with its column and cell', () => {
  const parsed = parse({ name: ' ', email: 'nobody', date: 'soon', hours: '2', role: '', status: 'No show' })
  expect(parsed.ok ? [] : parsed.reason).toEqual([
    { rowNumber: 2, column: 'name', value: ' ', reason: 'name-missing' },
    { rowNumber: 2, column: 'email', value: 'nobody', reason: 'email-not-valid' },
    { rowNumber: 2, column: 'role', value: '', reason: 'role-missing' },
    { rowNumber: 2, column: 'status', value: 'No show', reason: 'not-attended' },
    { rowNumber: 2, column: 'date', value: 'soon', reason: 'date-not-understood' },
  ])
})

test('a row that spills over the headings is refused as a whole', () => {
  const parsed = parse({ ...ordinary, hours: '2' }, ['more'])
  expect(parsed.ok ? [] : parsed.reason.map((fault) => fault.reason)).toEqual(['row-too-long'])
  expect(parse({ ...ordinary, hours: '2' }, ['', '']).ok).toBe(true)
})
