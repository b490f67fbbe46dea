import type { CheckInput, CheckResult } from '../model'
import { addDays } from './days'
import { sectionDays } from './section-days'

/** DF-08: the same section of the level below ended before this one starts, where there is one. */
export const checkLowerLevel = (input: CheckInput): CheckResult => {
  const { rules, programme } = input
  if (rules.levels[programme.level].lower === null || programme.directEntrant) {
    return { id: 'DF-08', outcome: 'pass', reason: 'lower-not-needed' }
  }
  const { lowerLevelOn } = programme
  if (lowerLevelOn === null) return { id: 'DF-08', outcome: 'needs-leader', reason: 'lower-unknown' }
  const { first } = sectionDays(input)
  const values = { first, last: lowerLevelOn }
  if (lowerLevelOn < first) return { id: 'DF-08', outcome: 'pass', reason: 'lower-before', values }
  const passesFrom = addDays(lowerLevelOn, 1)
  return lowerLevelOn === first
    ? { id: 'DF-08', outcome: 'needs-leader', reason: 'lower-same-day', passesFrom, values }
    : { id: 'DF-08', outcome: 'fail', reason: 'lower-after', passesFrom, values }
}
