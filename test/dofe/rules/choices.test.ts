import { expect, test } from 'vitest'
import { currentRules } from '../../../src/dofe/rule-editions'
import { chooseSessions } from '../../../src/dofe/rules/choose-sessions'
import { findContactDetails } from '../../../src/dofe/rules/find-contact-details'
import { measureFrequency } from '../../../src/dofe/rules/measure-frequency'
import { proposeContinuation } from '../../../src/dofe/rules/propose-continuation'
import { weeklyPattern } from '../../../src/dofe/rules/weekly-pattern'
import { session, weekly } from './input'

const rule = { section: 'volunteering', from: '2026-01-06', until: null, choices: [] } as const
const daysOf = (sessions: readonly { localDate: string }[]) => sessions.map(({ localDate }) => localDate)

test('sessions of the section count from the first day on, up to the day the next one of the section starts', () => {
  const sessions = ['2026-01-07', '2026-01-05', '2026-01-06'].map((day) => session(day))
  expect(daysOf(chooseSessions(sessions, rule))).toEqual(['2026-01-06', '2026-01-07'])
  expect(daysOf(chooseSessions(sessions, { ...rule, until: '2026-01-07' }))).toEqual(['2026-01-06'])
  const others = [
    session('2026-01-07', { dofeSection: null }),
    session('2026-01-08', { dofeSection: 'skills' }),
  ]
  expect(chooseSessions(others, rule)).toEqual([])
})

test('the last choice about a session holds', () => {
  const sessions = [
    session('2026-01-05'),
    session('2026-01-06'),
    session('2026-01-07', { dofeSection: null }),
  ]
  const choice = (day: string, counts: boolean) => ({ sessionId: `session-${day}`, counts })
  const choices = [choice('2026-01-05', true), choice('2026-01-06', true), choice('2026-01-06', false)]
  expect(daysOf(chooseSessions(sessions, { ...rule, choices }))).toEqual(['2026-01-05'])
  expect(
    daysOf(chooseSessions(sessions, { ...rule, choices: [...choices, choice('2026-01-07', true)] })),
  ).toEqual(['2026-01-05', '2026-01-07'])
})

test('the gap in the middle says how often', () => {
  expect(measureFrequency(daysOf(weekly('2026-01-06', 6)))).toBe('weekly')
  expect(measureFrequency(['2026-01-06', '2026-01-20', '2026-02-03'])).toBe('fortnightly')
  expect(measureFrequency(['2026-01-06', '2026-02-06', '2026-03-06'])).toBe('monthly')
  expect(measureFrequency(['2026-01-06', '2026-05-06'])).toBe('varied')
  expect(measureFrequency(['2026-01-06', '2026-01-06'])).toBe('varied')
})

test('after a summer, roles are proposed that go on; one that is held already comes first', () => {
  const roles = ['RO-01', 'RO-02', 'RO-03', 'RO-08', 'RO-11', 'RO-17'].map((code) => ({
    id: code,
    nationalCode: code,
  }))
  const proposed = (held: string[]) =>
    proposeContinuation(currentRules, roles, held).map(({ nationalCode }) => nationalCode)
  expect(proposed(['RO-01'])).toEqual(['RO-17', 'RO-08', 'RO-11'])
  expect(proposed(['RO-03'])).toEqual(['RO-03', 'RO-17', 'RO-08'])
})

test('contact details and private matters are found, an ordinary report is let be', () => {
  expect(findContactDetails('Write to amina@example.org or 07700 900 123, SW1A 1AA.')).toEqual([
    'email',
    'telephone',
    'postcode',
  ])
  expect(findContactDetails('She lives at 12 Mill Road and is @amina_h')).toEqual(['address', 'handle'])
  expect(findContactDetails('Amina Hassan was always on time.', 'Hassan')).toEqual(['surname'])
  expect(findContactDetails('Despite her anxiety she spoke up, see www.example.org')).toEqual([
    'link',
    'health',
  ])
  const good = 'Amina helped 40 children choose books between 10:00 and 12:00 on 14 Saturdays in 2026.'
  expect(findContactDetails(good, 'Hassan')).toEqual([])
})

test('weeks without a session are in the pattern', () => {
  const pattern = weeklyPattern([session('2026-01-06'), session('2026-01-07'), session('2026-01-21')])
  expect(pattern).toEqual([
    { from: '2026-01-06', minutes: 120, sessions: 2 },
    { from: '2026-01-13', minutes: 0, sessions: 0 },
    { from: '2026-01-20', minutes: 60, sessions: 1 },
  ])
  expect(weeklyPattern([])).toEqual([])
})
