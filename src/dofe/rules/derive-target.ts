import type { DofeRules, ProgrammeDetails } from '../model'

type Choice = Pick<ProgrammeDetails, 'level' | 'section' | 'directEntrant' | 'extraMonths' | 'longerSection'>

/** Whether somebody has months to add to one of their sections. */
export const hasExtraMonths = (rules: DofeRules, { level, directEntrant }: Choice): boolean =>
  rules.levels[level].extraFor === 'everyone' || directEntrant

/** The months that a section takes: 3, 6, 12 or 18. Extra months that somebody does not have are not counted. */
export const deriveTarget = (rules: DofeRules, choice: Choice): number => {
  const { base, longer, extra } = rules.levels[choice.level].months[choice.section]
  const isLonger = choice.section === 'skills' && choice.longerSection
  const counts = choice.extraMonths && hasExtraMonths(rules, choice) && (isLonger || base === longer)
  return (isLonger ? longer : base) + (counts ? extra : 0)
}
