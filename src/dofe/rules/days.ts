import { Temporal } from 'temporal-polyfill'

export type Day = string
const dayOf = (day: Day) => Temporal.PlainDate.from(day)

export const addDays = (day: Day, days: number): Day => dayOf(day).add({ days }).toString()

/** The same day of a later month, or its last day where it has no such day. */
export const addMonths = (day: Day, months: number): Day => dayOf(day).add({ months }).toString()

/** Days from one day to a later one; negative where it is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayOf(from).until(to, { largestUnit: 'days' }).days
