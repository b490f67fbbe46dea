import { nameNationalRole } from '../../roles/rules/name-national-role'
import type { ConditionOutcome } from './evaluate-rule'

/** Hours with at most two decimals and no more than are needed: 75 minutes is 1.25. */
const hours = (minutes: number) => String(Math.ceil((minutes / 60) * 100) / 100)

const moreHours = (minutes: number) => `${hours(minutes)} more ${hours(minutes) === '1' ? 'hour' : 'hours'}`

const plural = (count: number, words: { one: string; other: string }) =>
  `${count} ${count === 1 ? words.one : words.other}`

const quoted = (roleCode: string, language: 'en' | 'cy') => `“${nameNationalRole(roleCode, language)}”`

/** The words for what one condition still needs. Welsh keeps the noun singular after a number. */
const explain = ({ condition, have, need }: ConditionOutcome): { en: string; cy: string } => {
  const short = need - have
  switch (condition.kind) {
    case 'approved-minutes':
      return { en: moreHours(short), cy: `${hours(short)} awr arall` }
    case 'approved-minutes-in-season':
      return { en: `${moreHours(short)} in one season`, cy: `${hours(short)} awr arall mewn un tymor` }
    case 'months-with-sessions':
      return {
        en: `sessions in ${plural(short, { one: 'more month', other: 'more months' })}`,
        cy: `sesiynau mewn ${short} mis arall`,
      }
    case 'sessions-in-season':
      return {
        en: `${plural(short, { one: 'more session', other: 'more sessions' })} in one season`,
        cy: `${short} sesiwn arall mewn un tymor`,
      }
    case 'role':
      return {
        en: `a session in the role ${condition.anyOf.map((code) => quoted(code, 'en')).join(' or ')}`,
        cy: `sesiwn yn rôl ${condition.anyOf.map((code) => quoted(code, 'cy')).join(' neu ')}`,
      }
  }
}

/** One line that says what somebody still needs for a badge, in both languages; undefined when nothing is missing. */
export const explainMissing = (
  missing: readonly ConditionOutcome[],
): { en: string; cy: string } | undefined => {
  if (missing.length === 0) return undefined
  const parts = missing.map(explain)
  return { en: parts.map((part) => part.en).join(' and '), cy: parts.map((part) => part.cy).join('; ') }
}
