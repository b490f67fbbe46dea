import type { DofeRules, ProgrammeDetails } from '../model'
import { reachAge } from './reach-age'

/** The first day of the school year of a nation that a day is in. */
const schoolYearOf = (day: string, start: string): string => {
  const year = Number(day.slice(0, 4))
  return day.slice(5) >= start ? `${year}-${start}` : `${year - 1}-${start}`
}

/**
 * The first day on which a section of a level may start for somebody: the start of the school year of a birthday, by
 * nation, or the birthday itself.
 *
 * @see eDofE Date Rules
 */
export const startOfLevel = (
  rules: DofeRules,
  { level, nation, dateOfBirth }: Pick<ProgrammeDetails, 'level' | 'nation' | 'dateOfBirth'>,
): string => {
  const { start } = rules.levels[level]
  if ('age' in start) return reachAge(dateOfBirth, start.age, 'late')
  const birthday = reachAge(dateOfBirth, start.schoolYearOfAge, 'early')
  return schoolYearOf(birthday, rules.schoolYearStart[nation])
}
