import type { Scope } from '../../database/scope'

/** Where the records stand in status lists that were signed for a person's programmes. */
export const listPlaces = async (
  { trx, organisationId }: Scope,
  personId: string,
): Promise<{ listId: string; index: number }[]> => {
  const rows = await trx
    .selectFrom('dofe_report')
    .innerJoin('dofe_programme', (join) =>
      join
        .onRef('dofe_programme.organisation_id', '=', 'dofe_report.organisation_id')
        .onRef('dofe_programme.id', '=', 'dofe_report.programme_id'),
    )
    .select(['dofe_report.status_list_id', 'dofe_report.status_index'])
    .where('dofe_report.organisation_id', '=', organisationId)
    .where('dofe_programme.person_id', '=', personId)
    .execute()
  return rows.flatMap(({ status_list_id: listId, status_index: index }) =>
    listId === null || index === null ? [] : [{ listId, index }],
  )
}
