import { sql } from 'kysely'
import type { PublicScope, Scope } from '../../database/scope'
import { permuteIndex } from '../../openbadges/status-list'
import type { AllocatedPlaces } from '../model'

export type NewStatusList = { readonly id: string; readonly size: number; readonly permutationKey: string }

/**
 * Takes `count` places of the organisation's newest status list; opens `spare` where there is none yet or too few
 * places are left. The counter's row is locked until the transaction ends, so no two callers get the same place,
 * and a place that a crash leaves unused is never given again.
 */
export const allocatePlaces = async (
  scope: Scope,
  count: number,
  spare: NewStatusList,
): Promise<AllocatedPlaces> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${scope.organisationId}, 0))`.execute(scope.trx)
  const newest = await scope.trx
    .selectFrom('status_list')
    .select(['id', 'size', 'permutation_key', 'allocated'])
    .where('organisation_id', '=', scope.organisationId)
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const list =
    newest !== undefined && newest.allocated + count <= newest.size ? newest : await openList(scope, spare)
  await scope.trx
    .updateTable('status_list')
    .set({ allocated: list.allocated + count })
    .where('organisation_id', '=', scope.organisationId)
    .where('id', '=', list.id)
    .execute()
  const key = Uint8Array.from(list.permutation_key.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
  const indexes = Array.from({ length: count }, (_, step) =>
    permuteIndex({ key, counter: list.allocated + step, size: list.size }),
  )
  return { listId: list.id, indexes }
}

const openList = async (scope: Scope, spare: NewStatusList) => {
  await scope.trx
    .insertInto('status_list')
    .values({
      organisation_id: scope.organisationId,
      id: spare.id,
      purpose: 'revocation',
      size: spare.size,
      permutation_key: spare.permutationKey,
      document: null,
      document_revision: null,
    })
    .execute()
  return { id: spare.id, size: spare.size, permutation_key: spare.permutationKey, allocated: 0 }
}

export type StatusListState = {
  readonly organisationId: string
  readonly size: number
  readonly revision: number
  readonly document: string | null
  readonly documentRevision: number | null
}

export const findStatusList = async (
  scope: PublicScope,
  listId: string,
): Promise<StatusListState | undefined> => {
  const row = await scope.trx
    .selectFrom('status_list')
    .select(['organisation_id', 'size', 'revision', 'document', 'document_revision'])
    .where('id', '=', listId)
    .executeTakeFirst()
  return (
    row && {
      organisationId: row.organisation_id,
      size: row.size,
      revision: row.revision,
      document: row.document,
      documentRevision: row.document_revision,
    }
  )
}

export const selectRevokedIndexes = async (scope: Scope, listId: string): Promise<number[]> => {
  const rows = await scope.trx
    .selectFrom('award')
    .select('status_index')
    .where('organisation_id', '=', scope.organisationId)
    .where('status_list_id', '=', listId)
    .where('status', '=', 'revoked')
    .execute()
  return rows.map((row) => row.status_index)
}

/** Keeps a signed list unless a newer one is there. */
export const updateStatusDocument = async (
  scope: Scope,
  listId: string,
  document: string,
  revision: number,
): Promise<void> => {
  await scope.trx
    .updateTable('status_list')
    .set({ document, document_revision: revision })
    .where('organisation_id', '=', scope.organisationId)
    .where('id', '=', listId)
    .where((where) =>
      where.or([where('document_revision', 'is', null), where('document_revision', '<', revision)]),
    )
    .execute()
}
