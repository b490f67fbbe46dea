import type { BadgeRule } from '../model'
import type { CountedSession } from './facts'

/** What the sessions behind a badge come to. */
export type BadgeSum = {
  readonly minutes: number
  /** First and last day, YYYY-MM-DD; undefined without a session. */
  readonly firstDate: string | undefined
  readonly lastDate: string | undefined
  /** Codes of the roles, that with most minutes first. */
  readonly roleCodes: readonly string[]
}

/** The roles that a rule counts sessions of; undefined where it counts some in any role, or none at all. */
export const rolesOfRule = (rule: BadgeRule): readonly string[] | undefined => {
  const roles = new Set<string>()
  return collect(rule, roles) && roles.size > 0 ? [...roles] : undefined
}

/** Adds the roles that a rule names; false where a part of it counts sessions in any role. */
const collect = (rule: BadgeRule, roles: Set<string>): boolean => {
  if ('all' in rule) return rule.all.map((part) => collect(part, roles)).every(Boolean)
  if ('any' in rule) return rule.any.map((part) => collect(part, roles)).every(Boolean)
  if (rule.kind === 'role') {
    for (const code of rule.anyOf) roles.add(code)
    return true
  }
  const counts = [
    'approved-minutes',
    'months-with-sessions',
    'sessions',
    'approved-minutes-in-season',
    'sessions-in-season',
    'flagged-sessions',
  ].includes(rule.kind)
  if (!counts) return true
  const named = 'roles' in rule && typeof rule.roles === 'object' ? rule.roles : []
  for (const code of named) roles.add(code)
  return named.length > 0
}

/** The sessions, in the order of time, that a badge stands for: those of the roles that its rule names, or all. */
export const sumForBadge = (rule: BadgeRule, sessions: readonly CountedSession[]): BadgeSum => {
  const roles = rolesOfRule(rule)
  const counted = roles === undefined ? sessions : sessions.filter(({ roleCode }) => roles.includes(roleCode))
  const minutes = new Map<string, number>()
  for (const session of counted)
    minutes.set(session.roleCode, (minutes.get(session.roleCode) ?? 0) + session.minutes)
  return {
    minutes: counted.reduce((sum, session) => sum + session.minutes, 0),
    firstDate: counted.at(0)?.localDate,
    lastDate: counted.at(-1)?.localDate,
    roleCodes: [...minutes].sort(([, a], [, b]) => b - a).map(([code]) => code),
  }
}
