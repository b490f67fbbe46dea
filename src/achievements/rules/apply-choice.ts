import { type BadgeDefinition, type BadgeRule, isOwnCode } from '../model'
import { describeRule } from './describe-rule'

/** What a service asks for a badge in place of the national rule; its number counts the changes. */
export type LocalRule = { readonly rule: BadgeRule; readonly number: number }

const added = {
  en: (rule: string) => ` This library service asks for: ${rule}.`,
  cy: (rule: string) => ` Mae’r gwasanaeth llyfrgell hwn yn gofyn am: ${rule}.`,
}

/** A badge as a service gives it: with its own rule, the criteria say so and the version is one of its own. */
export const applyChoice = (definition: BadgeDefinition, local: LocalRule | undefined): BadgeDefinition => {
  if (local === undefined) return definition
  const { rule, number } = local
  return {
    ...definition,
    rule,
    version: `${definition.version}-local.${number}`,
    criteria: {
      en: definition.criteria.en + added.en(describeRule(rule, 'en')),
      cy: definition.criteria.cy + added.cy(describeRule(rule, 'cy')),
    },
  }
}

/** Whose rule a badge goes by: the national one, a stricter one of the service, or that of the service's own badge. */
export const whoseRule = (badge: {
  readonly code: string
  readonly version: string
}): 'isOwn' | 'isLocal' | 'isNational' =>
  isOwnCode(badge.code) ? 'isOwn' : badge.version.includes('-local.') ? 'isLocal' : 'isNational'
