import type { CheckInput, CheckResult } from '../model'
import { addMonths } from './days'
import { sectionDays } from './section-days'

/** DF-07: the section starts with enrolment or later; one section may start up to three months before. */
export const checkEnrolment = (input: CheckInput): CheckResult => {
  const { rules, programme, otherBackdated } = input
  const { first } = sectionDays(input)
  const { enrolledOn } = programme
  if (first >= enrolledOn) return { id: 'DF-07', outcome: 'pass', reason: 'start-after-enrolment' }
  const earliest = addMonths(enrolledOn, -rules.backdateMonths)
  const values = { first, last: earliest, months: rules.backdateMonths }
  if (first < earliest) {
    return { id: 'DF-07', outcome: 'fail', reason: 'start-too-early', passesFrom: earliest, values }
  }
  return otherBackdated
    ? { id: 'DF-07', outcome: 'fail', reason: 'start-backdated-twice', passesFrom: enrolledOn, values }
    : { id: 'DF-07', outcome: 'needs-leader', reason: 'start-backdated', values }
}
