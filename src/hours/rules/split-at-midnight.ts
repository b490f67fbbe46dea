import { Temporal } from 'temporal-polyfill'
import { type SessionFact, serviceTimeZone } from '../model'

const minuteMs = 60_000

/**
 * A session cut at every local midnight it runs over (rule HR-10), so that each part belongs to one day. The
 * minutes of the parts make up the minutes of the whole. One without clock times stays whole.
 */
export const splitAtMidnight = (fact: SessionFact): readonly SessionFact[] => {
  if (fact.startedAt === null || fact.endedAt === null) return [fact]
  const parts: SessionFact[] = []
  let from = fact.startedAt.getTime()
  let left = fact.minutes
  while (from < fact.endedAt.getTime()) {
    const local = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(serviceTimeZone)
    const midnight = local.add({ days: 1 }).startOfDay().epochMilliseconds
    const to = Math.min(midnight, fact.endedAt.getTime())
    const last = to === fact.endedAt.getTime()
    const minutes = last ? left : Math.min(left, Math.round((to - from) / minuteMs))
    const localDate = local.toPlainDate().toString()
    parts.push({ ...fact, localDate, startedAt: new Date(from), endedAt: new Date(to), minutes })
    left -= minutes
    from = to
  }
  return parts
}
