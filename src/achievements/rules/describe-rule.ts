import { nameNationalRole } from '../../roles/rules/name-national-role'
import type { BadgeRule, EditionLanguage, RuleCondition, Season } from '../model'

const words = {
  en: {
    hours: (hours: string) => `${hours} ${hours === '1' ? 'hour' : 'hours'}`,
    months: (months: number) =>
      months === 1 ? 'a session in one month' : `sessions in ${months} different months`,
    sessions: (sessions: number) => `${sessions} ${sessions === 1 ? 'session' : 'sessions'}`,
    within: (from: string, to: string) => ` from ${from} to ${to}`,
    role: (roles: string) => `the role ${roles}`,
    inRole: (roles: string) => ` in the role ${roles}`,
    or: ' or ',
  },
  cy: {
    hours: (hours: string) => `${hours} awr`,
    months: (months: number) =>
      months === 1 ? 'sesiwn mewn un mis' : `sesiynau mewn ${months} mis gwahanol`,
    sessions: (sessions: number) => `${sessions} sesiwn`,
    within: (from: string, to: string) => ` rhwng ${from} a ${to}`,
    role: (roles: string) => `rôl ${roles}`,
    inRole: (roles: string) => ` yn rôl ${roles}`,
    or: ' neu ',
  },
} as const

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
    return rule.any.map((part) => describe(part, language, roleSaid)).join(words[language].or)
  return describeCondition(rule, language, roleSaid)
}

const describeCondition = (condition: RuleCondition, language: EditionLanguage, roleSaid: string): string => {
  const w = words[language]
  const titlesOf = (codes: readonly string[]) =>
    codes.map((code) => `“${nameNationalRole(code, language)}”`).join(w.or)
  if (condition.kind === 'role') return w.role(titlesOf(condition.anyOf))
  const { roles } = condition
  const inRole = roles === undefined || roles.join() === roleSaid ? '' : w.inRole(titlesOf(roles))
  switch (condition.kind) {
    case 'approved-minutes':
      return w.hours(hoursOf(condition.atLeast)) + inRole
    case 'months-with-sessions':
      return w.months(condition.atLeast) + inRole
    case 'approved-minutes-in-season':
      return w.hours(hoursOf(condition.atLeast)) + inRole + describeSeason(condition.season, language)
    case 'sessions-in-season':
      return w.sessions(condition.atLeast) + inRole + describeSeason(condition.season, language)
  }
}

const hoursOf = (minutes: number) => String(Math.round((minutes / 60) * 100) / 100)

const describeSeason = ({ from, to }: Season, language: EditionLanguage) => {
  const month = new Intl.DateTimeFormat(language === 'cy' ? 'cy' : 'en-GB', {
    month: 'long',
    timeZone: 'UTC',
  })
  const day = (monthDay: string) =>
    `${Number(monthDay.slice(3))} ${month.format(new Date(`2024-${monthDay}T00:00:00Z`))}`
  return words[language].within(day(from), day(to))
}
