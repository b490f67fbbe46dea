import { expect, test } from 'vitest'
import { currentRules } from '../../../src/dofe/rule-editions'
import { checkChanges } from '../../../src/dofe/rules/check-changes'
import { checkEnrolment } from '../../../src/dofe/rules/check-enrolment'
import { checkLowerLevel } from '../../../src/dofe/rules/check-lower-level'
import { checkTarget } from '../../../src/dofe/rules/check-target'
import { deriveTarget } from '../../../src/dofe/rules/derive-target'
import { input, session } from './input'

const enrolled = (first: string, otherBackdated = false) =>
  checkEnrolment(input({ enrolledOn: '2026-05-31' }, { sessions: [session(first)], otherBackdated }))

test('a section starts with enrolment; before it, for one section and three months, the leader decides', () => {
  expect(enrolled('2026-06-01').outcome).toBe('pass')
  expect(enrolled('2026-05-31').outcome).toBe('pass')
  expect(enrolled('2026-05-30')).toMatchObject({ outcome: 'needs-leader', reason: 'start-backdated' })
  expect(enrolled('2026-05-30', true)).toMatchObject({ outcome: 'fail', reason: 'start-backdated-twice' })
  // Three months before 31 May is the last day of February.
  expect(enrolled('2026-03-01').outcome).toBe('needs-leader')
  expect(enrolled('2026-02-28').outcome).toBe('needs-leader')
  expect(enrolled('2026-02-27')).toMatchObject({ outcome: 'fail', passesFrom: '2026-02-28' })
})

const after = (lowerLevelOn: string | null, level: 'bronze' | 'silver' | 'gold', directEntrant = false) =>
  checkLowerLevel(input({ level, lowerLevelOn, directEntrant }, { sessions: [session('2026-06-10')] }))

test('the same section of the level below ended before', () => {
  expect(after('2026-06-09', 'silver').outcome).toBe('pass')
  expect(after('2026-06-10', 'silver')).toMatchObject({ outcome: 'needs-leader', passesFrom: '2026-06-11' })
  expect(after('2026-06-11', 'gold')).toMatchObject({ outcome: 'fail', passesFrom: '2026-06-12' })
  expect(after('2026-06-09', 'gold').outcome).toBe('pass')
  expect(after('2026-06-10', 'gold').outcome).toBe('needs-leader')
  expect(after('2026-06-11', 'silver').outcome).toBe('fail')
  expect(after(null, 'gold')).toMatchObject({ outcome: 'needs-leader', reason: 'lower-unknown' })
  expect(after(null, 'bronze').outcome).toBe('pass')
  expect(after(null, 'silver', true).outcome).toBe('pass')
})

test.each([
  ['bronze', 'volunteering', false, false, false, 3],
  ['bronze', 'volunteering', false, true, false, 6],
  ['bronze', 'skills', false, true, false, 6],
  ['silver', 'volunteering', false, false, false, 6],
  ['silver', 'volunteering', true, false, false, 6],
  ['silver', 'volunteering', true, true, false, 12],
  ['silver', 'skills', false, false, false, 3],
  ['silver', 'skills', false, false, true, 6],
  ['silver', 'skills', true, true, true, 12],
  ['gold', 'volunteering', false, false, false, 12],
  ['gold', 'volunteering', true, true, false, 18],
  ['gold', 'skills', false, false, false, 6],
  ['gold', 'skills', true, true, true, 18],
] as const)(
  '%s %s, direct %s, extra %s, longer %s: %i months',
  (level, section, directEntrant, extraMonths, longerSection, months) => {
    const choice = { level, section, directEntrant, extraMonths, longerSection }
    expect(deriveTarget(currentRules, choice)).toBe(months)
    const agreed = (agreedMonths: number | null) => checkTarget(input({ ...choice, agreedMonths }))
    expect(agreed(months).outcome).toBe('pass')
    expect(agreed(months === 3 ? 6 : 3)).toMatchObject({ outcome: 'fail', reason: 'target-differs' })
    expect(agreed(null)).toMatchObject({ outcome: 'warn', values: { months } })
  },
)

test('extra months are refused to those who do not have them, and in the shorter of two sections', () => {
  const target = (programme: Parameters<typeof input>[0]) => checkTarget(input(programme)).reason
  expect(target({ level: 'silver', extraMonths: true })).toBe('target-extra-not-for-them')
  expect(target({ level: 'gold', section: 'skills', extraMonths: true, directEntrant: true })).toBe(
    'target-extra-in-shorter',
  )
})

test('an activity changes once; a second change is for the leader', () => {
  const changes = (activityChanges: number) => checkChanges(input({}, { activityChanges })).outcome
  expect([0, 1, 2].map(changes)).toEqual(['pass', 'pass', 'needs-leader'])
})
