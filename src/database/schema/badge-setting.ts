import type { Generated, JSONColumnType } from 'kysely'
import type { BadgeRule } from '../../achievements/model'

/** What a service has chosen for a badge of the catalogue; without a row, nothing was chosen. */
export type BadgeSettingTable = {
  organisation_id: string
  definition_code: string
  /** Awards of it that are issued from now on can be suspended and reinstated. */
  pausable: boolean
  /** The service does not give this badge. */
  hidden: Generated<boolean>
  /** What the service asks in place of the national rule, never less; null where it asks the same. */
  rule: JSONColumnType<BadgeRule> | null
  /** How often the rule was changed: part of the version of what is published. */
  rule_number: Generated<number>
}
