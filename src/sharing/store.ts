import { sql } from 'kysely'
import type { PublicScope, Scope, SystemScope } from '../database/scope'
import {
  type OwnSharing,
  type PublicAddress,
  type PublicAward,
  type ShareItem,
  type Sharing,
  shareItems,
} from './model'
import { itemsToShow } from './rules/items-to-show'

const selectAwards = ({ trx }: PublicScope | Scope) =>
  trx
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
      'award.share_items',
      'credential.document',
      'award.shown_name',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof selectAwards>['execute']>>[number]
type Found = Omit<PublicAward, 'organisation'> & { readonly organisationId: string }

const toFound = (row: Row, items: ReadonlySet<ShareItem>): Found => ({
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
  items,
  document: row.document,
})

/** A person's own award in full. */
export const findOwn = async (
  scope: Scope,
  award: { readonly id: string; readonly personId: string },
): Promise<Found | undefined> => {
  const row = await selectAwards(scope)
    .where('award.organisation_id', '=', scope.organisationId)
    .where('award.id', '=', award.id)
    .where('award.person_id', '=', award.personId)
    .executeTakeFirst()
  return row && toFound(row, new Set(shareItems))
}

/**
 * The award behind a public address. The key of the certificate is on paper that the holder hands over, so it leads
 * here unless the page is shut for a young holder; the share link and the credential's id only while the holder keeps
 * the public page on, and until its end.
 */
export const findPublic = async (
  scope: PublicScope,
  address: PublicAddress,
  now: Date,
): Promise<Found | undefined> => {
  const row = await selectAwards(scope)
    .where((award) => {
      if ('certificateKey' in address)
        return award('award.certificate_key', '=', address.certificateKey).and(
          'award.certificate_page',
          '=',
          true,
        )
      const on = award('award.public_page', '=', true).and(
        award.or([award('award.share_ends_at', 'is', null), award('award.share_ends_at', '>', now)]),
      )
      return 'shareKey' in address
        ? on.and('award.share_key', '=', address.shareKey)
        : on.and('award.id', '=', address.credentialId)
    })
    .executeTakeFirst()
  return row && toFound(row, 'certificateKey' in address ? new Set(shareItems) : itemsToShow(row.share_items))
}

export const updateSharing = async (
  scope: Scope,
  award: { readonly id: string; readonly personId: string },
  sharing: Sharing & {
    readonly shareKey: string | null
    readonly shownName: string | null
    readonly renewed: boolean
  },
): Promise<void> => {
  await scope.trx
    .updateTable('award')
    .set({
      public_page: sharing.publicPage,
      show_name: sharing.showName,
      share_key: sharing.shareKey,
      shown_name: sharing.shownName,
      ...(sharing.items && { share_items: [...sharing.items] }),
      ...(sharing.endsAt === undefined ? {} : { share_ends_at: sharing.endsAt }),
      ...(sharing.renewed ? { share_views: 0 } : {}),
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

/** Counts one opening of a badge by its link. */
export const countView = async (
  { trx }: SystemScope,
  organisationId: string,
  awardId: string,
): Promise<void> => {
  await trx
    .updateTable('award')
    .set({ share_views: sql`share_views + 1` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', awardId)
    .execute()
}

/** How a person shows a badge of theirs; undefined where the badge is not theirs. */
export const findSharing = async (
  scope: Scope,
  award: { readonly id: string; readonly personId: string },
): Promise<OwnSharing | undefined> =>
  scope.trx
    .selectFrom('award')
    .select([
      'public_page as publicPage',
      'show_name as showName',
      'share_items as items',
      'share_ends_at as endsAt',
      'share_views as views',
    ])
    .where('organisation_id', '=', scope.organisationId)
    .where('id', '=', award.id)
    .where('person_id', '=', award.personId)
    .executeTakeFirst()
