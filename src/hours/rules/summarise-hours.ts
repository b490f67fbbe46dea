import type { HoursSummary, SessionFact } from '../model'
import { countMinutes } from './count-minutes'
import { financialYearOf } from './financial-year-of'
import { splitAtMidnight } from './split-at-midnight'

/**
 * What approved sessions add up to (rules HR-05, HR-06, HR-10): in all, by role, by month and by financial year.
 * Overlaps count once within each figure, so the roles may add up to more than the whole. A session over
 * midnight belongs to both days. Only approved sessions may be passed in.
 */
export const summariseHours = (facts: readonly SessionFact[]): HoursSummary => {
  const dates = facts.map((fact) => fact.localDate).sort()
  const byDay = facts.flatMap(splitAtMidnight)
  return {
    sessions: facts.length,
    minutes: countMinutes(facts),
    firstDate: dates[0] ?? null,
    lastDate: dates.at(-1) ?? null,
    byRole: groups(facts, (fact) => fact.roleId).map(([roleId, minutes]) => ({ roleId, minutes })),
    byMonth: groups(byDay, (fact) => fact.localDate.slice(0, 7)).map(([month, minutes]) => ({
      month,
      minutes,
    })),
    byYear: groups(byDay, (fact) => financialYearOf(fact.localDate)).map(([year, minutes]) => ({
      year,
      minutes,
    })),
  }
}

const groups = (facts: readonly SessionFact[], keyOf: (fact: SessionFact) => string) =>
  [...Map.groupBy(facts, keyOf)]
    .map(([key, members]): [string, number] => [key, countMinutes(members)])
    .sort(([a], [b]) => (a < b ? -1 : 1))
