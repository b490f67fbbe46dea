import { sql } from 'kysely'
import type { PublicScope, Scope } from '../database/scope'
import type { EditionLanguage, PublishedAchievement } from './model'

/** Publishes an edition unless it is there already; a published edition never changes. */
export const insertAchievement = async (scope: Scope, edition: PublishedAchievement): Promise<void> => {
  await scope.trx
    .insertInto('achievement')
    .values({
      organisation_id: scope.organisationId,
      id: edition.id,
      definition_code: edition.code,
      definition_version: edition.version,
      language: edition.language,
      document: edition.document,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The edition of one version of a badge that the organisation published in a language. */
export const findEdition = async (
  scope: Scope,
  key: { readonly code: string; readonly version: string; readonly language: EditionLanguage },
): Promise<PublishedAchievement | undefined> => {
  const row = await scope.trx
    .selectFrom('achievement')
    .select(['id', 'definition_code', 'definition_version', 'language', 'document'])
    .where('organisation_id', '=', scope.organisationId)
    .where('definition_code', '=', key.code)
    .where('definition_version', '=', key.version)
    .where('language', '=', key.language)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      code: row.definition_code,
      version: row.definition_version,
      language: row.language,
      document: row.document,
    }
  )
}

/** The document that /achievements/{id} serves. */
export const findAchievementDocument = async (
  scope: PublicScope,
  id: string,
): Promise<string | undefined> => {
  const row = await scope.trx
    .selectFrom('achievement')
    .select('document')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.document
}

export type PublishedRow = PublishedAchievement & { readonly organisationId: string }

const selectPublished = ({ trx }: PublicScope) =>
  trx
    .selectFrom('achievement')
    .select([
      'organisation_id as organisationId',
      'id',
      'definition_code as code',
      'definition_version as version',
      'language',
      'document',
    ])

export const findPublished = (scope: PublicScope, id: string): Promise<PublishedRow | undefined> =>
  selectPublished(scope).where('id', '=', id).executeTakeFirst()

/** Every edition that an organisation published, by code, then the newest version first. */
export const selectPublishedOf = (scope: PublicScope, organisationId: string): Promise<PublishedRow[]> =>
  selectPublished(scope)
    .where('organisation_id', '=', organisationId)
    .orderBy('definition_code')
    // The tenth version of a badge comes after the ninth.
    .orderBy(sql`split_part(definition_version, '.', 1)::integer`, 'desc')
    .orderBy('definition_version', 'desc')
    .orderBy('language')
    .execute()
