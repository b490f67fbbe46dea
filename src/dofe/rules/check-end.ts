import type { CheckInput, CheckResult } from '../model'
import { addDays } from './days'
import { reachAge } from './reach-age'
import { sectionDays } from './section-days'

/** DF-02: the last session is before the 25th birthday; while there is none, the day that the section can end. */
export const checkEnd = (input: CheckInput): CheckResult => {
  const { rules, programme } = input
  const birthday = reachAge(programme.dateOfBirth, rules.endsBeforeAge, 'early')
  const { last, reaches } = sectionDays(input)
  const values = { last: addDays(birthday, -1) }
  return (last ?? reaches) < birthday
    ? { id: 'DF-02', outcome: 'pass', reason: 'end-in-time', values }
    : { id: 'DF-02', outcome: 'fail', reason: 'end-too-old', values }
}
