import { Temporal } from 'temporal-polyfill'
import type { Result } from '../../problems'
import type { ClockRule } from '../model'
import { serviceTimeZone } from '../model'
import type { ClockTime } from './parse-time'

/** A point in a service's records: a clock time on a day, or an instant (epoch milliseconds) where one is given. */
export type Moment = { readonly date: string; readonly time: ClockTime; readonly instant: number | null }

export type Placed = {
  readonly startedAt: Date
  readonly endedAt: Date
  readonly minutes: number
  /** How a clock time that comes twice was read; null where none does. */
  readonly clockRule: ClockRule | null
}

export type PlaceFault<Reason extends string = never> = {
  readonly at: 'start' | 'end'
  readonly reason: 'time-in-gap' | 'end-not-after-start' | 'over-24-hours' | Reason
}

const dayMs = 86_400_000
const minuteMs = 60_000

/**
 * Turns two clock times into instants and the whole minutes that elapsed between them (rules HR-02 and HR-03).
 *
 * In the hour that the spring change skips there is no such time, and it is refused. In the hour that comes twice in
 * autumn the pair that fits `expectedMinutes` best is taken; without those, the shortest that is not empty, so that a
 * record never counts for more than it surely says.
 */
export const placeInTime = (
  start: Moment,
  end: Moment,
  expectedMinutes: number | null,
): Result<Placed, PlaceFault> => {
  const readings = readingsOf(start, end)
  if (!readings.ok) return readings
  const { starts, ends, twice } = readings.value
  const distance = ({ from, to }: Pair) => Math.abs(to - from - (expectedMinutes ?? 0) * minuteMs)
  const [pair] = starts
    .flatMap((from) => ends.map((to) => ({ from, to })))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => distance(a) - distance(b) || a.from - b.from)
  const first = starts.length > 1 ? pair?.from === starts[0] : pair?.to === ends[0]
  const rule = expectedMinutes === null ? 'shortest' : first ? 'first' : 'second'
  return measure(pair, twice ? rule : null)
}

/**
 * As `placeInTime`, for somebody who can be asked: a clock time that comes twice is refused as `time-twice` until
 * `answer` says which is meant.
 */
export const placeAsAnswered = (
  start: Moment,
  end: Moment,
  answer: 'first' | 'second' | undefined,
): Result<Placed, PlaceFault<'time-twice'>> => {
  const readings = readingsOf(start, end)
  if (!readings.ok) return readings
  const { starts, ends, twice } = readings.value
  if (twice && answer === undefined) {
    return { ok: false, reason: { at: starts.length > 1 ? 'start' : 'end', reason: 'time-twice' } }
  }
  const at = answer === 'second' ? -1 : 0
  const [from, to] = [starts.at(at), ends.at(at)]
  const pair = from === undefined || to === undefined ? undefined : { from, to }
  return measure(pair, twice ? (answer ?? null) : null)
}

type Pair = { readonly from: number; readonly to: number }
type Readings = { readonly starts: number[]; readonly ends: number[]; readonly twice: boolean }

const readingsOf = (start: Moment, end: Moment): Result<Readings, PlaceFault> => {
  const [starts, ends] = [instantsOf(start), instantsOf(end)]
  if (starts.length === 0) return { ok: false, reason: { at: 'start', reason: 'time-in-gap' } }
  if (ends.length === 0) return { ok: false, reason: { at: 'end', reason: 'time-in-gap' } }
  return { ok: true, value: { starts, ends, twice: starts.length > 1 || ends.length > 1 } }
}

const measure = (pair: Pair | undefined, clockRule: ClockRule | null): Result<Placed, PlaceFault> => {
  const length = pair === undefined ? 0 : pair.to - pair.from
  if (pair === undefined || length < minuteMs) {
    return { ok: false, reason: { at: 'end', reason: 'end-not-after-start' } }
  }
  if (length > dayMs) return { ok: false, reason: { at: 'end', reason: 'over-24-hours' } }
  const [startedAt, endedAt] = [new Date(pair.from), new Date(pair.to)]
  return { ok: true, value: { startedAt, endedAt, minutes: Math.floor(length / minuteMs), clockRule } }
}

/** How many days' offsets are kept: a file is of a year or two. */
const keptDays = 4000
const offsets = new Map<string, number | undefined>()

/** By how much clocks are ahead of UTC all day, in milliseconds; undefined on a day on which that changes. */
const offsetOf = (date: string): number | undefined => {
  if (offsets.has(date)) return offsets.get(date)
  const day = Temporal.PlainDate.from(date)
  const [begins, ends] = [day, day.add({ days: 1 })].map((one) =>
    one.toZonedDateTime({ timeZone: serviceTimeZone, plainTime: '00:00' }),
  )
  const same = begins !== undefined && begins.offsetNanoseconds === ends?.offsetNanoseconds
  if (offsets.size >= keptDays) offsets.clear()
  offsets.set(date, same ? begins.offsetNanoseconds / 1e6 : undefined)
  return offsets.get(date)
}

/** The instants at which the clock shows this: none in a gap, two in an overlap, else one. */
const instantsOf = (moment: Moment): number[] => {
  if (moment.instant !== null) return [moment.instant]
  const offset = offsetOf(moment.date)
  if (offset !== undefined) {
    const { hour, minute } = moment.time
    return [Date.parse(`${moment.date}T00:00:00Z`) + (hour * 60 + minute) * minuteMs - offset]
  }
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
