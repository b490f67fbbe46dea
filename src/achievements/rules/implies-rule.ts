import type { BadgeRule, RuleCondition, Season } from '../model'

/** Ways to meet a rule that are looked at; a rule with more is not told to be as strict. */
const MOST_WAYS = 256

/**
 * Whether whoever meets `narrow` surely meets `wide` too. It is proved from the conditions alone, so it is never
 * wrong when it says yes; for a rule that is stricter in a roundabout way it may say no.
 */
export const impliesRule = (narrow: BadgeRule, wide: BadgeRule): boolean => {
  const ways = waysToMeet(narrow)
  return ways?.every((conditions) => holds(wide, conditions)) ?? false
}

/** Every set of conditions that is enough; undefined where there are too many. */
const waysToMeet = (rule: BadgeRule): RuleCondition[][] | undefined => {
  if ('kind' in rule) return [[rule]]
  if ('any' in rule) {
    const ways = rule.any.map(waysToMeet)
    if (ways.some((way) => way === undefined)) return undefined
    const all = ways.flatMap((way) => way ?? [])
    return all.length > MOST_WAYS ? undefined : all
  }
  return rule.all.reduce<RuleCondition[][] | undefined>(
    (so, part) => {
      const more = waysToMeet(part)
      if (so === undefined || more === undefined || so.length * more.length > MOST_WAYS) return undefined
      return so.flatMap((way) => more.map((other) => [...way, ...other]))
    },
    [[]],
  )
}

/** Whether a rule holds for everybody of whom some conditions are known to hold. */
const holds = (rule: BadgeRule, known: readonly RuleCondition[]): boolean => {
  if ('all' in rule) return rule.all.every((part) => holds(part, known))
  if ('any' in rule) return rule.any.some((part) => holds(part, known))
  return known.some((condition) => impliesCondition(condition, rule))
}

const isWithin = (inner: readonly string[] | undefined, outer: readonly string[] | undefined): boolean =>
  outer === undefined || (inner?.every((code) => outer.includes(code)) ?? false)

/** Only for seasons inside one year; others must be the same. */
const isWithinSeason = (inner: Season, outer: Season): boolean =>
  inner.from === outer.from && inner.to === outer.to
    ? true
    : inner.from <= inner.to && outer.from <= outer.to && inner.from >= outer.from && inner.to <= outer.to

const rolesOf = (condition: RuleCondition): readonly string[] | undefined => {
  if (condition.kind === 'role') return condition.anyOf
  return 'roles' in condition && typeof condition.roles === 'object' ? condition.roles : undefined
}

/** Conditions that hold for nobody without a session in one of their roles. */
const needSessions = new Set<RuleCondition['kind']>([
  'approved-minutes',
  'months-with-sessions',
  'sessions',
  'role',
  'approved-minutes-in-season',
  'sessions-in-season',
  'flagged-sessions',
])

const impliesCondition = (a: RuleCondition, b: RuleCondition): boolean => {
  if (b.kind === 'role') return needSessions.has(a.kind) && isWithin(rolesOf(a), b.anyOf)
  if ('atLeast' in b && !('atLeast' in a && a.atLeast >= b.atLeast)) return false
  switch (b.kind) {
    case 'approved-minutes': {
      if (a.kind === 'approved-minutes')
        return isWithin(a.roles, b.roles) && (b.language === undefined || a.language === b.language)
      return a.kind === 'approved-minutes-in-season' && b.language === undefined && isWithin(a.roles, b.roles)
    }
    case 'months-with-sessions':
      return a.kind === b.kind && isWithin(a.roles, b.roles)
    case 'sessions':
      return (
        (a.kind === 'sessions' || a.kind === 'sessions-in-season') &&
        isWithin(a.roles, b.roles) &&
        (b.exceptMicro === undefined || a.exceptMicro === true)
      )
    case 'approved-minutes-in-season':
      return a.kind === b.kind && isWithin(a.roles, b.roles) && isWithinSeason(a.season, b.season)
    case 'sessions-in-season':
      return (
        a.kind === b.kind &&
        isWithin(a.roles, b.roles) &&
        isWithinSeason(a.season, b.season) &&
        (b.exceptMicro === undefined || a.exceptMicro === true)
      )
    case 'flagged-sessions':
      return a.kind === b.kind && a.flag === b.flag && isWithin(a.roles, b.roles)
    default:
      return impliesRecord(a, b)
  }
}

type RecordCondition = Extract<
  RuleCondition,
  { kind: 'induction' | 'training' | 'claims' | 'records' | 'error-rate' | 'age' | 'boundary' }
>

const impliesRecord = (a: RuleCondition, b: RecordCondition): boolean => {
  switch (b.kind) {
    case 'induction':
      return a.kind === 'induction'
    case 'training':
      return (
        a.kind === 'training' &&
        a.module === b.module &&
        (a.minScore ?? 0) >= (b.minScore ?? 0) &&
        (a.withinMonths ?? Number.POSITIVE_INFINITY) <= (b.withinMonths ?? Number.POSITIVE_INFINITY)
      )
    case 'claims':
      return a.kind === 'claims' && a.roles >= b.roles
    case 'records':
      return a.kind === 'records' && a.record === b.record && (a.areas ?? 1) >= (b.areas ?? 1)
    case 'error-rate':
      return a.kind === 'error-rate' && a.record === b.record && a.mostPerHundred <= b.mostPerHundred
    case 'age':
      return a.kind === 'age' && a.from >= b.from && a.to <= b.to
    case 'boundary':
      return a.kind === 'boundary' && a.role === b.role
  }
}
