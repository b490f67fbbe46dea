import { sql } from 'kysely'
import type { Scope } from '../../database/scope'
import type { BadgeRule } from '../model'

/** What an organisation chose for a badge. */
export type BadgeChoice = {
  readonly code: string
  readonly pausable: boolean
  readonly hidden: boolean
  readonly rule: BadgeRule | null
  readonly ruleNumber: number
}

/** The choices of an organisation, for one badge or for all; badges without a choice are not in it. */
export const selectChoices = (scope: Scope, code?: string): Promise<BadgeChoice[]> =>
  scope.trx
    .selectFrom('badge_setting')
    .select([
      'definition_code as code',
      'pausable',
      'hidden',
      // Only what zBadgeRule let through is written.
      sql<BadgeRule | null>`rule`.as('rule'),
      'rule_number as ruleNumber',
    ])
    .where('organisation_id', '=', scope.organisationId)
    .$if(code !== undefined, (choices) => choices.where('definition_code', '=', code ?? ''))
    .execute()

/** Keeps the choice. False where it was so already. */
export const upsertPausable = async (scope: Scope, code: string, pausable: boolean): Promise<boolean> => {
  const changed = await scope.trx
    .insertInto('badge_setting')
    .values({ organisation_id: scope.organisationId, definition_code: code, pausable })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'definition_code'])
        .doUpdateSet({ pausable })
        .where('badge_setting.pausable', '<>', pausable),
    )
    .returning('pausable')
    .executeTakeFirst()
  return changed !== undefined
}

/** Keeps whether a badge is hidden and what it asks for; another rule gets the next number. False where it was so already. */
export const upsertRule = async (
  scope: Scope,
  code: string,
  { hidden, rule }: { readonly hidden: boolean; readonly rule: BadgeRule | null },
): Promise<boolean> => {
  const json = rule === null ? null : JSON.stringify(rule)
  const changed = await sql<{ code: string }>`
    insert into badge_setting (organisation_id, definition_code, pausable, hidden, rule, rule_number)
    values (${scope.organisationId}, ${code}, false, ${hidden}, ${json}::jsonb, 1)
    on conflict (organisation_id, definition_code) do update set hidden = excluded.hidden, rule = excluded.rule,
      rule_number = badge_setting.rule_number
        + case when excluded.rule is distinct from badge_setting.rule then 1 else 0 end
      where badge_setting.hidden <> excluded.hidden or badge_setting.rule is distinct from excluded.rule
    returning definition_code as code`.execute(scope.trx)
  return changed.rows.length > 0
}
