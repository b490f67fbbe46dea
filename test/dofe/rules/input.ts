import type { CheckInput, CountedSession, Declaration, ProgrammeDetails } from '../../../src/dofe/model'
import { currentRules } from '../../../src/dofe/rule-editions'
import { addDays } from '../../../src/dofe/rules/days'

/** A Bronze Volunteering programme that starts on 6 January 2026 and that nothing is wrong with. */
export const details: ProgrammeDetails = {
  level: 'bronze',
  section: 'volunteering',
  nation: 'England',
  directEntrant: false,
  extraMonths: false,
  longerSection: false,
  agreedMonths: 3,
  dateOfBirth: '2011-05-20',
  enrolledOn: '2025-12-01',
  lowerLevelOn: null,
  activity: 'Helping at the library',
  frequency: 'weekly',
  plannedFirst: '2026-01-06',
  plannedLast: '2026-04-07',
  finalTalkOn: '2026-04-10',
  unpaid: true,
  notCommercial: true,
  edofeId: null,
  leaderName: null,
  leaderEmail: null,
}

export const assessor: Declaration = {
  name: 'Martin Quayle',
  adult: true,
  relationship: 'staff',
  role: 'Library supervisor',
  knowsActivity: true,
  nameInCredential: true,
}

export const session = (localDate: string, more: Partial<CountedSession> = {}): CountedSession => ({
  id: `session-${localDate}`,
  personId: 'person',
  roleId: 'role',
  localDate,
  startedAt: null,
  endedAt: null,
  minutes: 60,
  trainingMinutes: 0,
  timeCredit: 'none',
  dofeSection: 'volunteering',
  ...more,
})

/** A session each week from a day on, so many of them. */
export const weekly = (first: string, count: number): CountedSession[] =>
  Array.from({ length: count }, (_, week) => session(addDays(first, week * 7)))

/** Fourteen weeks of an hour from 6 January to 7 April 2026: 91 days. */
export const input = (
  programme: Partial<ProgrammeDetails> = {},
  more: Partial<CheckInput> = {},
): CheckInput => ({
  rules: currentRules,
  programme: { ...details, ...programme },
  goals: [{ agreedOn: '2026-01-06' }],
  activityChanges: 0,
  sessions: weekly('2026-01-06', 14),
  countedElsewhere: [],
  otherBackdated: false,
  assessor,
  report: { firstDate: '2026-01-06', lastDate: '2026-04-07', frequency: 'weekly', stale: false },
  today: '2026-04-20',
  ...more,
})
