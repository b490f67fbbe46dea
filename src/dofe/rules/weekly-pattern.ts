import { countMinutes } from '../../hours/rules/count-minutes'
import type { CountedSession } from '../model'
import { addDays, daysBetween } from './days'

export type WeekOfSessions = { readonly from: string; readonly minutes: number; readonly sessions: number }

/** The weeks from the first session's day to the last, each with its minutes; those without a session too. */
export const weeklyPattern = (sessions: readonly CountedSession[]): WeekOfSessions[] => {
  const [first, last] = [sessions[0]?.localDate, sessions.at(-1)?.localDate]
  if (first === undefined || last === undefined) return []
  const weekOf = (day: string) => Math.floor(daysBetween(first, day) / 7)
  const groups = Map.groupBy(sessions, ({ localDate }) => weekOf(localDate))
  return Array.from({ length: weekOf(last) + 1 }, (_, week) => {
    const own = groups.get(week) ?? []
    return { from: addDays(first, week * 7), minutes: countMinutes(own), sessions: own.length }
  })
}
