import type { Result } from '../../problems'
import type { LeftFault } from '../check-in/model'
import type { SessionFact } from '../model'
import type { ReadEntry } from '../sessions/model'
import { isInFuture } from './is-in-future'
import { localDateOf } from './local-date-of'
import { parseTime } from './parse-time'
import { placeInTime } from './place-in-time'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
/** Nobody is thought to be in for longer, in hours. */
const longestVisitHours = 12
/** For so long somebody who did not check out is asked about it when they come next, in days. */
export const askedForDays = 8
/** Where nothing is known of somebody's sessions, in minutes. */
const commonMinutes = 120

type VisitTime = Pick<ReadEntry, 'localDate' | 'startedAt' | 'endedAt' | 'minutes' | 'clockRule'>

const wholeMinute = (instant: Date) => new Date(Math.floor(instant.getTime() / minuteMs) * minuteMs)

/** Whether somebody who came then and did not check out must have left: on another day, or more than twelve hours ago. */
export const isForgotten = (startedAt: Date, now: Date): boolean =>
  localDateOf(startedAt) !== localDateOf(now) ||
  now.getTime() - startedAt.getTime() > longestVisitHours * 60 * minuteMs

/** The times of a visit whose end was seen, in whole minutes; undefined where it is no minute long. */
export const seenVisit = (startedAt: Date, endedAt: Date): VisitTime | undefined => {
  const [start, end] = [wholeMinute(startedAt), wholeMinute(endedAt)]
  const minutes = (end.getTime() - start.getTime()) / minuteMs
  if (minutes < 1 || end.getTime() - start.getTime() > dayMs) return undefined
  return { localDate: localDateOf(start), startedAt: start, endedAt: end, minutes, clockRule: null }
}

/**
 * The times of a visit whose end its person tells as a clock time of that day. A time that comes twice is read so that
 * the visit is shortest.
 */
export const toldVisit = (startedAt: Date, told: string, now: Date): Result<VisitTime, LeftFault> => {
  if (told.trim() === '') return { ok: false, reason: 'end-missing' }
  const time = parseTime(told)
  if (!time.ok) return { ok: false, reason: 'time-not-understood' }
  const start = wholeMinute(startedAt)
  const localDate = localDateOf(start)
  const placed = placeInTime(
    { date: localDate, time: { hour: 0, minute: 0 }, instant: start.getTime() },
    { date: localDate, time: time.value, instant: null },
    null,
  )
  if (!placed.ok) {
    const { reason } = placed.reason
    return { ok: false, reason: reason === 'time-in-gap' ? reason : 'end-not-after-start' }
  }
  return isInFuture({ localDate, endedAt: placed.value.endedAt }, now)
    ? { ok: false, reason: 'in-future' }
    : { ok: true, value: { localDate, ...placed.value } }
}

/**
 * The times of a visit whose end nobody knows: as long as the middle one of the person's last sessions in the role, two
 * hours where there are none; never past now.
 */
export const usualVisit = (
  startedAt: Date,
  last: readonly Pick<SessionFact, 'minutes'>[],
  now: Date,
): VisitTime => {
  const start = wholeMinute(startedAt)
  const lengths = last.map(({ minutes }) => minutes).sort((a, b) => a - b)
  const usual = lengths[Math.floor((lengths.length - 1) / 2)] ?? commonMinutes
  const possible = Math.floor((now.getTime() - start.getTime()) / minuteMs)
  const minutes = Math.max(1, Math.min(usual, possible))
  const endedAt = new Date(start.getTime() + minutes * minuteMs)
  return { localDate: localDateOf(start), startedAt: start, endedAt, minutes, clockRule: 'usual' }
}

/** A visit in a role as an entry of the ledger. */
export const entryOfVisit = (
  time: VisitTime,
  visit: { readonly personId: string; readonly roleId: string; readonly branchId: string },
): ReadEntry => ({
  ...time,
  ...{ personId: visit.personId, roleId: visit.roleId, branchId: visit.branchId },
  ...{ activity: null, note: null, deliveryMode: 'on-site', trainingMinutes: 0, timeCredit: 'none' },
  ...{ beneficiaries: null, dofeSection: null },
})
