import type { Scope } from '../database/scope'

/** Everyone who volunteers now, in the order of their folded names. */
export const selectActivePeople = async (scope: Scope): Promise<{ id: string; preferredName: string }[]> => {
  const rows = await scope.trx
    .selectFrom('person')
    .select(['id', 'preferred_name'])
    .where('organisation_id', '=', scope.organisationId)
    .where('status', '=', 'active')
    .orderBy('search_name')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, preferredName: row.preferred_name }))
}
