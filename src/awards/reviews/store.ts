import { type SqlBool, sql } from 'kysely'
import type { Scope } from '../../database/scope'

/** An award whose hours changed since it was issued, and nobody has looked at that yet. */
export type AwardUnderReview = {
  readonly id: string
  readonly personId: string
  readonly personName: string
  readonly definitionCode: string
  readonly issuedAt: Date
  /** Approved minutes that the credential states. */
  readonly minutes: number
  /** The last change, in the chain of the person's hours. */
  readonly sequence: number
  readonly changedAt: Date
}

/** An hour that counted for the award no longer stands as it did. */
const change = sql`
  select event.sequence, event.at from session_event event
  where event.organisation_id = award.organisation_id and event.person_id = award.person_id
    and event.kind in ('disputed', 'withdrawn', 'corrected', 'voided')
    and event.sequence > greatest(award.ledger_sequence, coalesce(award.reviewed_sequence, 0))
    and (select earlier.kind from session_event earlier
      where earlier.organisation_id = event.organisation_id and earlier.session_id = event.session_id
        and earlier.sequence <= award.ledger_sequence
      order by earlier.sequence desc limit 1) in ('approved', 'restored')
  order by event.sequence desc limit 1`

const select = ({ trx, organisationId }: Scope) =>
  trx
    .selectFrom('award')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'award.organisation_id')
        .onRef('person.id', '=', 'award.person_id'),
    )
    .innerJoinLateral(sql<{ sequence: number; at: Date }>`(${change})`.as('change'), (join) => join.onTrue())
    .where('award.organisation_id', '=', organisationId)
    .where('award.status', '<>', 'revoked')
    .where('award.lapsed', '=', false)
    .where(sql<SqlBool>`award.ledger_sequence is not null`)
    .select([
      'award.id',
      'award.person_id as personId',
      'person.preferred_name as personName',
      'award.definition_code as definitionCode',
      'award.issued_at as issuedAt',
      'award.minutes',
      'change.sequence',
      'change.at as changedAt',
    ])

/** Awards under review, the longest waiting first. */
export const listUnderReview = (scope: Scope, limit: number): Promise<AwardUnderReview[]> =>
  select(scope).orderBy('change.at').orderBy('award.id').limit(limit).execute()

export const findUnderReview = (scope: Scope, awardId: string): Promise<AwardUnderReview | undefined> =>
  select(scope).where('award.id', '=', awardId).executeTakeFirst()

/** Writes that an award was upheld in the light of all changes up to one; false where that was done before. */
export const upholdAward = async (
  { trx, organisationId }: Scope,
  awardId: string,
  { sequence, reason }: { readonly sequence: number; readonly reason: string },
): Promise<boolean> => {
  const result = await trx
    .updateTable('award')
    .set({ reviewed_sequence: sequence, review_reason: reason })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', awardId)
    .where((award) =>
      award.or([award('reviewed_sequence', 'is', null), award('reviewed_sequence', '<', sequence)]),
    )
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
