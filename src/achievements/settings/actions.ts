import { recordAudit } from '../../audit/actions'
import { withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { ProblemError } from '../../problems'
import { getDefinition, getNationalBadge, isRetired, listDefinitions } from '../definitions'
import { type BadgeDefinition, type BadgeRule, zBadgeRule } from '../model'
import { applyChoice } from '../rules/apply-choice'
import { impliesRule } from '../rules/implies-rule'
import { type BadgeChoice, selectChoices, upsertPausable, upsertRule } from './store'

/** A badge as an organisation gives it, or does not: hidden where it chose so, and where it gives its own no more. */
export type ChosenBadge = { readonly definition: BadgeDefinition; readonly hidden: boolean }

const chosen = (
  definition: BadgeDefinition,
  choice: BadgeChoice | undefined,
  retired: boolean,
): ChosenBadge => {
  const rule = choice?.rule ?? null
  const local = rule === null ? undefined : { rule, number: choice?.ruleNumber ?? 1 }
  return { definition: applyChoice(definition, local), hidden: retired || (choice?.hidden ?? false) }
}

/**
 * A badge with the rule that holds in an organisation: of a national badge its own or the national one, of its own badge
 * that of the newest version. Throws `not-found`.
 */
export const getBadge = async (deps: Deps, organisationId: string, code: string): Promise<ChosenBadge> => {
  const definition = await getDefinition(deps, organisationId, code)
  const retired = await isRetired(deps, organisationId, code)
  const [choice] = await withOrganisation(deps.db, organisationId, (scope) => selectChoices(scope, code))
  return chosen(definition, choice, retired)
}

/** Every badge that a library service may give, those that it hides marked: the catalogue in its order, then its own. */
export const listBadges = async (deps: Deps, organisationId: string): Promise<ChosenBadge[]> => {
  const choices = await withOrganisation(deps.db, organisationId, (scope) => selectChoices(scope))
  const definitions = await listDefinitions(deps, organisationId)
  return definitions.map(({ definition, retired }) =>
    chosen(
      definition,
      choices.find(({ code }) => code === definition.id),
      retired,
    ),
  )
}

/** Whether awards of a badge that the organisation issues from now on can be suspended. */
export const isPausable = async (deps: Deps, organisationId: string, code: string): Promise<boolean> => {
  const [choice] = await withOrganisation(deps.db, organisationId, (scope) => selectChoices(scope, code))
  return choice?.pausable ?? false
}

/**
 * Chooses whether awards of a badge can be suspended. It counts for those issued from then on: what an award can
 * become is in its signed credential. Throws `not-found` for an unknown badge.
 */
export const setPausable = async (
  deps: Deps,
  organisationId: string,
  code: string,
  choice: { readonly pausable: boolean; readonly actor: string },
): Promise<void> => {
  const { id } = await getDefinition(deps, organisationId, code)
  await withOrganisation(deps.db, organisationId, async (scope) => {
    const changed = await upsertPausable(scope, id, choice.pausable)
    if (!changed) return
    await recordAudit(scope, {
      id: deps.random.uuid(),
      actor: choice.actor,
      action: 'badge.pausable-set',
      subjectType: 'badge',
      subjectId: id,
      detail: { pausable: String(choice.pausable) },
    })
  })
}

/**
 * Chooses whether a service gives a badge and what it asks for. A rule of its own is taken only where it surely asks
 * for all that the national one does; `null` is the national rule. What was published stays as it is: another rule is
 * another version. Throws `not-found` for an unknown badge and `invalid-input` for a rule that asks for less.
 */
export const chooseRule = async (
  deps: Deps,
  organisationId: string,
  code: string,
  choice: { readonly hidden: boolean; readonly rule: BadgeRule | null; readonly actor: string },
): Promise<void> => {
  const national = getNationalBadge(code)
  const { hidden, actor } = choice
  const rule = choice.rule === null ? null : zBadgeRule.parse(choice.rule)
  if (rule !== null && !impliesRule(rule, national.rule)) {
    throw new ProblemError('invalid-input', {
      detail: 'A service may ask for more than the national rule, never for less.',
    })
  }
  await withOrganisation(deps.db, organisationId, async (scope) => {
    const changed = await upsertRule(scope, national.id, { hidden, rule })
    if (!changed) return
    await recordAudit(scope, {
      id: deps.random.uuid(),
      actor,
      action: 'badge.rule-chosen',
      subjectType: 'badge',
      subjectId: national.id,
      detail: { hidden: String(hidden), rule: rule === null ? 'national' : JSON.stringify(rule) },
    })
  })
}
