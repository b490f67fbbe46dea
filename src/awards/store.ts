import { type Selectable, sql } from 'kysely'
import type { AwardTable } from '../database/schema/award'
import type { PublicScope, Scope } from '../database/scope'
import { permuteIndex } from '../openbadges/status-list'
import type { AllocatedPlaces, Award, SignedAward } from './model'

const columns = [
  'id',
  'organisation_id',
  'achievement_id',
  'definition_code',
  'person_id',
  'issued_at',
  'decided_by',
  'minutes',
  'first_date',
  'last_date',
  'role_title',
  'status',
  'status_reason',
  'status_changed_at',
  'public_page',
  'show_name',
  'share_key',
  'certificate_key',
] as const

const toAward = (row: Pick<Selectable<AwardTable>, (typeof columns)[number]>): Award => ({
  id: row.id,
  organisationId: row.organisation_id,
  achievementId: row.achievement_id,
  definitionCode: row.definition_code,
  personId: row.person_id,
  issuedAt: row.issued_at,
  decidedBy: row.decided_by,
  minutes: row.minutes,
  firstDate: row.first_date,
  lastDate: row.last_date,
  roleTitle: row.role_title,
  status: row.status,
  statusReason: row.status_reason,
  statusChangedAt: row.status_changed_at,
  publicPage: row.public_page,
  showName: row.show_name,
  shareKey: row.share_key,
  certificateKey: row.certificate_key,
})

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

export type AwardDecision = {
  readonly achievementId: string
  readonly definitionCode: string
  readonly batchId: string | null
  readonly decidedBy: string
}

/** Writes awards and their credentials. A person who holds the badge already is passed over; gives the ids written. */
export const insertAwards = async (
  scope: Scope,
  decision: AwardDecision,
  awards: readonly SignedAward[],
): Promise<Set<string>> => {
  const written = await scope.trx
    .insertInto('award')
    .values(
      awards.map((award) => ({
        organisation_id: scope.organisationId,
        id: award.id,
        achievement_id: decision.achievementId,
        definition_code: decision.definitionCode,
        person_id: award.personId,
        batch_id: decision.batchId,
        subject_id: award.subjectId,
        issued_at: award.issuedAt,
        decided_by: decision.decidedBy,
        minutes: award.minutes,
        first_date: award.firstDate,
        last_date: award.lastDate,
        role_title: award.roleTitle,
        status_changed_at: null,
        status_changed_by: null,
        status_reason: null,
        status_list_id: award.statusListId,
        status_index: award.statusIndex,
        certificate_key: award.certificateKey,
        share_key: null,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'definition_code', 'person_id'])
        .where('status', '<>', 'revoked')
        .doNothing(),
    )
    .returning('id')
    .execute()
  const ids = new Set(written.map((row) => row.id))
  const credentials = awards.filter((award) => ids.has(award.id))
  if (credentials.length > 0) {
    await scope.trx
      .insertInto('credential')
      .values(
        credentials.map((award) => ({
          organisation_id: scope.organisationId,
          award_id: award.id,
          document: award.document,
        })),
      )
      .execute()
  }
  return ids
}

export const findAward = async (scope: Scope, awardId: string): Promise<Award | undefined> => {
  const row = await scope.trx
    .selectFrom('award')
    .select(columns)
    .where('organisation_id', '=', scope.organisationId)
    .where('id', '=', awardId)
    .executeTakeFirst()
  return row && toAward(row)
}

export const selectAwardsOf = async (scope: Scope, personId: string): Promise<Award[]> => {
  const rows = await scope.trx
    .selectFrom('award')
    .select(columns)
    .where('organisation_id', '=', scope.organisationId)
    .where('person_id', '=', personId)
    .orderBy('issued_at', 'desc')
    .execute()
  return rows.map(toAward)
}

/** People who hold a badge now, out of those named. */
export const selectHolders = async (scope: Scope, definitionCode: string): Promise<Set<string>> => {
  const rows = await scope.trx
    .selectFrom('award')
    .select('person_id')
    .where('organisation_id', '=', scope.organisationId)
    .where('definition_code', '=', definitionCode)
    .where('status', '<>', 'revoked')
    .execute()
  return new Set(rows.map((row) => row.person_id))
}

export const selectCredential = async (scope: Scope, awardId: string): Promise<string | undefined> => {
  const row = await scope.trx
    .selectFrom('credential')
    .select('document')
    .where('organisation_id', '=', scope.organisationId)
    .where('award_id', '=', awardId)
    .executeTakeFirst()
  return row?.document
}

/** The signed credentials of a badge that are valid now, oldest first. */
export const selectCredentials = async (scope: Scope, definitionCode: string): Promise<string[]> => {
  const rows = await scope.trx
    .selectFrom('credential')
    .innerJoin('award', (join) =>
      join
        .onRef('award.organisation_id', '=', 'credential.organisation_id')
        .onRef('award.id', '=', 'credential.award_id'),
    )
    .select('credential.document')
    .where('credential.organisation_id', '=', scope.organisationId)
    .where('award.definition_code', '=', definitionCode)
    .where('award.status', '=', 'valid')
    .orderBy('award.issued_at')
    .orderBy('award.id')
    .execute()
  return rows.map((row) => row.document)
}

/** Marks a valid award as revoked and its list as changed. False when it was not there or revoked before. */
export const updateAsRevoked = async (
  scope: Scope,
  awardId: string,
  change: { readonly at: Date; readonly by: string; readonly reason: string },
): Promise<boolean> => {
  const revoked = await scope.trx
    .updateTable('award')
    .set({
      status: 'revoked',
      status_changed_at: change.at,
      status_changed_by: change.by,
      status_reason: change.reason,
    })
    .where('organisation_id', '=', scope.organisationId)
    .where('id', '=', awardId)
    .where('status', '=', 'valid')
    .returning('status_list_id')
    .executeTakeFirst()
  if (revoked === undefined) return false
  await scope.trx
    .updateTable('status_list')
    .set((update) => ({ revision: update('revision', '+', 1) }))
    .where('organisation_id', '=', scope.organisationId)
    .where('id', '=', revoked.status_list_id)
    .execute()
  return true
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
