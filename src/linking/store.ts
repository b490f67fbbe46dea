import type { Scope, SystemScope } from '../database/scope'
import type { RecordLink } from './model'

export const listLinks = ({ trx, organisationId }: Scope, personId: string): Promise<RecordLink[]> =>
  trx
    .selectFrom('record_link')
    .select([
      'id',
      'other_organisation_id as otherOrganisationId',
      'offered_to as offeredTo',
      'expires_at as expiresAt',
      'linked_at as linkedAt',
    ])
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

/** Writes one side of a link; the same side again changes nothing. */
export const insertSide = async (
  { trx, organisationId }: Scope,
  side: {
    readonly id: string
    readonly personId: string
    readonly otherOrganisationId: string
    readonly at: Date
  },
): Promise<void> => {
  await trx
    .insertInto('record_link')
    .values({
      organisation_id: organisationId,
      id: side.id,
      person_id: side.personId,
      other_organisation_id: side.otherOrganisationId,
      token_hash: null,
      offered_to: null,
      expires_at: null,
      created_at: side.at,
      linked_at: side.at,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'id']).doUpdateSet({
        other_organisation_id: side.otherOrganisationId,
        token_hash: null,
        offered_to: null,
        expires_at: null,
        linked_at: side.at,
      }),
    )
    .execute()
}

export const insertOffer = async (
  { trx, organisationId }: Scope,
  offer: {
    readonly id: string
    readonly personId: string
    readonly tokenHash: string
    readonly to: string
    readonly at: Date
    readonly expiresAt: Date
  },
): Promise<void> => {
  await trx
    .insertInto('record_link')
    .values({
      organisation_id: organisationId,
      id: offer.id,
      person_id: offer.personId,
      other_organisation_id: null,
      token_hash: offer.tokenHash,
      offered_to: offer.to,
      expires_at: offer.expiresAt,
      created_at: offer.at,
      linked_at: null,
    })
    .execute()
}

/** The offer behind a token; the token is what leads to its service. */
export const findOffer = async (
  { trx }: SystemScope,
  tokenHash: string,
): Promise<
  { id: string; organisationId: string; personId: string; to: string; expiresAt: Date } | undefined
> => {
  const row = await trx
    .selectFrom('record_link')
    .select(['id', 'organisation_id', 'person_id', 'offered_to', 'expires_at'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  if (row === undefined || row.offered_to === null || row.expires_at === null) return undefined
  return {
    id: row.id,
    organisationId: row.organisation_id,
    personId: row.person_id,
    to: row.offered_to,
    expiresAt: row.expires_at,
  }
}

/** Takes away one side of a link, or an offer; whose it was, where there was such. */
export const deleteSide = async (
  { trx, organisationId }: Scope,
  id: string,
): Promise<{ readonly personId: string; readonly linked: boolean } | undefined> => {
  const row = await trx
    .deleteFrom('record_link')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .returning(['person_id', 'linked_at'])
    .executeTakeFirst()
  return row && { personId: row.person_id, linked: row.linked_at !== null }
}

/** Takes away an offer that nobody needs any more; a link stays. */
export const deleteOffer = async ({ trx, organisationId }: Scope, id: string): Promise<void> => {
  await trx
    .deleteFrom('record_link')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('linked_at', 'is', null)
    .execute()
}

/** Holds a person's record until the transaction ends: nobody else writes its links. Whether there is such. */
export const lockRecord = async ({ trx, organisationId }: Scope, personId: string): Promise<boolean> => {
  const row = await trx
    .selectFrom('person')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}
