import { sql } from 'kysely'
import type { Scope } from '../../database/scope'
import type { Evidence, ItemLink } from '../model'

const sameIds = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`

/** What backs some claims now, oldest first. */
export const listEvidence = async (
  { trx, organisationId }: Scope,
  claimIds: readonly string[],
): Promise<(Evidence & { readonly claimId: string })[]> =>
  trx
    .selectFrom('skill_evidence')
    .where('organisation_id', '=', organisationId)
    .where('claim_id', '=', sameIds(claimIds))
    .where('removed_at', 'is', null)
    .select([
      'claim_id as claimId',
      'id',
      'kind',
      'words',
      'url',
      'sha256',
      'media_type as mediaType',
      'bytes',
    ])
    .select(['file_name as fileName', 'added_at as addedAt'])
    .orderBy('added_at')
    .orderBy('id')
    .execute()

export const insertEvidence = async (
  { trx, organisationId }: Scope,
  claimId: string,
  { id, kind, words, url, sha256, mediaType, bytes, fileName, addedAt }: Evidence,
): Promise<void> => {
  await trx
    .insertInto('skill_evidence')
    .values({
      ...{ organisation_id: organisationId, id, claim_id: claimId, kind, words, url, sha256, bytes },
      ...{ media_type: mediaType, file_name: fileName, people_agreed: kind === 'photo', added_at: addedAt },
      ...{ removed_at: null, file_gone_at: null },
    })
    .execute()
}

/** Takes evidence away; whether there was such. */
export const removeEvidence = async (
  { trx, organisationId }: Scope,
  claimId: string,
  evidenceId: string,
  at: Date,
): Promise<boolean> => {
  const row = await trx
    .updateTable('skill_evidence')
    .set({ removed_at: at, words: '', file_name: null })
    .where('organisation_id', '=', organisationId)
    .where('claim_id', '=', claimId)
    .where('id', '=', evidenceId)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Whether evidence that was not taken away still needs the file. */
export const isFileNeeded = async ({ trx, organisationId }: Scope, sha256: string): Promise<boolean> => {
  const row = await trx
    .selectFrom('skill_evidence')
    .where('organisation_id', '=', organisationId)
    .where('sha256', '=', sha256)
    .where('removed_at', 'is', null)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

export const listAlignments = async (
  { trx, organisationId }: Scope,
  claimIds: readonly string[],
): Promise<(ItemLink & { readonly claimId: string })[]> =>
  trx
    .selectFrom('skill_alignment')
    .where('organisation_id', '=', organisationId)
    .where('claim_id', '=', sameIds(claimIds))
    .select([
      'claim_id as claimId',
      'framework',
      'framework_version as version',
      'item_code as code',
      'strength',
    ])
    .orderBy('framework')
    .orderBy('item_code')
    .execute()

/** Aligns a claim, or changes the strength of an alignment that is there. */
export const putAlignment = async (
  { trx, organisationId }: Scope,
  claimId: string,
  link: ItemLink,
  by: { readonly actor: string; readonly at: Date },
): Promise<void> => {
  await trx
    .insertInto('skill_alignment')
    .values({
      ...{ organisation_id: organisationId, claim_id: claimId, framework: link.framework },
      ...{ framework_version: link.version, item_code: link.code, strength: link.strength },
      ...{ added_by: by.actor, added_at: by.at },
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'claim_id', 'framework', 'framework_version', 'item_code'])
        .doUpdateSet({ strength: link.strength, added_by: by.actor, added_at: by.at }),
    )
    .execute()
}

/** Takes an alignment away; whether there was such. */
export const deleteAlignment = async (
  { trx, organisationId }: Scope,
  claimId: string,
  link: Omit<ItemLink, 'strength'>,
): Promise<boolean> => {
  const row = await trx
    .deleteFrom('skill_alignment')
    .where('organisation_id', '=', organisationId)
    .where('claim_id', '=', claimId)
    .where('framework', '=', link.framework)
    .where('framework_version', '=', link.version)
    .where('item_code', '=', link.code)
    .returning('item_code')
    .executeTakeFirst()
  return row !== undefined
}
