import type { BadgeRule, RuleCondition, Season } from '../model'

/** One approved session as a rule sees it. */
export type CountedSession = {
  /** National code of the role, such as RO-01. */
  readonly roleCode: string
  /** YYYY-MM-DD. */
  readonly localDate: string
  /** Whole minutes, each minute counted once where sessions overlap. */
  readonly minutes: number
}

export type ConditionOutcome = {
  readonly condition: RuleCondition
  readonly met: boolean
  /** What is there and what is needed, in the condition's own unit: minutes, months, sessions or roles. */
  readonly have: number
  readonly need: number
}

export type RuleOutcome = {
  readonly eligible: boolean
  /** Every condition, in the order of the rule. */
  readonly conditions: readonly ConditionOutcome[]
  /** What would be enough: the conditions not met yet, by the shortest way where a rule offers several. */
  readonly missing: readonly ConditionOutcome[]
  /** How far off it is: the sum of the shares of the conditions that are still missing; 0 when eligible. */
  readonly distance: number
}

/**
 * Whether approved sessions earn a badge, with every condition, its value and what is missing.
 * The order of the sessions does not matter.
 */
export const evaluateRule = (rule: BadgeRule, sessions: readonly CountedSession[]): RuleOutcome => {
  if ('all' in rule) {
    const parts = rule.all.map((part) => evaluateRule(part, sessions))
    return outcomeOf(
      parts.every((part) => part.eligible),
      parts.flatMap((part) => part.conditions),
      parts.flatMap((part) => part.missing),
    )
  }
  if ('any' in rule) {
    const parts = rule.any.map((part) => evaluateRule(part, sessions))
    const eligible = parts.some((part) => part.eligible)
    const [nearest] = [...parts].sort((a, b) => a.distance - b.distance)
    return outcomeOf(
      eligible,
      parts.flatMap((part) => part.conditions),
      eligible ? [] : (nearest?.missing ?? []),
    )
  }
  const outcome = evaluateCondition(rule, sessions)
  return outcomeOf(outcome.met, [outcome], outcome.met ? [] : [outcome])
}

const outcomeOf = (
  eligible: boolean,
  conditions: readonly ConditionOutcome[],
  missing: readonly ConditionOutcome[],
): RuleOutcome => ({
  eligible,
  conditions,
  missing,
  distance: missing.reduce((sum, { have, need }) => sum + (need - have) / need, 0),
})

const evaluateCondition = (
  condition: RuleCondition,
  sessions: readonly CountedSession[],
): ConditionOutcome => {
  const need = condition.kind === 'role' ? 1 : condition.atLeast
  const have = measure(condition, sessions)
  return { condition, met: have >= need, have, need }
}

const measure = (condition: RuleCondition, sessions: readonly CountedSession[]): number => {
  switch (condition.kind) {
    case 'role':
      return inRoles(sessions, condition.anyOf).length > 0 ? 1 : 0
    case 'approved-minutes':
      return minutesOf(inRoles(sessions, condition.roles))
    case 'months-with-sessions':
      return new Set(inRoles(sessions, condition.roles).map((session) => session.localDate.slice(0, 7))).size
    case 'approved-minutes-in-season':
      return bestSeason(inRoles(sessions, condition.roles), condition.season, minutesOf)
    case 'sessions-in-season':
      return bestSeason(inRoles(sessions, condition.roles), condition.season, (some) => some.length)
  }
}

const minutesOf = (sessions: readonly CountedSession[]) =>
  sessions.reduce((sum, session) => sum + session.minutes, 0)

const inRoles = (sessions: readonly CountedSession[], roles: readonly string[] | undefined) =>
  roles === undefined ? sessions : sessions.filter((session) => roles.includes(session.roleCode))

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
