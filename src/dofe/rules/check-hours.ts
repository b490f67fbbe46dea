import { countMinutes } from '../../hours/rules/count-minutes'
import type { CheckInput, CheckResult } from '../model'
import { sectionDays } from './section-days'

/** DF-04: an hour a week on average over the section; minutes at the same time count once. */
export const checkHours = (input: CheckInput): CheckResult => {
  const { months } = sectionDays(input)
  const needed = (input.rules.hoursForMonths[String(months)] ?? 0) * 60
  const minutes = countMinutes(input.sessions)
  return minutes >= needed
    ? { id: 'DF-04', outcome: 'pass', reason: 'hours-met', values: { minutes, months } }
    : { id: 'DF-04', outcome: 'warn', reason: 'hours-short', values: { minutes: needed - minutes, months } }
}
