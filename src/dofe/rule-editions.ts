import rules2026 from './data/dofe-rules-2026-11.json'
import { type DofeRules, zDofeRules } from './model'

const editions = [zDofeRules.parse(rules2026)] as const

/** The rules that a programme made today goes by. */
export const currentRules: DofeRules = editions[0]

/** The rules that a programme was made under; those of today where its edition is no longer kept. */
export const rulesOf = (edition: string): DofeRules =>
  editions.find((one) => one.edition === edition) ?? currentRules
