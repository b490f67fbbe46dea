import { Temporal } from 'temporal-polyfill'
import type { SessionEntry } from '../sessions/model'

/** How far back a habit is looked for, in days. */
const lookBackDays = 35
const mostSuggested = 3

type Past = Pick<SessionEntry, 'date' | 'start' | 'end' | 'roleId' | 'branchId'>

/**
 * "The same as last week": for each habit of the last weeks (role, library, weekday, clock times), the newest day in
 * step with it that has come and is not recorded, the newest habit first. `entries` have YYYY-MM-DD days; `today` and
 * `clock` (HH:MM) are the day and time in the service's zone.
 */
export const suggestRepeats = <Entry extends Past>(
  entries: readonly Entry[],
  { today, clock }: { readonly today: string; readonly clock: string },
): Entry[] => {
  const now = Temporal.PlainDate.from(today)
  const oldest = now.subtract({ days: lookBackDays }).toString()
  const recent = entries
    .filter(({ date, start, end }) => start !== '' && start < end && date >= oldest && date <= today)
    .sort((a, b) => (a.date < b.date ? 1 : -1))
  const habits = new Map<string, Entry>()
  for (const entry of recent) {
    const key = [
      Temporal.PlainDate.from(entry.date).dayOfWeek,
      entry.start,
      entry.end,
      entry.roleId,
      entry.branchId,
    ]
    if (!habits.has(key.join(' '))) habits.set(key.join(' '), entry)
  }
  return [...habits.values()]
    .flatMap((entry) => next(entry, now, clock))
    .filter((wanted) => !entries.some((known) => isInTheWay(known, wanted)))
    .slice(0, mostSuggested)
}

/** On that day the role is recorded already, or something else at that time. */
const isInTheWay = (known: Past, wanted: Past): boolean =>
  known.date === wanted.date &&
  (known.roleId === wanted.roleId ||
    (known.start !== '' && known.start < wanted.end && known.end > wanted.start))

const next = <Entry extends Past>(entry: Entry, now: Temporal.PlainDate, clock: string): Entry[] => {
  const last = Temporal.PlainDate.from(entry.date)
  const weeks = Math.floor(last.until(now).days / 7)
  const ended = weeks > 0 && last.add({ weeks }).equals(now) && entry.end > clock ? weeks - 1 : weeks
  return ended < 1 ? [] : [{ ...entry, date: last.add({ weeks: ended }).toString() }]
}
