import type { EditionLanguage } from '../../achievements/model'
import { insertRows } from '../../database/insert-rows'
import type { Scope, SystemScope } from '../../database/scope'

export type NewClaim = {
  readonly id: string
  readonly awardId: string
  readonly personId: string
  readonly email: string
  readonly tokenHash: string
  readonly expiresAt: Date
}

export const insertClaims = async (scope: Scope, claims: readonly NewClaim[]): Promise<void> => {
  if (claims.length === 0) return
  const columns = [
    'organisation_id',
    'id',
    'award_id',
    'person_id',
    'email',
    'token_hash',
    'expires_at',
  ] as const
  const rows = claims.map((claim) => ({
    organisation_id: scope.organisationId,
    id: claim.id,
    award_id: claim.awardId,
    person_id: claim.personId,
    email: claim.email,
    token_hash: claim.tokenHash,
    expires_at: claim.expiresAt,
  }))
  await insertRows(scope.trx, 'claim', columns, rows).execute()
}

/** Ends the links of an award that have not been used. */
export const expireClaims = async (scope: Scope, awardId: string, at: Date): Promise<void> => {
  await scope.trx
    .updateTable('claim')
    .set({ expires_at: at })
    .where('organisation_id', '=', scope.organisationId)
    .where('award_id', '=', awardId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .execute()
}

export type ClaimRow = {
  readonly organisationId: string
  readonly awardId: string
  readonly personId: string
  readonly email: string
  readonly expiresAt: Date
  readonly usedAt: Date | null
  readonly code: string
  readonly language: EditionLanguage
}

/** A claim by the hash of its token, while the person still has the address that it was mailed to. */
export const selectClaim = ({ trx }: SystemScope, tokenHash: string): Promise<ClaimRow | undefined> =>
  trx
    .selectFrom('claim')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'claim.organisation_id')
        .onRef('person.id', '=', 'claim.person_id')
        .onRef('person.email', '=', 'claim.email'),
    )
    .innerJoin('award', (join) =>
      join
        .onRef('award.organisation_id', '=', 'claim.organisation_id')
        .onRef('award.id', '=', 'claim.award_id'),
    )
    .innerJoin('achievement', (join) =>
      join
        .onRef('achievement.organisation_id', '=', 'award.organisation_id')
        .onRef('achievement.id', '=', 'award.achievement_id'),
    )
    .select([
      'claim.organisation_id as organisationId',
      'claim.award_id as awardId',
      'claim.person_id as personId',
      'claim.email',
      'claim.expires_at as expiresAt',
      'claim.used_at as usedAt',
      'award.definition_code as code',
      'achievement.language',
    ])
    .where('claim.token_hash', '=', tokenHash)
    .executeTakeFirst()

/** Marks a claim as used. False when it was used before or has run out. */
export const updateClaimAsUsed = async (
  { trx }: SystemScope,
  tokenHash: string,
  at: Date,
): Promise<boolean> => {
  const used = await trx
    .updateTable('claim')
    .set({ used_at: at })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .returning('id')
    .executeTakeFirst()
  return used !== undefined
}

/** Who holds an award that has not been taken back, and in which language the award is. */
export const selectHolder = (scope: Scope, awardId: string) =>
  scope.trx
    .selectFrom('award')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'award.organisation_id')
        .onRef('person.id', '=', 'award.person_id'),
    )
    .select([
      'award.definition_code as code',
      'person.id as personId',
      'person.preferred_name as name',
      'person.email',
      'person.contact_language as language',
    ])
    .where('award.organisation_id', '=', scope.organisationId)
    .where('award.id', '=', awardId)
    .where('award.status', '=', 'valid')
    .executeTakeFirst()
