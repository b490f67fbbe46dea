import type { CheckInput, CheckResult } from '../model'
import { deriveTarget, hasExtraMonths } from './derive-target'

/** DF-09: level, direct entry and the choice of extra months give the months that eDofE shows. */
export const checkTarget = ({ rules, programme }: CheckInput): CheckResult => {
  const months = deriveTarget(rules, programme)
  const { agreedMonths, extraMonths, section, longerSection } = programme
  const { base, longer } = rules.levels[programme.level].months[section]
  const values = { months, ...(agreedMonths === null ? {} : { count: agreedMonths }) }
  if (extraMonths && !hasExtraMonths(rules, programme)) {
    return { id: 'DF-09', outcome: 'fail', reason: 'target-extra-not-for-them', values }
  }
  if (extraMonths && base !== longer && !longerSection) {
    return { id: 'DF-09', outcome: 'fail', reason: 'target-extra-in-shorter', values }
  }
  if (agreedMonths === null) return { id: 'DF-09', outcome: 'warn', reason: 'target-not-confirmed', values }
  return agreedMonths === months
    ? { id: 'DF-09', outcome: 'pass', reason: 'target-right', values }
    : { id: 'DF-09', outcome: 'fail', reason: 'target-differs', values }
}
