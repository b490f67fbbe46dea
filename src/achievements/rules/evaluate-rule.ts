import type { BadgeRule, RuleCondition } from '../model'
import type { Facts } from './facts'
import { measureCondition } from './measure-condition'

/** What every badge asks besides its own rule. */
export type GeneralCondition = { readonly kind: 'no-dispute' } | { readonly kind: 'standing' }

export type ConditionOutcome = {
  readonly condition: RuleCondition | GeneralCondition
  readonly met: boolean
  /** What is there and what is needed, in the condition's own unit: minutes, months, sessions or records. */
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
 * Whether what is recorded of somebody earns a badge, with every condition, its value and what is missing.
 * The order of the facts does not matter.
 */
export const evaluateRule = (rule: BadgeRule, facts: Facts): RuleOutcome => {
  if ('all' in rule) return combineAll(rule.all.map((part) => evaluateRule(part, facts)))
  if ('any' in rule) {
    const parts = rule.any.map((part) => evaluateRule(part, facts))
    const eligible = parts.some((part) => part.eligible)
    const [nearest] = [...parts].sort((a, b) => a.distance - b.distance)
    return outcomeOf(
      eligible,
      parts.flatMap((part) => part.conditions),
      eligible ? [] : (nearest?.missing ?? []),
    )
  }
  const { have, need } = measureCondition(rule, facts)
  return single({ condition: rule, met: have >= need, have, need })
}

/** The same with what every badge asks: no hours in question, and placements in good standing. */
export const evaluateBadge = (rule: BadgeRule, facts: Facts): RuleOutcome =>
  combineAll([evaluateRule(rule, facts), ...generalOutcomes(facts).map(single)])

/** Only those that are not met are told: they go without saying. */
const generalOutcomes = ({ openDisputes, standing }: Facts): ConditionOutcome[] => [
  ...(openDisputes > 0 ? [{ condition: { kind: 'no-dispute' as const }, met: false, have: 0, need: 1 }] : []),
  ...(standing === 'good' || standing === 'not-kept'
    ? []
    : [{ condition: { kind: 'standing' as const }, met: false, have: 0, need: 1 }]),
]

const single = (outcome: ConditionOutcome): RuleOutcome =>
  outcomeOf(outcome.met, [outcome], outcome.met ? [] : [outcome])

const combineAll = (parts: readonly RuleOutcome[]): RuleOutcome =>
  outcomeOf(
    parts.every((part) => part.eligible),
    parts.flatMap((part) => part.conditions),
    parts.flatMap((part) => part.missing),
  )

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
