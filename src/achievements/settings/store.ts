import type { Scope } from '../../database/scope'

/** Whether a badge may be paused by the choice of the organisation; false where nothing was chosen. */
export const selectPausable = async (scope: Scope, code: string): Promise<boolean> => {
  const row = await scope.trx
    .selectFrom('badge_setting')
    .select('pausable')
    .where('organisation_id', '=', scope.organisationId)
    .where('definition_code', '=', code)
    .executeTakeFirst()
  return row?.pausable ?? false
}

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
