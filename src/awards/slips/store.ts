import { sql } from 'kysely'
import type { EditionLanguage } from '../../achievements/model'
import type { Scope } from '../../database/scope'
import type { LanguageWish } from '../../people/record/model'
import { guardianEmail } from '../claims/store'

/** The awards of a batch, or one. */
export type SlipChoice = { readonly batchId: string } | { readonly awardId: string }

export type SlipHolder = {
  readonly awardId: string
  readonly code: string
  readonly personId: string
  readonly name: string
  readonly email: string | null
  readonly guardianEmail: string | null
  readonly wish: LanguageWish
  readonly language: EditionLanguage
}

/** Who holds the valid awards of a choice, with the addresses that mail about them could go to, in the order of names. */
export const selectSlipHolders = (
  { trx, organisationId }: Scope,
  choice: SlipChoice,
): Promise<SlipHolder[]> =>
  trx
    .selectFrom('award')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'award.organisation_id')
        .onRef('person.id', '=', 'award.person_id'),
    )
    .select([
      'award.id as awardId',
      'award.definition_code as code',
      'person.id as personId',
      'person.preferred_name as name',
      'person.email',
      'person.language_wish as wish',
      'person.contact_language as language',
      guardianEmail.as('guardianEmail'),
    ])
    .where('award.organisation_id', '=', organisationId)
    .where('award.status', '=', 'valid')
    .where((award) =>
      'batchId' in choice
        ? award('award.batch_id', '=', choice.batchId)
        : award('award.id', '=', choice.awardId),
    )
    .orderBy('person.preferred_name')
    .orderBy('award.id')
    .execute()

/** Keeps awards as they are until the transaction ends; gives the ids of those that are still valid. */
export const lockValid = async (
  { trx, organisationId }: Scope,
  awardIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows = await trx
    .selectFrom('award')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', sql<string>`any(${awardIds}::uuid[])`)
    .where('status', '=', 'valid')
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Set(rows.map(({ id }) => id))
}
