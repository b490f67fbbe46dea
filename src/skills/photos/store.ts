import type { Scope, SystemScope } from '../../database/scope'

/** The photos behind a person's claims that were not taken away, each with its claim, held until the transaction ends. */
export const lockPhotosOf = ({ trx, organisationId }: Scope, personId: string) =>
  trx
    .selectFrom('skill_claim as claim')
    .innerJoin('skill_evidence as evidence', (join) =>
      join
        .onRef('evidence.organisation_id', '=', 'claim.organisation_id')
        .onRef('evidence.claim_id', '=', 'claim.id'),
    )
    .where('claim.organisation_id', '=', organisationId)
    .where('claim.person_id', '=', personId)
    .where('evidence.kind', '=', 'photo')
    .where('evidence.removed_at', 'is', null)
    .select(['claim.id as claimId', 'claim.state', 'claim.status', 'claim.sequence', 'evidence.id'])
    .orderBy('claim.id')
    .orderBy('evidence.id')
    .forUpdate()
    .execute()

export type FileToGo = { readonly organisationId: string; readonly id: string; readonly sha256: string }

/** Evidence of any service that was taken away and whose file was not deleted yet. */
export const listFilesToGo = async ({ trx }: SystemScope, limit: number): Promise<FileToGo[]> => {
  const rows = await trx
    .selectFrom('skill_evidence')
    .select(['organisation_id as organisationId', 'id', 'sha256'])
    .where('removed_at', 'is not', null)
    .where('sha256', 'is not', null)
    .where('file_gone_at', 'is', null)
    .orderBy('organisation_id')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ sha256, ...row }) => ({ ...row, sha256: sha256 ?? '' }))
}

export const markFileGone = async (
  { trx, organisationId }: Scope,
  { id }: Pick<FileToGo, 'id'>,
  at: Date,
): Promise<void> => {
  await trx
    .updateTable('skill_evidence')
    .set({ file_gone_at: at })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}
