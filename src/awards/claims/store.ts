import { sql } from 'kysely'
import type { EditionLanguage } from '../../achievements/model'
import { insertRows } from '../../database/insert-rows'
import type { Scope, SystemScope } from '../../database/scope'
import type { LanguageWish } from '../../people/record/model'

export type NewClaim = {
  readonly id: string
  readonly awardId: string
  readonly personId: string
  /** Null for one on paper. */
  readonly email: string | null
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

/** Where the mail about a child goes: the address of the `person`'s guardian who confirmed first and still is one. */
export const guardianEmail = sql<string | null>`(select guardian.email from guardian
  where guardian.organisation_id = person.organisation_id and guardian.person_id = person.id
    and guardian.confirmed_at is not null and guardian.ended_at is null and guardian.email is not null
  order by guardian.confirmed_at, guardian.id limit 1)`

/** What decides where a mail about a person goes and in which languages: their wish, and their guardian's address. */
export const selectAddressees = async (
  { trx, organisationId }: Scope,
  personIds: readonly string[],
): Promise<Map<string, { readonly wish: LanguageWish; readonly guardianEmail: string | null }>> => {
  const rows = await trx
    .selectFrom('person')
    .select(['person.id', 'person.language_wish as wish', guardianEmail.as('guardianEmail')])
    .where('person.organisation_id', '=', organisationId)
    .where('person.id', '=', sql<string>`any(${personIds}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, ...addressee }) => [id, addressee]))
}

/** Ends the links of awards that have not been used, and what is still open of those on paper that have. */
export const expireClaims = async (scope: Scope, awardIds: readonly string[], at: Date): Promise<void> => {
  await scope.trx
    .updateTable('claim')
    .set({ expires_at: at, take_hash: null })
    .where('organisation_id', '=', scope.organisationId)
    .where('award_id', '=', sql<string>`any(${awardIds}::uuid[])`)
    .where((claim) =>
      claim.or([
        claim.and([claim('used_at', 'is', null), claim('expires_at', '>', at)]),
        claim('take_hash', 'is not', null),
      ]),
    )
    .execute()
}

export type ClaimRow = {
  readonly organisationId: string
  readonly awardId: string
  readonly personId: string
  /** Null for one on paper. */
  readonly email: string | null
  readonly expiresAt: Date
  readonly usedAt: Date | null
  readonly code: string
  readonly language: EditionLanguage
  /** It went to the guardian of a child. */
  readonly toGuardian: boolean
  readonly takeHash: string | null
}

/**
 * A claim by the hash of its token: one on paper, or one in a mail while the address that it went to is still the
 * person's or their guardian's.
 */
export const selectClaim = ({ trx }: SystemScope, tokenHash: string): Promise<ClaimRow | undefined> =>
  trx
    .selectFrom('claim')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'claim.organisation_id')
        .onRef('person.id', '=', 'claim.person_id'),
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
      'claim.take_hash as takeHash',
      sql<boolean>`claim.email is not null and person.email is distinct from claim.email`.as('toGuardian'),
    ])
    .where('claim.token_hash', '=', tokenHash)
    .where((claim) =>
      claim.or([
        claim('claim.email', 'is', null),
        claim('claim.email', '=', claim.ref('person.email')),
        claim.exists(
          claim
            .selectFrom('guardian')
            .select('guardian.id')
            .whereRef('guardian.organisation_id', '=', 'claim.organisation_id')
            .whereRef('guardian.person_id', '=', 'claim.person_id')
            .whereRef('guardian.email', '=', 'claim.email')
            .where('guardian.confirmed_at', 'is not', null)
            .where('guardian.ended_at', 'is', null),
        ),
      ]),
    )
    .executeTakeFirst()

/** Marks a claim as used; `takeHash` for one on paper alone. False when it was used before or has run out. */
export const updateClaimAsUsed = async (
  { trx }: SystemScope,
  tokenHash: string,
  { at, takeHash }: { readonly at: Date; readonly takeHash: string | null },
): Promise<boolean> => {
  const used = await trx
    .updateTable('claim')
    .set({ used_at: at, take_hash: takeHash })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .where('email', takeHash === null ? 'is not' : 'is', null)
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
