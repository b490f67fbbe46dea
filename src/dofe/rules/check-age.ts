import type { CheckInput, CheckResult } from '../model'
import { addDays } from './days'
import { sectionDays } from './section-days'
import { startOfLevel } from './start-of-level'

/** DF-01: old enough at the start of the section, by the school year of the nation; enrolled at most eight weeks before. */
export const checkAge = (input: CheckInput): CheckResult => {
  const { rules, programme } = input
  const earliest = startOfLevel(rules, programme)
  const { first } = sectionDays(input)
  if (first < earliest) {
    return { id: 'DF-01', outcome: 'fail', reason: 'age-too-young', passesFrom: earliest, values: { first } }
  }
  const enrolment = addDays(earliest, -7 * rules.enrolmentLeadWeeks)
  return programme.enrolledOn < enrolment
    ? { id: 'DF-01', outcome: 'needs-leader', reason: 'age-enrolled-early', values: { first: enrolment } }
    : { id: 'DF-01', outcome: 'pass', reason: 'age-met', values: { first: earliest } }
}
