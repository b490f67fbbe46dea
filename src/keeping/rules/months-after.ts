import { Temporal } from 'temporal-polyfill'

/** The day (YYYY-MM-DD) some months after a day; the last of the month where it has no such day. */
export const monthsAfter = (day: string, months: number): string =>
  Temporal.PlainDate.from(day).add({ months }).toString()

/** The day (YYYY-MM-DD) some days after a day. */
export const daysAfter = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString()
