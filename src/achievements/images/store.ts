import type { PublicScope } from '../../database/scope'
import type { EditionLanguage } from '../model'

/** Which badge of whom a published edition is of, and in which language. */
export const findEditionKey = (
  scope: PublicScope,
  achievementId: string,
): Promise<{ organisationId: string; code: string; language: EditionLanguage } | undefined> =>
  scope.trx
    .selectFrom('achievement')
    .select(['organisation_id as organisationId', 'definition_code as code', 'language'])
    .where('id', '=', achievementId)
    .executeTakeFirst()
