import { expect, test } from 'vitest'
import type { DofeNation } from '../../../src/dofe/model'
import { checkAge } from '../../../src/dofe/rules/check-age'
import { input, session } from './input'

const starting = (first: string, programme: Parameters<typeof input>[0]) =>
  checkAge(input({ enrolledOn: first, ...programme }, { sessions: [session(first)] }))

test.each<[DofeNation, string]>([
  ['England', '2025-09-01'],
  ['Wales', '2025-09-01'],
  ['Northern Ireland', '2025-09-01'],
  ['Scotland', '2025-08-01'],
])('Bronze in %s starts with the school year of the fourteenth birthday, on %s', (nation, start) => {
  const before = start === '2025-09-01' ? '2025-08-31' : '2025-07-31'
  const after = start === '2025-09-01' ? '2025-09-02' : '2025-08-02'
  // Fourteen on 20 May 2026.
  const born = { nation, dateOfBirth: '2012-05-20' }
  expect(starting(before, born)).toMatchObject({ outcome: 'fail', passesFrom: start })
  expect(starting(start, born).outcome).toBe('pass')
  expect(starting(after, born).outcome).toBe('pass')
})

test('a birthday on the first day of a school year belongs to it, one on the day before to the last', () => {
  expect(starting('2026-08-31', { dateOfBirth: '2012-09-01' })).toMatchObject({
    outcome: 'fail',
    passesFrom: '2026-09-01',
  })
  expect(starting('2025-09-01', { dateOfBirth: '2012-08-31' }).outcome).toBe('pass')
  expect(starting('2026-07-31', { nation: 'Scotland', dateOfBirth: '2012-08-01' })).toMatchObject({
    outcome: 'fail',
    passesFrom: '2026-08-01',
  })
})

test.each<[DofeNation, string, string, string]>([
  ['England', '2025-08-31', '2025-09-01', '2025-09-02'],
  ['Wales', '2025-08-31', '2025-09-01', '2025-09-02'],
  ['Northern Ireland', '2025-08-31', '2025-09-01', '2025-09-02'],
  ['Scotland', '2025-07-31', '2025-08-01', '2025-08-02'],
])('Silver in %s starts with the school year of the fifteenth birthday', (nation, before, start, after) => {
  const silver = { nation, level: 'silver', dateOfBirth: '2011-05-20' } as const
  expect(starting(before, silver)).toMatchObject({ outcome: 'fail', passesFrom: start })
  expect(starting(start, silver).outcome).toBe('pass')
  expect(starting(after, silver).outcome).toBe('pass')
})

test('Gold starts on the sixteenth birthday, not a day before', () => {
  const gold = { level: 'gold', dateOfBirth: '2010-03-15' } as const
  expect(starting('2026-03-14', gold)).toMatchObject({ outcome: 'fail', passesFrom: '2026-03-15' })
  expect(starting('2026-03-15', gold).outcome).toBe('pass')
  expect(starting('2026-03-16', gold).outcome).toBe('pass')
})

test('who was born on 29 February is sixteen on that day of a leap year and on 1 March of others', () => {
  expect(starting('2028-02-28', { level: 'gold', dateOfBirth: '2012-02-29' }).passesFrom).toBe('2028-02-29')
  // Nobody born on that day turns 16 in another year; 14 falls into one.
  expect(starting('2025-09-01', { dateOfBirth: '2012-02-29' }).outcome).toBe('pass')
})

test('enrolment is at most eight weeks before the level may start', () => {
  const born = { dateOfBirth: '2012-05-20' }
  const enrolled = (enrolledOn: string) =>
    checkAge(input({ ...born, enrolledOn }, { sessions: [session('2025-09-05')] }))
  expect(enrolled('2025-07-06')).toMatchObject({ outcome: 'needs-leader', reason: 'age-enrolled-early' })
  expect(enrolled('2025-07-07').outcome).toBe('pass')
  expect(enrolled('2025-07-08').outcome).toBe('pass')
})

test('without a session yet the planned first day is looked at', () => {
  const planned = (plannedFirst: string) =>
    checkAge(input({ dateOfBirth: '2012-05-20', plannedFirst, enrolledOn: plannedFirst }, { sessions: [] }))
  expect(planned('2025-08-31').outcome).toBe('fail')
  expect(planned('2025-09-01').outcome).toBe('pass')
})
