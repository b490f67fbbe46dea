import type { PublicScope, Scope } from '../database/scope'
import type { PublicAddress, PublicAward, Sharing } from './model'

/**
 * The award behind a public address. The key of the certificate is on paper that the holder hands over, so it leads
 * here unless the page is shut for a young holder; the share link and the credential's id only while the holder keeps
 * the public page on.
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
    .select([
      'award.id',
      'award.organisation_id',
      'award.achievement_id',
      'award.minutes',
      'award.issued_at',
      'award.first_date',
      'award.last_date',
      'award.status',
      'award.status_changed_at',
      'award.public_page',
      'credential.document',
      'award.shown_name',
    ])
    .where((award) => {
      if ('certificateKey' in address)
        return award('award.certificate_key', '=', address.certificateKey).and(
          'award.certificate_page',
          '=',
          true,
        )
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
    ...(row.shown_name === null ? {} : { holderName: row.shown_name }),
    minutes: row.minutes,
    issuedAt: row.issued_at,
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
  sharing: Sharing & { readonly shareKey: string | null; readonly shownName: string | null },
): Promise<void> => {
  await scope.trx
    .updateTable('award')
    .set({
      public_page: sharing.publicPage,
      show_name: sharing.showName,
      share_key: sharing.shareKey,
      shown_name: sharing.shownName,
    })
    .where('organisation_id', '=', scope.organisationId)
    .where('id', '=', award.id)
    .where('person_id', '=', award.personId)
    .execute()
}

/** Shuts the public pages of a person and takes their name off; the links are dead for good. Gives how many were open. */
export const shutPages = async (scope: Scope, personId: string): Promise<number> => {
  const result = await scope.trx
    .updateTable('award')
    .set({ public_page: false, show_name: false, share_key: null, shown_name: null })
    .where('organisation_id', '=', scope.organisationId)
    .where('person_id', '=', personId)
    .where((award) => award.or([award('public_page', '=', true), award('show_name', '=', true)]))
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Whether the codes on a person's certificates lead to pages. */
export const setCertificatePages = async (scope: Scope, personId: string, on: boolean): Promise<void> => {
  await scope.trx
    .updateTable('award')
    .set({ certificate_page: on })
    .where('organisation_id', '=', scope.organisationId)
    .where('person_id', '=', personId)
    .where('certificate_page', '<>', on)
    .execute()
}

/** Writes a name where a person shows theirs. */
export const updateShownName = async (scope: Scope, personId: string, name: string): Promise<void> => {
  await scope.trx
    .updateTable('award')
    .set({ shown_name: name })
    .where('organisation_id', '=', scope.organisationId)
    .where('person_id', '=', personId)
    .where('show_name', '=', true)
    .execute()
}

/** The name that a person goes by. */
export const findName = async (scope: Scope, personId: string): Promise<string | undefined> => {
  const row = await scope.trx
    .selectFrom('person')
    .select('preferred_name')
    .where('organisation_id', '=', scope.organisationId)
    .where('id', '=', personId)
    .executeTakeFirst()
  return row?.preferred_name
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
