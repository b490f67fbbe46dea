import type { CheckInput, CheckResult } from '../model'
import { addMonths } from './days'
import { sectionDays } from './section-days'

/** DF-05: at least one session in each month of the section that is over, counted from the first session's day. */
export const checkMonths = (input: CheckInput): CheckResult => {
  const { first, months } = sectionDays(input)
  const days = input.sessions.map(({ localDate }) => localDate)
  const empty: string[] = []
  for (let month = 0; month < months; month++) {
    const [from, to] = [addMonths(first, month), addMonths(first, month + 1)]
    if (to <= input.today && !days.some((day) => day >= from && day < to)) empty.push(from)
  }
  return empty.length === 0
    ? { id: 'DF-05', outcome: 'pass', reason: 'months-met' }
    : { id: 'DF-05', outcome: 'needs-leader', reason: 'months-empty', values: { dates: empty } }
}
