import { expect, test } from 'vitest'
import { readEntry } from '../../../src/hours/rules/read-entry'
import type { SessionEntry } from '../../../src/hours/sessions/model'

const id = '01998c1e-0000-7000-8000-000000000000'
const now = new Date('2026-11-24T12:00:00Z')
const entry = (change: Partial<SessionEntry>): SessionEntry => ({
  ...{ personId: id, roleId: id, branchId: '', date: '2026-11-23', start: '10:00', end: '12:00', hours: '' },
  ...{
    reading: '',
    activity: '',
    note: '',
    deliveryMode: 'on-site',
    trainingMinutes: '',
    timeCredit: 'none',
  },
  ...{ beneficiaries: '', dofeSection: '' },
  ...change,
})
const reasonsOf = (change: Partial<SessionEntry>) => {
  const read = readEntry(entry(change), now)
  return read.ok ? read.value : read.reason.map(({ field, reason }) => `${field}: ${reason}`)
}

test('training is a part of a session, at most all of it', () => {
  expect(reasonsOf({ trainingMinutes: '' })).toMatchObject({ minutes: 120, trainingMinutes: 0 })
  expect(reasonsOf({ trainingMinutes: '120' })).toMatchObject({ trainingMinutes: 120 })
  expect(reasonsOf({ trainingMinutes: '121' })).toEqual(['trainingMinutes: training-too-long'])
  expect(reasonsOf({ trainingMinutes: '-1' })).toEqual(['trainingMinutes: training-not-understood'])
  expect(reasonsOf({ trainingMinutes: '1.5' })).toEqual(['trainingMinutes: training-not-understood'])
})

test('time credits, people helped, place and section are of their lists', () => {
  const chosen = {
    ...{ timeCredit: 'donated', beneficiaries: '51+', deliveryMode: 'home-visit', dofeSection: 'skills' },
  }
  expect(reasonsOf(chosen)).toMatchObject(chosen)
  expect(reasonsOf({})).toMatchObject({ timeCredit: 'none', beneficiaries: null, dofeSection: null })
  expect(
    reasonsOf({ timeCredit: 'sold', beneficiaries: '7', deliveryMode: 'moon', dofeSection: 'both' }),
  ).toEqual([
    'deliveryMode: choice-unknown',
    'timeCredit: choice-unknown',
    'beneficiaries: choice-unknown',
    'dofeSection: choice-unknown',
  ])
})

test('a session has an end after its start, a day at most, and is over', () => {
  expect(reasonsOf({ start: '10:00', end: '10:00' })).toEqual(['end: end-not-after-start'])
  expect(reasonsOf({ start: '10:00', end: '10:01' })).toMatchObject({ minutes: 1 })
  expect(reasonsOf({ start: '', end: '', hours: '24' })).toMatchObject({ minutes: 1440 })
  expect(reasonsOf({ start: '', end: '', hours: '24:01' })).toEqual(['hours: over-24-hours'])
  // Clocks may run five minutes fast.
  expect(reasonsOf({ date: '2026-11-24', end: '12:05' })).toMatchObject({ minutes: 125 })
  expect(reasonsOf({ date: '2026-11-24', end: '12:06' })).toEqual(['end: in-future'])
})

test('elapsed time counts across a change of the clocks, and an hour that is skipped is refused', () => {
  expect(reasonsOf({ date: '2026-03-29', start: '00:30', end: '03:30' })).toMatchObject({ minutes: 120 })
  expect(reasonsOf({ date: '2025-10-26', start: '00:30', end: '03:30' })).toMatchObject({ minutes: 240 })
  expect(reasonsOf({ date: '2026-03-29', start: '01:30', end: '03:30' })).toEqual(['start: time-in-gap'])
  expect(reasonsOf({ date: '2025-10-26', start: '01:30', end: '03:30' })).toEqual(['reading: time-twice'])
})
