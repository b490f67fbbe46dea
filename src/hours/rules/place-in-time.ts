import { Temporal } from 'temporal-polyfill'
import type { Result } from '../../problems'
import { serviceTimeZone } from '../model'
import type { ClockTime } from './parse-time'

/** A point in a service's records: a clock time on a day, or an instant (epoch milliseconds) where one is given. */
export type Moment = { readonly date: string; readonly time: ClockTime; readonly instant: number | null }

export type Placed = { readonly startedAt: Date; readonly endedAt: Date; readonly minutes: number }

export type PlaceFault = {
  readonly at: 'start' | 'end'
  readonly reason: 'time-in-gap' | 'end-not-after-start' | 'over-24-hours'
}

const dayMs = 86_400_000
const minuteMs = 60_000

/**
 * Turns two clock times into instants and the whole minutes that elapsed between them.
 *
 * In the hour that the spring change skips there is no such time, and it is refused. In the hour that comes
 * twice in autumn the pair that fits `expectedMinutes` best is taken; without that, the shortest that is not
 * empty, so that a record never counts for more than it surely says.
 */
export const placeInTime = (
  start: Moment,
  end: Moment,
  expectedMinutes: number | null,
): Result<Placed, PlaceFault> => {
  const starts = instantsOf(start)
  if (starts.length === 0) return { ok: false, reason: { at: 'start', reason: 'time-in-gap' } }
  const ends = instantsOf(end)
  if (ends.length === 0) return { ok: false, reason: { at: 'end', reason: 'time-in-gap' } }
  const pairs = starts
    .flatMap((from) => ends.map((to) => ({ from, to, length: to - from })))
    .filter((pair) => pair.length > 0)
    .sort(
      (a, b) => distance(a.length, expectedMinutes) - distance(b.length, expectedMinutes) || a.from - b.from,
    )
  const [pair] = pairs
  if (!pair || pair.length < minuteMs) {
    return { ok: false, reason: { at: 'end', reason: 'end-not-after-start' } }
  }
  if (pair.length > dayMs) return { ok: false, reason: { at: 'end', reason: 'over-24-hours' } }
  return {
    ok: true,
    value: {
      startedAt: new Date(pair.from),
      endedAt: new Date(pair.to),
      minutes: Math.floor(pair.length / minuteMs),
    },
  }
}

const distance = (length: number, expectedMinutes: number | null) =>
  Math.abs(length - (expectedMinutes ?? 0) * minuteMs)

/** The instants at which the clock shows this: none in a gap, two in an overlap, else one. */
const instantsOf = (moment: Moment): number[] => {
  if (moment.instant !== null) return [moment.instant]
  const local = Temporal.PlainDate.from(moment.date).toPlainDateTime(moment.time)
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    local.toZonedDateTime(serviceTimeZone, { disambiguation }),
  )
  if (!earlier || !later) return []
  if (earlier.epochMilliseconds === later.epochMilliseconds) return [earlier.epochMilliseconds]
  return earlier.toPlainDateTime().equals(local) ? [earlier.epochMilliseconds, later.epochMilliseconds] : []
}

/** The moment so many minutes after an instant. */
export const momentAfter = (moment: Moment, minutes: number): Moment | undefined => {
  const [from] = instantsOf(moment)
  if (from === undefined) return undefined
  return { date: moment.date, time: moment.time, instant: from + minutes * minuteMs }
}
