import type { PublicScope } from '../../database/scope'
import type { EditionLanguage } from '../model'

/** Which badge a published edition is of, and in which language. */
export const findEditionKey = (
  scope: PublicScope,
  achievementId: string,
): Promise<{ code: string; language: EditionLanguage } | undefined> =>
  scope.trx
    .selectFrom('achievement')
    .select(['definition_code as code', 'language'])
    .where('id', '=', achievementId)
    .executeTakeFirst()
