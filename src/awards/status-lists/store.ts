import { sql } from 'kysely'
import type { PublicScope, Scope } from '../../database/scope'
import { permuteIndex } from '../../openbadges/status-list'
import type { StatusPlace, StatusPurpose } from '../model'

export type NewStatusList = { readonly id: string; readonly size: number; readonly permutationKey: string }

type OpenList = { id: string; size: number; permutation_key: string; allocated: number }

/**
 * Takes `count` places in the organisation's lists of a purpose; the next list is opened, with what `openNext` gives,
 * in the transaction that takes the last place of one. The organisation's lists of that purpose are locked until the
 * transaction ends, so no two callers get the same place, and a place that a crash leaves unused is never given again.
 */
export const allocatePlaces = async (
  scope: Scope,
  wanted: { readonly purpose: StatusPurpose; readonly count: number },
  openNext: () => NewStatusList,
): Promise<StatusPlace[]> => {
  const { purpose, count } = wanted
  const lock = `status places ${scope.organisationId} ${purpose}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(scope.trx)
  let list = (await findOpenList(scope, purpose)) ?? (await openList(scope, purpose, openNext()))
  const places: StatusPlace[] = []
  while (places.length < count) {
    const taken = Math.min(count - places.length, list.size - list.allocated)
    await updateAllocated(scope, list.id, list.allocated + taken)
    places.push(...placesOf(list, taken))
    if (list.allocated + taken === list.size) list = await openList(scope, purpose, openNext())
  }
  return places
}

/** The next `count` places of a list. */
const placesOf = (list: OpenList, count: number): StatusPlace[] => {
  const key = Uint8Array.from(list.permutation_key.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
  return Array.from({ length: count }, (_, step) => ({
    listId: list.id,
    index: permuteIndex({ key, counter: list.allocated + step, size: list.size }),
  }))
}

const updateAllocated = async (scope: Scope, listId: string, allocated: number): Promise<void> => {
  await scope.trx
    .updateTable('status_list')
    .set({ allocated })
    .where('organisation_id', '=', scope.organisationId)
    .where('id', '=', listId)
    .execute()
}

/** The oldest list that has places left. */
const findOpenList = (scope: Scope, purpose: StatusPurpose): Promise<OpenList | undefined> =>
  scope.trx
    .selectFrom('status_list')
    .select(['id', 'size', 'permutation_key', 'allocated'])
    .where('organisation_id', '=', scope.organisationId)
    .where('purpose', '=', purpose)
    .whereRef('allocated', '<', 'size')
    .orderBy('opened_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()

const openList = async (scope: Scope, purpose: StatusPurpose, list: NewStatusList): Promise<OpenList> => {
  await scope.trx
    .insertInto('status_list')
    .values({
      organisation_id: scope.organisationId,
      id: list.id,
      purpose,
      size: list.size,
      permutation_key: list.permutationKey,
      document: null,
      document_revision: null,
      document_until: null,
      document_key: null,
    })
    .execute()
  return { id: list.id, size: list.size, permutation_key: list.permutationKey, allocated: 0 }
}

export type StatusListState = {
  readonly organisationId: string
  readonly purpose: StatusPurpose
  readonly size: number
  readonly revision: number
  readonly document: string | null
  readonly documentRevision: number | null
  readonly documentUntil: Date | null
  /** The key that signed the document was found to be compromised. */
  readonly keyCompromised: boolean
}

export const findStatusList = (scope: PublicScope, listId: string): Promise<StatusListState | undefined> =>
  scope.trx
    .selectFrom('status_list')
    .select([
      'organisation_id as organisationId',
      'purpose',
      'size',
      'revision',
      'document',
      'document_revision as documentRevision',
      'document_until as documentUntil',
      sql<boolean>`exists (select from signing_key
        where signing_key.organisation_id = status_list.organisation_id
          and signing_key.fragment = status_list.document_key
          and signing_key.compromised_at is not null)`.as('keyCompromised'),
    ])
    .where('id', '=', listId)
    .executeTakeFirst()

/** Sets the place of a credential that is no award, and writes that its list has changed. Doing it again changes nothing. */
export const insertSetPlace = async (
  { trx, organisationId }: Scope,
  place: StatusPlace,
  deed: { readonly reason: string; readonly at: Date },
): Promise<void> => {
  const row = await trx
    .insertInto('set_status_place')
    .values({
      organisation_id: organisationId,
      list_id: place.listId,
      list_index: place.index,
      reason: deed.reason,
      set_at: deed.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('list_index')
    .executeTakeFirst()
  if (row === undefined) return
  await trx
    .updateTable('status_list')
    .set((list) => ({ revision: list('revision', '+', 1) }))
    .where('organisation_id', '=', organisationId)
    .where('id', '=', place.listId)
    .execute()
}

/**
 * The places that are set: of awards that are suspended or revoked, also of those whose holder's record was erased, and
 * of other credentials that were taken back.
 */
export const selectSetIndexes = async (scope: Scope, listId: string): Promise<number[]> => {
  const rows = await scope.trx
    .selectFrom('award')
    .select('status_index')
    .where('organisation_id', '=', scope.organisationId)
    .where('status_list_id', '=', listId)
    .where('status', '<>', 'valid')
    .unionAll(
      scope.trx
        .selectFrom('set_status_place')
        .select('list_index as status_index')
        .where('organisation_id', '=', scope.organisationId)
        .where('list_id', '=', listId),
    )
    .unionAll(
      scope.trx
        .selectFrom('erased_award')
        .select('status_index')
        .where('organisation_id', '=', scope.organisationId)
        .where('status_list_id', '=', listId)
        .where('status', '<>', 'valid'),
    )
    .execute()
  return rows.map((row) => row.status_index)
}

/** Keeps a signed list unless one of a later revision, or one that holds longer, is there. */
export const updateStatusDocument = async (
  scope: Scope,
  listId: string,
  signed: { readonly text: string; readonly revision: number; readonly until: Date; readonly key: string },
): Promise<void> => {
  await scope.trx
    .updateTable('status_list')
    .set({
      document: signed.text,
      document_revision: signed.revision,
      document_until: signed.until,
      document_key: signed.key,
    })
    .where('organisation_id', '=', scope.organisationId)
    .where('id', '=', listId)
    .where(
      sql<boolean>`(coalesce(document_revision, -1), coalesce(document_until, '-infinity'))
        < (${signed.revision}::integer, ${signed.until}::timestamptz)`,
    )
    .execute()
}
