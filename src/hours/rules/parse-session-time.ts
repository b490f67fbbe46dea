import type { Result } from '../../problems'
import type { ImportedSession } from '../model'
import { isInFuture } from './is-in-future'
import { type DateCell, parseDate } from './parse-date'
import { parseDuration } from './parse-duration'
import { parseTime } from './parse-time'
import { type Moment, momentAfter, placeInTime } from './place-in-time'
import type { CellOf, FieldFault, RowContext } from './row-context'

type SessionTime = Pick<ImportedSession, 'localDate' | 'startedAt' | 'endedAt' | 'minutes' | 'clockRule'>

/** Hours written to one decimal place are up to three minutes off. */
const roundingMinutes = 3
const range = /^(.*\d.*?)\s*(?:-|–|—|\bto\b|\bi\b)\s*(.*\d.*)$/i

/**
 * When a row's session took place and how long it was: from clock times where the row has them (elapsed time,
 * by the rules of the service's zone), else from a date and a number of hours. A start may carry the date, and
 * one cell may hold start and end as `09:30 - 12:00`.
 */
export const parseSessionTime = (
  cellOf: CellOf,
  context: Pick<RowContext, 'dateOrder' | 'now'>,
): Result<SessionTime, readonly FieldFault[]> => {
  const minutes = readDuration(cellOf)
  const day = readDay(cellOf, context)
  if (!day.ok) return { ok: false, reason: minutes.ok ? [day.reason] : [day.reason, minutes.reason] }
  if (!minutes.ok) return { ok: false, reason: [minutes.reason] }
  const timed = readMoments(cellOf, context, day.value, minutes.value)
  if (!timed.ok) return { ok: false, reason: [timed.reason] }
  const session = timed.value ?? untimed(day.value.date, minutes.value)
  if (session === undefined) return { ok: false, reason: [{ field: 'hours', reason: 'hours-missing' }] }
  const future = isInFuture(session, context.now)
  return future
    ? { ok: false, reason: [{ field: 'date', reason: 'in-future' }] }
    : { ok: true, value: session }
}

const untimed = (localDate: string, minutes: number | null): SessionTime | undefined =>
  minutes === null ? undefined : { localDate, startedAt: null, endedAt: null, minutes, clockRule: null }

/** The length that the row states; null where it states none. */
const readDuration = (cellOf: CellOf): Result<number | null, FieldFault> => {
  const [hoursText, minutesText] = [cellOf('hours'), cellOf('minutes')]
  if (hoursText !== '' && minutesText !== '') return readHoursAndMinutes(hoursText, minutesText)
  if (hoursText !== '') return readOne('hours', hoursText)
  return minutesText === '' ? { ok: true, value: null } : readOne('minutes', minutesText)
}

/** Two columns: either the same length twice, or whole hours and the minutes beyond them. */
const readHoursAndMinutes = (hoursText: string, minutesText: string): Result<number | null, FieldFault> => {
  if (/^0+$/.test(minutesText)) return readOne('hours', hoursText)
  if (/^0+([.,:]0+)?$/.test(hoursText)) return readOne('minutes', minutesText)
  const hours = parseDuration(hoursText, 'hours')
  if (!hours.ok) return { ok: false, reason: { field: 'hours', reason: hours.reason } }
  const minutes = parseDuration(minutesText, 'minutes')
  if (!minutes.ok) return { ok: false, reason: { field: 'minutes', reason: minutes.reason } }
  if (Math.abs(hours.value - minutes.value) <= roundingMinutes) return minutes
  if (hours.value % 60 === 0 && minutes.value < 60) return { ok: true, value: hours.value + minutes.value }
  return { ok: false, reason: { field: 'minutes', reason: 'hours-disagree' } }
}

const readOne = (field: 'hours' | 'minutes', text: string): Result<number, FieldFault> => {
  const minutes = parseDuration(text, field)
  return minutes.ok ? minutes : { ok: false, reason: { field, reason: minutes.reason } }
}

/** The day of the session, from its own column or from the start. */
const readDay = (cellOf: CellOf, context: Pick<RowContext, 'dateOrder'>): Result<DateCell, FieldFault> => {
  const text = cellOf('date')
  if (text !== '') {
    const day = parseDate(text, context.dateOrder)
    return day.ok ? day : { ok: false, reason: { field: 'date', reason: day.reason } }
  }
  const start = parseDate(cellOf('startTime'), context.dateOrder)
  if (start.ok) return start
  const reason = start.reason === 'date-not-understood' ? 'date-missing' : start.reason
  return { ok: false, reason: { field: 'date', reason } }
}

/** Start and end placed in time; undefined where the row has no clock times. */
const readMoments = (
  cellOf: CellOf,
  context: Pick<RowContext, 'dateOrder'>,
  day: DateCell,
  minutes: number | null,
): Result<SessionTime | undefined, FieldFault> => {
  const [startText, endText] = clockTexts(cellOf)
  const start =
    startText === '' ? { ok: true as const, value: dayStart(day) } : readMoment(startText, day, context)
  if (!start.ok) return { ok: false, reason: { field: 'startTime', reason: start.reason } }
  if (start.value !== undefined && cellOf('date') !== '' && start.value.date !== day.date) {
    return { ok: false, reason: { field: 'startTime', reason: 'dates-disagree' } }
  }
  const end = endText === '' ? { ok: true as const, value: undefined } : readMoment(endText, day, context)
  if (!end.ok) return { ok: false, reason: { field: 'endTime', reason: end.reason } }
  if (start.value === undefined) {
    return end.value === undefined
      ? { ok: true, value: undefined }
      : { ok: false, reason: { field: 'startTime', reason: 'start-missing' } }
  }
  if (end.value === undefined && minutes === null) {
    return { ok: false, reason: { field: 'endTime', reason: 'end-missing' } }
  }
  const last = end.value ?? momentAfter(start.value, minutes ?? 0)
  if (last === undefined) return { ok: false, reason: { field: 'startTime', reason: 'time-in-gap' } }
  return place(start.value, last, minutes)
}

const place = (start: Moment, end: Moment, minutes: number | null): Result<SessionTime, FieldFault> => {
  const placed = placeInTime(start, end, minutes)
  if (!placed.ok) {
    const field = placed.reason.at === 'start' ? 'startTime' : 'endTime'
    return { ok: false, reason: { field, reason: placed.reason.reason } }
  }
  if (minutes !== null && Math.abs(placed.value.minutes - minutes) > roundingMinutes) {
    return { ok: false, reason: { field: 'hours', reason: 'hours-disagree' } }
  }
  return { ok: true, value: { localDate: start.date, ...placed.value } }
}

/** The cells of start and end, where one cell with both is taken apart. */
const clockTexts = (cellOf: CellOf): readonly [string, string] => {
  const [start, end] = [cellOf('startTime'), cellOf('endTime')]
  const both = end === '' && !/\d{4}/.test(start) ? range.exec(start) : null
  return both ? [both[1] ?? '', both[2] ?? ''] : [start, end]
}

/** A date column may carry the start; midnight there is what spreadsheets add to a plain date. */
const dayStart = (day: DateCell): Moment | undefined =>
  day.time === null || (day.time.hour === 0 && day.time.minute === 0)
    ? undefined
    : { date: day.date, time: day.time, instant: day.instant }

type MomentFault = 'time-not-understood' | 'date-ambiguous' | 'date-impossible'

const readMoment = (
  text: string,
  day: DateCell,
  context: Pick<RowContext, 'dateOrder'>,
): Result<Moment, MomentFault> => {
  const time = parseTime(text)
  if (time.ok) return { ok: true, value: { date: day.date, time: time.value, instant: null } }
  const withDate = parseDate(text, context.dateOrder)
  if (withDate.ok && withDate.value.time !== null) {
    return {
      ok: true,
      value: { date: withDate.value.date, time: withDate.value.time, instant: withDate.value.instant },
    }
  }
  const clear =
    !withDate.ok && (withDate.reason === 'date-ambiguous' || withDate.reason === 'date-impossible')
  return { ok: false, reason: clear ? withDate.reason : 'time-not-understood' }
}
