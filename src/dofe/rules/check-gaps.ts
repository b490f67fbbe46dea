import type { CheckInput, CheckResult } from '../model'
import { daysBetween } from './days'

/** DF-06: at Bronze no gap of more than two weeks is usual; breaks are allowed, so it only warns. */
export const checkGaps = ({ rules, programme, sessions }: CheckInput): CheckResult => {
  if (!rules.usualGapLevels.includes(programme.level)) {
    return { id: 'DF-06', outcome: 'pass', reason: 'gaps-not-asked' }
  }
  let longest = { days: 0, first: '', last: '' }
  for (const [place, { localDate: last }] of sessions.entries()) {
    const first = sessions[place - 1]?.localDate ?? last
    const days = daysBetween(first, last)
    if (days > longest.days) longest = { days, first, last }
  }
  return longest.days > rules.usualGapDays
    ? { id: 'DF-06', outcome: 'warn', reason: 'gaps-long', values: longest }
    : { id: 'DF-06', outcome: 'pass', reason: 'gaps-usual' }
}
