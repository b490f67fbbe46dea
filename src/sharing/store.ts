import type { PublicScope, Scope } from '../database/scope'
import type { PublicAddress, PublicAward, Sharing } from './model'

/**
 * The award behind a public address. The key of the certificate is on paper that the holder hands over, so it always
 * leads here; the share link and the credential's id only while the holder keeps the public page on.
 */
export const findPublic = async (
  scope: PublicScope,
  address: PublicAddress,
): Promise<(Omit<PublicAward, 'organisation'> & { organisationId: string }) | undefined> => {
  const row = await scope.trx
    .selectFrom('award')
    .innerJoin('credential', (join) =>
      join
        .onRef('credential.organisation_id', '=', 'award.organisation_id')
        .onRef('credential.award_id', '=', 'award.id'),
    )
    .leftJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'award.organisation_id')
        .onRef('person.id', '=', 'award.person_id')
        .on('award.show_name', '=', true),
    )
    .select([
      'award.id',
      'award.organisation_id',
      'award.achievement_id',
      'award.minutes',
      'award.first_date',
      'award.last_date',
      'award.status',
      'award.status_changed_at',
      'award.public_page',
      'credential.document',
      'person.preferred_name',
    ])
    .where((award) => {
      if ('certificateKey' in address) return award('award.certificate_key', '=', address.certificateKey)
      const on = award('award.public_page', '=', true)
      return 'shareKey' in address
        ? on.and('award.share_key', '=', address.shareKey)
        : on.and('award.id', '=', address.credentialId)
    })
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    awardId: row.id,
    organisationId: row.organisation_id,
    achievementId: row.achievement_id,
    ...(row.preferred_name === null ? {} : { holderName: row.preferred_name }),
    minutes: row.minutes,
    firstDate: row.first_date,
    lastDate: row.last_date,
    suspendedAt: row.status === 'suspended' ? row.status_changed_at : null,
    revokedAt: row.status === 'revoked' ? row.status_changed_at : null,
    publicPage: row.public_page,
    document: row.document,
  }
}

export const updateSharing = async (
  scope: Scope,
  award: { readonly id: string; readonly personId: string },
  sharing: Sharing & { readonly shareKey: string | null },
): Promise<void> => {
  await scope.trx
    .updateTable('award')
    .set({
      public_page: sharing.publicPage,
      show_name: sharing.showName,
      share_key: sharing.shareKey,
    })
    .where('organisation_id', '=', scope.organisationId)
    .where('id', '=', award.id)
    .where('person_id', '=', award.personId)
    .execute()
}

/** The share key of a person's award while its public page is on; undefined where the award is not theirs. */
export const lockShareKey = async (
  scope: Scope,
  award: { readonly id: string; readonly personId: string },
): Promise<{ shareKey: string | null } | undefined> => {
  const row = await scope.trx
    .selectFrom('award')
    .select(['share_key'])
    .where('organisation_id', '=', scope.organisationId)
    .where('id', '=', award.id)
    .where('person_id', '=', award.personId)
    .forUpdate()
    .executeTakeFirst()
  return row && { shareKey: row.share_key }
}
