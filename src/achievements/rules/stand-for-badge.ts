import type { BadgeDefinition } from '../model'
import { type ConditionOutcome, evaluateBadge } from './evaluate-rule'
import { explainMissing } from './explain-missing'
import type { Facts } from './facts'

/** What is recorded of one person comes to for one badge. */
export type BadgeStanding = {
  readonly eligible: boolean
  /** Every condition with its value. */
  readonly conditions: readonly ConditionOutcome[]
  /** What is still needed, in one line; undefined when nothing is. */
  readonly missing: { readonly en: string; readonly cy: string } | undefined
  /** Of all conditions that are still missing, the sum of what share is: the nearest people have the least. */
  readonly distance: number
}

/** How somebody stands for a badge by what is approved and recorded: a coordinator decides. */
export const standForBadge = (definition: BadgeDefinition, facts: Facts): BadgeStanding => {
  const { eligible, conditions, missing, distance } = evaluateBadge(
    definition.rule,
    factsForBadge(definition, facts),
  )
  return {
    eligible,
    conditions,
    // Put into words only where somebody reads them.
    get missing() {
      return explainMissing(missing)
    },
    distance,
  }
}

/** Without what was written for another badge. */
const factsForBadge = ({ id }: BadgeDefinition, facts: Facts): Facts => {
  const counts = ({ badgeCode }: Facts['records'][number]) => badgeCode === null || badgeCode === id
  return facts.records.every(counts) ? facts : { ...facts, records: facts.records.filter(counts) }
}
