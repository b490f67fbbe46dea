import type { SessionFact } from '../../hours/model'
import type { BadgeDefinition } from '../model'
import { countSessions } from './count-sessions'
import { evaluateRule } from './evaluate-rule'
import { explainMissing } from './explain-missing'

/** What one person's approved sessions come to for one badge. */
export type BadgeStanding = {
  readonly eligible: boolean
  /** What is still needed, in one line; undefined when nothing is. */
  readonly missing: { readonly en: string; readonly cy: string } | undefined
  /** Of all conditions that are still missing, the sum of what share is: the nearest people have the least. */
  readonly distance: number
  readonly minutes: number
  /** First and last day, YYYY-MM-DD; undefined without a session. */
  readonly firstDate: string | undefined
  readonly lastDate: string | undefined
  /** The one role that all sessions were in; undefined where there were several. */
  readonly roleId: string | undefined
}

/** How somebody stands for a badge, by approved sessions alone: a coordinator decides. */
export const standForBadge = (
  definition: BadgeDefinition,
  facts: readonly SessionFact[],
  codeOf: (roleId: string) => string | undefined,
): BadgeStanding => {
  const counted = countSessions(facts, codeOf)
  const outcome = evaluateRule(definition.rule, counted)
  const roles = new Set(facts.map((fact) => fact.roleId))
  return {
    eligible: outcome.eligible,
    missing: explainMissing(outcome.missing),
    distance: outcome.distance,
    minutes: counted.reduce((sum, session) => sum + session.minutes, 0),
    firstDate: counted.at(0)?.localDate,
    lastDate: counted.at(-1)?.localDate,
    roleId: roles.size === 1 ? [...roles][0] : undefined,
  }
}
