import type { CheckInput, CheckResult } from '../model'
import { addDays, daysBetween } from './days'
import { sectionDays } from './section-days'

/**
 * DF-03: the first and the last session are as far apart as the section is long, in months or in weeks. A few days
 * short is for the leader to decide. A plan that ends too early is told from its first day.
 */
export const checkLength = (input: CheckInput): CheckResult => {
  const { rules, programme } = input
  const { first, last, months, reaches } = sectionDays(input)
  const nearly = addDays(reaches, -rules.leaderDecidesWithinDays)
  const values = { months, first, last: last ?? first, days: daysBetween(last ?? first, reaches) }
  if (last !== null && last >= reaches) return { id: 'DF-03', outcome: 'pass', reason: 'length-met', values }
  if (last !== null && last >= nearly) {
    return { id: 'DF-03', outcome: 'needs-leader', reason: 'length-near', passesFrom: reaches, values }
  }
  return programme.plannedLast < reaches
    ? {
        ...{ id: 'DF-03', outcome: 'fail', reason: 'length-plan-short', passesFrom: reaches },
        values: { ...values, last: programme.plannedLast, days: daysBetween(programme.plannedLast, reaches) },
      }
    : { id: 'DF-03', outcome: 'fail', reason: 'length-not-yet', passesFrom: reaches, values }
}
