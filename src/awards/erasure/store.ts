import type { Scope } from '../../database/scope'

/** Writes what stays of a person's awards: enough to answer whether each holds. Gives how many. */
export const insertErased = async (scope: Scope, personId: string): Promise<number> => {
  const rows = await scope.trx
    .insertInto('erased_award')
    .columns([
      'organisation_id',
      'id',
      'achievement_id',
      'definition_code',
      'issued_at',
      'status',
      'status_list_id',
      'status_index',
      'certificate_key',
    ])
    .expression((from) =>
      from
        .selectFrom('award')
        .select([
          'organisation_id',
          'id',
          'achievement_id',
          'definition_code',
          'issued_at',
          'status',
          'status_list_id',
          'status_index',
          'certificate_key',
        ])
        .where('organisation_id', '=', scope.organisationId)
        .where('person_id', '=', personId),
    )
    .returning('id')
    .execute()
  return rows.length
}

/** The awards of a person that are not taken back. */
export const listHeld = async (scope: Scope, personId: string): Promise<string[]> => {
  const rows = await scope.trx
    .selectFrom('award')
    .select('id')
    .where('organisation_id', '=', scope.organisationId)
    .where('person_id', '=', personId)
    .where('status', '<>', 'revoked')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
