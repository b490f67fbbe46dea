import { insertRows } from '../database/insert-rows'
import type { Scope } from '../database/scope'
import { agreedColumns } from './store'

export type SignedRow = {
  readonly id: string
  readonly wordsId: string
  readonly awardId: string
  readonly embedded: boolean
  readonly signedAt: Date
  readonly document: string
}

/** Writes signed words; an award has each of them once. */
export const insertSigned = async (scope: Scope, signed: readonly SignedRow[]): Promise<void> => {
  if (signed.length === 0) return
  const columns = [
    'organisation_id',
    'id',
    'endorsement_id',
    'award_id',
    'embedded',
    'signed_at',
    'document',
  ] as const
  const rows = signed.map((one) => ({
    organisation_id: scope.organisationId,
    id: one.id,
    endorsement_id: one.wordsId,
    award_id: one.awardId,
    embedded: one.embedded,
    signed_at: one.signedAt,
    document: one.document,
  }))
  await insertRows(scope.trx, 'endorsement_credential', columns, rows)
    .onConflict((conflict) => conflict.columns(['organisation_id', 'endorsement_id', 'award_id']).doNothing())
    .execute()
}

/** What goes with an award, signed, the oldest first. */
export const selectOfAward = ({ trx, organisationId }: Scope, awardId: string) =>
  trx
    .selectFrom('endorsement_credential')
    .innerJoin('endorsement', (join) =>
      join
        .onRef('endorsement.organisation_id', '=', 'endorsement_credential.organisation_id')
        .onRef('endorsement.id', '=', 'endorsement_credential.endorsement_id'),
    )
    .select([
      ...agreedColumns,
      'endorsement_credential.id as signedId',
      'endorsement_credential.document',
      'endorsement_credential.embedded',
    ])
    .where('endorsement_credential.organisation_id', '=', organisationId)
    .where('endorsement_credential.award_id', '=', awardId)
    .where('endorsement.state', '=', 'agreed')
    .orderBy('endorsement.written_at')
    .orderBy('endorsement_credential.id')
    .execute()

/** The signed badges that words stand in. */
export const selectEmbedded = (
  { trx, organisationId }: Scope,
  wordsId: string,
): Promise<{ id: string; awardId: string; document: string }[]> =>
  trx
    .selectFrom('endorsement_credential')
    .innerJoin('credential', (join) =>
      join
        .onRef('credential.organisation_id', '=', 'endorsement_credential.organisation_id')
        .onRef('credential.award_id', '=', 'endorsement_credential.award_id'),
    )
    .select(['endorsement_credential.id', 'credential.award_id as awardId', 'credential.document'])
    .where('endorsement_credential.organisation_id', '=', organisationId)
    .where('endorsement_credential.endorsement_id', '=', wordsId)
    .where('endorsement_credential.embedded', '=', true)
    .orderBy('endorsement_credential.id')
    .execute()

/** Takes signed words away from every award. */
export const deleteSigned = async ({ trx, organisationId }: Scope, wordsId: string): Promise<void> => {
  await trx
    .deleteFrom('endorsement_credential')
    .where('organisation_id', '=', organisationId)
    .where('endorsement_id', '=', wordsId)
    .execute()
}

/** Puts a later edition of a signed badge in the place of the one before; false where that is no longer it. */
export const replaceDocument = async (
  { trx, organisationId }: Scope,
  awardId: string,
  { before, after }: { readonly before: string; readonly after: string },
): Promise<boolean> => {
  const replaced = await trx
    .updateTable('credential')
    .set({ document: after })
    .where('organisation_id', '=', organisationId)
    .where('award_id', '=', awardId)
    .where('document', '=', before)
    .returning('award_id')
    .executeTakeFirst()
  return replaced !== undefined
}
