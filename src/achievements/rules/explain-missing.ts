import { nameNationalRole } from '../../roles/rules/name-national-role'
import type { EditionLanguage } from '../model'
import { countNoun, describeCondition } from './describe-rule'
import type { ConditionOutcome } from './evaluate-rule'
import { flagNames, recordNouns, ruleText } from './rule-text'

/** Hours with at most two decimals and no more than are needed: 75 minutes is 1.25. */
const hours = (minutes: number) => String(Math.ceil((minutes / 60) * 100) / 100)

/** The words for what one condition still needs. */
export const explainOutcome = (
  { condition, have, need }: ConditionOutcome,
  language: EditionLanguage,
): string => {
  const short = need - have
  const w = ruleText[language]
  switch (condition.kind) {
    case 'no-dispute':
      return w.noDispute
    case 'standing':
      return w.standing
    case 'approved-minutes':
      return w.moreHours(hours(short)) + (condition.language === undefined ? '' : w.inWelsh)
    case 'approved-minutes-in-season':
      return w.moreHours(hours(short)) + w.inOneSeason
    case 'months-with-sessions':
      return w.moreMonths(short)
    case 'sessions':
      return w.moreSessions(short)
    case 'sessions-in-season':
      return w.moreSessions(short) + w.inOneSeason
    case 'flagged-sessions':
      return countNoun(flagNames[condition.flag], short, language)
    case 'claims':
      return w.moreClaims(short)
    case 'records':
      return (
        countNoun(recordNouns[condition.record], short, language) +
        (condition.areas === undefined ? '' : w.areas(condition.areas))
      )
    case 'role':
      return w.aSessionIn(condition.anyOf.map((code) => `“${nameNationalRole(code, language)}”`).join(w.or))
    default:
      return describeCondition(condition, language)
  }
}

/** One line that says what somebody still needs for a badge, in both languages; undefined when nothing is missing. */
export const explainMissing = (
  missing: readonly ConditionOutcome[],
): { en: string; cy: string } | undefined => {
  if (missing.length === 0) return undefined
  const join = (language: EditionLanguage) =>
    missing.map((outcome) => explainOutcome(outcome, language)).join(ruleText[language].and)
  return { en: join('en'), cy: join('cy') }
}
