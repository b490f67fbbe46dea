import type { RuleCondition, Season } from '../model'
import { monthsBefore } from './add-months'
import type { CountedSession, Facts } from './facts'

/** What is there and what is needed, in the condition's own unit. */
export type Measure = { readonly have: number; readonly need: number }

type Of<Kind extends RuleCondition['kind']> = Extract<RuleCondition, { kind: Kind }>
type MeasureOf = { [Kind in RuleCondition['kind']]: (condition: Of<Kind>, facts: Facts) => Measure }

/** Minutes, sessions, months and so on; where the unit is yes or no, 1 is needed. */
export const measureCondition = (condition: RuleCondition, facts: Facts): Measure => {
  // The table pairs each kind with the function for that kind, which the compiler cannot follow through the union.
  const measure = measures[condition.kind] as (condition: RuleCondition, facts: Facts) => Measure
  return measure(condition, facts)
}

const yes = (there: boolean): Measure => ({ have: there ? 1 : 0, need: 1 })

const measures: MeasureOf = {
  'approved-minutes': ({ atLeast, roles, language }, { sessions }) => {
    const spoken = language === 'cy' ? sessions.filter(({ flags }) => flags.includes('welsh')) : sessions
    return { have: minutesOf(inRoles(spoken, roles)), need: atLeast }
  },
  'months-with-sessions': ({ atLeast, roles }, { sessions }) => ({
    have: new Set(inRoles(sessions, roles).map((session) => session.localDate.slice(0, 7))).size,
    need: atLeast,
  }),
  sessions: ({ atLeast, roles, exceptMicro }, { sessions }) => ({
    have: withoutMicro(inRoles(sessions, roles), exceptMicro).length,
    need: atLeast,
  }),
  role: ({ anyOf }, { sessions }) => yes(sessions.some(({ roleCode }) => anyOf.includes(roleCode))),
  'approved-minutes-in-season': ({ atLeast, roles, season }, { sessions }) => ({
    have: bestSeason(inRoles(sessions, roles), season, minutesOf),
    need: atLeast,
  }),
  'sessions-in-season': ({ atLeast, roles, season, exceptMicro }, { sessions }) => ({
    have: bestSeason(withoutMicro(inRoles(sessions, roles), exceptMicro), season, (some) => some.length),
    need: atLeast,
  }),
  'flagged-sessions': ({ atLeast, roles, flag }, { sessions }) => ({
    have: inRoles(sessions, roles).filter(({ flags }) => flags.includes(flag)).length,
    need: atLeast,
  }),
  induction: (_, { inducted }) => yes(inducted),
  training: ({ module, minScore = 0, withinMonths }, { trainings, today }) => {
    const since = withinMonths === undefined ? '' : monthsBefore(today, withinMonths)
    const holds = trainings.some(
      (one) =>
        one.module === module &&
        one.on <= today &&
        one.on >= since &&
        (one.score ?? 0) >= minScore &&
        (one.validUntil === null || one.validUntil >= today),
    )
    return yes(holds)
  },
  claims: ({ atLeast, roles }, { claims }) => {
    const skills = new Set(claims.map(({ skill }) => skill)).size
    const from = new Set(claims.flatMap(({ roleCode }) => roleCode ?? [])).size
    // Enough claims from too few roles are one short.
    return { have: from >= roles ? skills : Math.min(skills, atLeast - 1), need: atLeast }
  },
  records: ({ record, atLeast, areas = 1 }, { records }) => {
    const found = records.filter(({ kind }) => kind === record)
    const count = found.reduce((sum, one) => sum + one.count, 0)
    const covered = new Set(found.map(({ area }) => area)).size
    return { have: covered >= areas || count === 0 ? count : Math.min(count, atLeast - 1), need: atLeast }
  },
  'error-rate': ({ record, atLeast, mostPerHundred }, { records }) => {
    const found = records.filter(({ kind }) => kind === record)
    const count = found.reduce((sum, one) => sum + one.count, 0)
    const faults = found.reduce((sum, one) => sum + one.faults, 0)
    const accurate = faults * 100 <= mostPerHundred * count
    return { have: accurate ? count : Math.min(count, atLeast - 1), need: atLeast }
  },
  age: ({ from, to }, { age }) => yes(age !== undefined && age.least >= from && age.most <= to),
  boundary: ({ role }, { boundaries }) => yes(boundaries.includes(role)),
}

const minutesOf = (sessions: readonly CountedSession[]) =>
  sessions.reduce((sum, session) => sum + session.minutes, 0)

const inRoles = (sessions: readonly CountedSession[], roles: readonly string[] | undefined) =>
  roles === undefined ? sessions : sessions.filter((session) => roles.includes(session.roleCode))

const withoutMicro = (sessions: readonly CountedSession[], exceptMicro: true | undefined) =>
  exceptMicro ? sessions.filter(({ micro }) => !micro) : sessions

/** The best that any one year's season came to. A season that runs over New Year counts from its first year. */
const bestSeason = (
  sessions: readonly CountedSession[],
  season: Season,
  measureOf: (some: readonly CountedSession[]) => number,
): number => {
  const years = Map.groupBy(sessions, (session) => seasonYear(session.localDate, season))
  years.delete(undefined)
  return Math.max(0, ...[...years.values()].map(measureOf))
}

const seasonYear = (localDate: string, { from, to }: Season): number | undefined => {
  const year = Number(localDate.slice(0, 4))
  const day = localDate.slice(5)
  if (from <= to) return day >= from && day <= to ? year : undefined
  if (day >= from) return year
  return day <= to ? year - 1 : undefined
}
