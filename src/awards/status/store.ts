import type { Scope } from '../../database/scope'
import type { AwardStatus, StatusPurpose } from '../model'

export type AwardState = {
  readonly status: AwardStatus
  readonly purpose: StatusPurpose
  readonly listId: string
}

/** The state of an award, which no other change can touch until the transaction ends. */
export const lockAwardState = (scope: Scope, awardId: string): Promise<AwardState | undefined> =>
  scope.trx
    .selectFrom('award')
    .innerJoin('status_list', (join) =>
      join
        .onRef('status_list.organisation_id', '=', 'award.organisation_id')
        .onRef('status_list.id', '=', 'award.status_list_id'),
    )
    .select(['award.status', 'status_list.purpose', 'status_list.id as listId'])
    .where('award.organisation_id', '=', scope.organisationId)
    .where('award.id', '=', awardId)
    .forUpdate('award')
    .executeTakeFirst()

/** Writes what an award has become, and that its list has changed. */
export const updateAwardState = async (
  scope: Scope,
  award: { readonly id: string; readonly listId: string },
  change: { readonly status: AwardStatus; readonly at: Date; readonly by: string; readonly reason: string },
): Promise<void> => {
  await scope.trx
    .updateTable('award')
    .set({
      status: change.status,
      status_changed_at: change.at,
      status_changed_by: change.by,
      status_reason: change.reason,
    })
    .where('organisation_id', '=', scope.organisationId)
    .where('id', '=', award.id)
    .execute()
  await scope.trx
    .updateTable('status_list')
    .set((update) => ({ revision: update('revision', '+', 1) }))
    .where('organisation_id', '=', scope.organisationId)
    .where('id', '=', award.listId)
    .execute()
}
