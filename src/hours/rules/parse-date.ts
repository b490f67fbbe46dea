import { Temporal } from 'temporal-polyfill'
import type { Result } from '../../problems'
import { type DateOrder, serviceTimeZone } from '../model'
import { type ClockTime, parseTime } from './parse-time'

/** A cell that holds a date, and perhaps a time; `instant` (epoch milliseconds) where the cell fixes one. */
export type DateCell = {
  /** YYYY-MM-DD. */
  readonly date: string
  readonly time: ClockTime | null
  readonly instant: number | null
}

export type DateFault = 'date-not-understood' | 'date-impossible' | 'date-ambiguous' | 'date-year-short'

/** The first letters, without accents, that tell a month from every other, in English and in Welsh. */
const monthStems: readonly (readonly string[])[] = [
  ['jan', 'ion'],
  ['feb', 'chwe'],
  ['mar', 'maw'],
  ['apr', 'ebr'],
  ['may', 'mai'],
  ['jun', 'meh'],
  ['jul', 'gor'],
  ['aug', 'aws'],
  ['sep', 'med'],
  ['oct', 'hyd'],
  ['nov', 'tach'],
  ['dec', 'rhag'],
]

const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[t\s]+(\S.*))?$/
const numeric = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:,?\s+(\S.*))?$/
const shortYear = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}(\s.*)?$/
const dayMonth =
  /^(?:\p{L}+\.?,?\s+)?(\d{1,2})\p{L}{0,4}[\s-]+(\p{L}+)\.?,?[\s-]+(\d{4}|\d{2})(?:,?\s+(\S.*))?$/u
const monthDay = /^(?:\p{L}+\.?,?\s+)?(\p{L}+)\.?\s+(\d{1,2})\p{L}{0,2},?\s+(\d{4})(?:,?\s+(\S.*))?$/u

/**
 * Reads a date as services in the UK write it: `03/04/2026` and `3.4.2026` (day first), `3 Apr 2026` and
 * `3 Ebrill 2026`, `2026-04-03`; a time may follow. A day that is not in the calendar and a year of two digits
 * among numbers are refused; so is `03/04/2026` when `order` says that the file may put the month first.
 */
export const parseDate = (text: string, order: DateOrder): Result<DateCell, DateFault> => {
  const tidy = text.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const instant = exactInstant(tidy)
  if (instant) return { ok: true, value: instant }
  const isoMatch = iso.exec(tidy)
  if (isoMatch) return dateCell(isoMatch[1], isoMatch[2], isoMatch[3], isoMatch[4])
  const match = numeric.exec(tidy)
  if (match) {
    const [day, month] = [Number(match[1]), Number(match[2])]
    if (order === 'unclear' && day <= 12 && month <= 12 && day !== month) {
      return { ok: false, reason: 'date-ambiguous' }
    }
    return dateCell(match[3], match[2], match[1], match[4])
  }
  if (shortYear.test(tidy)) return { ok: false, reason: 'date-year-short' }
  const named = dayMonth.exec(tidy)
  if (named) return dateCell(named[3], monthNumber(named[2]), named[1], named[4])
  const american = monthDay.exec(tidy)
  if (american) return dateCell(american[3], monthNumber(american[1]), american[2], american[4])
  return { ok: false, reason: 'date-not-understood' }
}

const monthNumber = (name: string | undefined): string | undefined => {
  const index = monthStems.findIndex((stems) => stems.some((stem) => name?.startsWith(stem)))
  return index < 0 ? undefined : String(index + 1)
}

/** A date and time with its offset from UTC, such as `2026-04-03T09:00:00Z`. */
const exactInstant = (text: string): DateCell | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}[t ]\d{2}:\d{2}.*(z|[+-]\d{2}:?\d{2})$/.test(text)) return undefined
  try {
    const instant = Temporal.Instant.from(text)
    const local = instant.toZonedDateTimeISO(serviceTimeZone)
    return {
      date: local.toPlainDate().toString(),
      time: { hour: local.hour, minute: local.minute },
      instant: instant.epochMilliseconds,
    }
  } catch {
    return undefined
  }
}

const dateCell = (
  yearText: string | undefined,
  monthText: string | undefined,
  dayText: string | undefined,
  timeText: string | undefined,
): Result<DateCell, DateFault> => {
  if (yearText === undefined || monthText === undefined || dayText === undefined) {
    return { ok: false, reason: 'date-not-understood' }
  }
  const year = yearText.length === 2 ? 2000 + Number(yearText) : Number(yearText)
  const [month, day] = [Number(monthText), Number(dayText)]
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
    return { ok: false, reason: 'date-impossible' }
  }
  const time = timeText === undefined ? null : parseTime(timeText)
  if (time !== null && !time.ok) return { ok: false, reason: 'date-not-understood' }
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return { ok: true, value: { date, time: time?.value ?? null, instant: null } }
}

const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
