import { nameNationalRole } from '../../roles/rules/name-national-role'
import type { BadgeRule, EditionLanguage, RuleCondition, Season } from '../model'
import { flagNames, recordNouns, ruleText, trainingNames } from './rule-text'

/**
 * What a badge takes, in one line: “20 hours; sessions in 3 different months”. Conditions that must all hold are
 * parted by semicolons; a role that the rule names once is not repeated in its other parts.
 */
export const describeRule = (rule: BadgeRule, language: EditionLanguage): string =>
  describe(rule, language, '')

const describe = (rule: BadgeRule, language: EditionLanguage, roleSaid: string): string => {
  if ('all' in rule) {
    const named = rule.all.flatMap((part) => ('kind' in part && part.kind === 'role' ? part.anyOf : []))
    return rule.all.map((part) => describe(part, language, named.join())).join('; ')
  }
  if ('any' in rule)
    return rule.any.map((part) => describe(part, language, roleSaid)).join(ruleText[language].or)
  return describeCondition(rule, language, roleSaid)
}

/** One condition in words; `roleSaid` are the codes of roles that were named before, joined by commas. */
export const describeCondition = (
  condition: RuleCondition,
  language: EditionLanguage,
  roleSaid = '',
): string => {
  const w = ruleText[language]
  const titlesOf = (codes: readonly string[]) =>
    codes.map((code) => `“${nameNationalRole(code, language)}”`).join(w.or)
  const inRole = (roles: readonly string[] | undefined) =>
    roles === undefined || roles.join() === roleSaid ? '' : w.inRole(titlesOf(roles))
  switch (condition.kind) {
    case 'role':
      return w.role(titlesOf(condition.anyOf))
    case 'approved-minutes':
      return (
        w.hours(hoursOf(condition.atLeast)) +
        (condition.language === undefined ? '' : w.inWelsh) +
        inRole(condition.roles)
      )
    case 'months-with-sessions':
      return w.months(condition.atLeast) + inRole(condition.roles)
    case 'sessions':
      return w.sessions(condition.atLeast) + inRole(condition.roles)
    case 'approved-minutes-in-season':
      return (
        w.hours(hoursOf(condition.atLeast)) +
        inRole(condition.roles) +
        describeSeason(condition.season, language)
      )
    case 'sessions-in-season':
      return (
        w.sessions(condition.atLeast) + inRole(condition.roles) + describeSeason(condition.season, language)
      )
    case 'flagged-sessions':
      return countNoun(flagNames[condition.flag], condition.atLeast, language) + inRole(condition.roles)
    default:
      return describeRecord(condition, language)
  }
}

type RecordCondition = Extract<
  RuleCondition,
  { kind: 'induction' | 'training' | 'claims' | 'records' | 'error-rate' | 'age' | 'boundary' }
>

const describeRecord = (condition: RecordCondition, language: EditionLanguage): string => {
  const w = ruleText[language]
  switch (condition.kind) {
    case 'induction':
      return w.induction
    case 'training':
      return (
        trainingNames[condition.module][language] +
        (condition.minScore === undefined ? '' : w.score(condition.minScore)) +
        (condition.withinMonths === undefined ? '' : w.withinMonths(condition.withinMonths))
      )
    case 'claims':
      return w.claims(condition.atLeast, condition.roles)
    case 'records':
      return (
        countNoun(recordNouns[condition.record], condition.atLeast, language) +
        (condition.areas === undefined ? '' : w.areas(condition.areas))
      )
    case 'error-rate':
      return (
        countNoun(recordNouns[condition.record], condition.atLeast, language) +
        w.errorRate(condition.mostPerHundred)
      )
    case 'age':
      return w.age(condition.from, condition.to)
    case 'boundary':
      return w.boundary(`“${nameNationalRole(condition.role, language)}”`)
  }
}

/** A number with its noun. */
export const countNoun = (
  noun: { readonly en: { readonly one: string; readonly other: string }; readonly cy: string },
  count: number,
  language: EditionLanguage,
): string => `${count} ${language === 'cy' ? noun.cy : count === 1 ? noun.en.one : noun.en.other}`

const hoursOf = (minutes: number) => String(Math.round((minutes / 60) * 100) / 100)

const describeSeason = ({ from, to }: Season, language: EditionLanguage) => {
  const month = new Intl.DateTimeFormat(language === 'cy' ? 'cy' : 'en-GB', {
    month: 'long',
    timeZone: 'UTC',
  })
  const day = (monthDay: string) =>
    `${Number(monthDay.slice(3))} ${month.format(new Date(`2024-${monthDay}T00:00:00Z`))}`
  return ruleText[language].within(day(from), day(to))
}
