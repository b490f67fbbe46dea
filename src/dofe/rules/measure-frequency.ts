import type { DofeFrequency } from '../model'
import { daysBetween } from './days'

/** How often the days of sessions, in order, come: by the gap in the middle of all gaps. */
export const measureFrequency = (days: readonly string[]): DofeFrequency => {
  const different = [...new Set(days)]
  const gaps = different.slice(1).map((day, place) => daysBetween(different[place] ?? day, day))
  const middle = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)]
  if (middle === undefined) return 'varied'
  if (middle <= 9) return 'weekly'
  if (middle <= 18) return 'fortnightly'
  return middle <= 35 ? 'monthly' : 'varied'
}
