import { expect, test } from 'vitest'
import type { Declaration } from '../../../src/dofe/model'
import { checkIds } from '../../../src/dofe/model'
import { checkAssessor } from '../../../src/dofe/rules/check-assessor'
import { checkGoals } from '../../../src/dofe/rules/check-goals'
import { checkOnce } from '../../../src/dofe/rules/check-once'
import { checkReport } from '../../../src/dofe/rules/check-report'
import { checkStale } from '../../../src/dofe/rules/check-stale'
import { checkTerms } from '../../../src/dofe/rules/check-terms'
import { checkTraining } from '../../../src/dofe/rules/check-training'
import { runChecks } from '../../../src/dofe/rules/run-checks'
import { snapshotSessions } from '../../../src/dofe/rules/snapshot-sessions'
import { assessor, input, session, weekly } from './input'

test('a section that nothing is wrong with passes each of the seventeen', () => {
  const results = runChecks(input())
  expect(results.map(({ id }) => id)).toEqual(checkIds)
  expect(results.filter(({ outcome }) => outcome !== 'pass')).toEqual([])
})

test('unpaid, not for a business, time credits refused or given away', () => {
  const credit = (timeCredit: string) =>
    checkTerms(input({}, { sessions: [session('2026-01-06', { timeCredit })] }))
  expect(credit('none').outcome).toBe('pass')
  expect(credit('donated').outcome).toBe('pass')
  expect(credit('earned')).toMatchObject({ outcome: 'fail', values: { dates: ['2026-01-06'] } })
  expect(checkTerms(input({ unpaid: false })).reason).toBe('terms-paid')
  expect(checkTerms(input({ notCommercial: false })).reason).toBe('terms-commercial')
})

test('a session counts for one section, and shared minutes once', () => {
  const own = weekly('2026-01-06', 2)
  expect(checkOnce(input({}, { sessions: own })).reason).toBe('once-met')
  expect(checkOnce(input({}, { sessions: own, countedElsewhere: ['session-2026-01-13'] }))).toMatchObject({
    outcome: 'fail',
    values: { dates: ['2026-01-13'] },
  })
  const skills = [session('2026-01-06', { dofeSection: 'skills' })]
  expect(checkOnce(input({}, { sessions: skills })).reason).toBe('once-other-section')
  const time = { startedAt: new Date('2026-01-06T10:00:00Z'), endedAt: new Date('2026-01-06T11:00:00Z') }
  const both = [session('2026-01-06', time), session('2026-01-06', { ...time, id: 'again' })]
  expect(checkOnce(input({}, { sessions: both }))).toMatchObject({ outcome: 'pass', values: { minutes: 60 } })
})

test.each<[Partial<Declaration>, string, string]>([
  [{}, 'pass', 'assessor-fits'],
  [{ relationship: 'teacher' }, 'pass', 'assessor-fits'],
  [{ relationship: 'peer' }, 'warn', 'assessor-peer'],
  [{ relationship: 'family' }, 'fail', 'assessor-related'],
  [{ relationship: 'self' }, 'fail', 'assessor-related'],
  [{ relationship: 'beneficiary' }, 'fail', 'assessor-related'],
  [{ adult: false }, 'fail', 'assessor-too-young'],
  [{ knowsActivity: false }, 'fail', 'assessor-not-knowing'],
])('an assessor who declares %o: %s', (declared, outcome, reason) => {
  expect(checkAssessor({ assessor: { ...assessor, ...declared } })).toMatchObject({ outcome, reason })
})

test('without an assessor, and while one has not declared, it only warns', () => {
  expect(checkAssessor({ assessor: null }).outcome).toBe('warn')
  expect(checkAssessor({ assessor: 'invited' }).outcome).toBe('warn')
})

test('goals are agreed by four weeks after the first session', () => {
  const agreed = (...days: string[]) =>
    checkGoals(input({}, { goals: days.map((agreedOn) => ({ agreedOn })) })).reason
  expect(agreed('2026-02-02')).toBe('goals-in-time')
  expect(agreed('2026-02-03')).toBe('goals-in-time')
  expect(agreed('2026-02-04')).toBe('goals-late')
  expect(agreed('2026-05-01', '2025-12-24')).toBe('goals-in-time')
  expect(agreed()).toBe('goals-missing')
  expect(checkGoals(input({ finalTalkOn: null })).reason).toBe('goals-no-talk')
})

test('the report states the days and the frequency', () => {
  const report = {
    firstDate: '2026-01-06',
    lastDate: '2026-04-07',
    frequency: 'weekly',
    stale: false,
  } as const
  const states = (more: object) => checkReport(input({}, { report: { ...report, ...more } })).reason
  expect(states({})).toBe('report-agrees')
  expect(states({ lastDate: '2026-04-06' })).toBe('report-dates-differ')
  expect(states({ lastDate: '2026-04-08' })).toBe('report-dates-differ')
  expect(states({ firstDate: '2026-01-05' })).toBe('report-dates-differ')
  expect(states({ frequency: 'monthly' })).toBe('report-frequency-differs')
  expect(checkReport(input({}, { report: null })).outcome).toBe('warn')
  expect(checkStale({ report: { ...report, stale: true } }).outcome).toBe('fail')
  expect(checkStale({ report }).outcome).toBe('pass')
})

test('more than a quarter of training warns', () => {
  const training = (trainingMinutes: number) =>
    checkTraining(input({}, { sessions: [session('2026-01-06', { minutes: 400, trainingMinutes })] }))
  expect(training(99)).toMatchObject({ outcome: 'pass', values: { percent: 24 } })
  expect(training(100)).toMatchObject({ outcome: 'pass', values: { percent: 25 } })
  expect(training(101)).toMatchObject({ outcome: 'warn', values: { percent: 26 } })
  expect(checkTraining(input({}, { sessions: [] })).values?.percent).toBe(0)
})

test('any change of a counted session changes the snapshot, another order does not', () => {
  const sessions = weekly('2026-01-06', 5)
  const before = snapshotSessions(sessions)
  expect(snapshotSessions(sessions.toReversed())).toBe(before)
  expect(snapshotSessions(sessions.slice(1))).not.toBe(before)
  expect(snapshotSessions(sessions.map((one, at) => (at === 2 ? { ...one, minutes: 59 } : one)))).not.toBe(
    before,
  )
  expect(snapshotSessions([...sessions, session('2026-03-01')])).not.toBe(before)
})
