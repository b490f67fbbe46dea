import type { BadgeRule, RuleCondition } from '../model'

/** The conditions of a rule that ask for a number, in the order of the rule. */
export const numbersOf = (rule: BadgeRule): (RuleCondition & { readonly atLeast: number })[] => {
  if ('all' in rule) return rule.all.flatMap(numbersOf)
  if ('any' in rule) return rule.any.flatMap(numbersOf)
  return 'atLeast' in rule ? [rule] : []
}

/** A rule with other numbers, in the order of `numbersOf`; a number that is left out stays as it is. */
export const raiseRule = (rule: BadgeRule, numbers: readonly (number | undefined)[]): BadgeRule => {
  let at = 0
  const raise = (part: BadgeRule): BadgeRule => {
    if ('all' in part) return { all: part.all.map(raise) }
    if ('any' in part) return { any: part.any.map(raise) }
    if (!('atLeast' in part)) return part
    const number = numbers[at]
    at += 1
    return number === undefined ? part : { ...part, atLeast: number }
  }
  return raise(rule)
}
