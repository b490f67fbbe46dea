import type { BadgeRule } from '../model'

/** Whether a rule counts confirmed skills, so that the badge says which. */
export const asksForClaims = (rule: BadgeRule): boolean => {
  if ('all' in rule) return rule.all.some(asksForClaims)
  if ('any' in rule) return rule.any.some(asksForClaims)
  return rule.kind === 'claims'
}
