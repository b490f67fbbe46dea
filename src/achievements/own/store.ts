import { sql } from 'kysely'
import type { Scope } from '../../database/scope'
import { path } from '../../paths'
import type { BadgeDefinition } from '../model'
import { type OwnBadge, type OwnDraft, type OwnVersion, zOwnDraft } from './model'

/** A published definition as it was written, with the addresses of its pictures. */
const withPictures = (organisationId: string, version: number, definition: BadgeDefinition) => {
  const place = { organisationId, code: definition.id, version: String(version) }
  const address = (language: 'en' | 'cy') => path('badgePicture', { ...place, language })
  return { ...definition, image: { ...definition.image, address: { en: address('en'), cy: address('cy') } } }
}

const selectVersions = ({ trx, organisationId }: Scope) =>
  trx
    .selectFrom('own_badge_version')
    .where('own_badge_version.organisation_id', '=', organisationId)
    .select([
      'code',
      'version',
      'revision',
      // Only what zBadgeDefinition and zOwnDraft let through is written.
      sql<OwnDraft>`draft`.as('draft'),
      sql<BadgeDefinition>`definition`.as('definition'),
      'published_at as publishedAt',
      'published_by as publishedBy',
    ])
    .orderBy('code')
    .orderBy('version', 'desc')

const versionOf = (
  organisationId: string,
  row: OwnVersion & { readonly code: string },
): OwnVersion & { readonly code: string } => ({
  ...row,
  definition: withPictures(organisationId, row.version, row.definition),
})

/** The own badges of a service with their versions, one by its code or all, the oldest badge first. */
export const selectOwnBadges = async (scope: Scope, code?: string): Promise<OwnBadge[]> => {
  const { trx, organisationId } = scope
  const badges = await trx
    .selectFrom('own_badge')
    .where('organisation_id', '=', organisationId)
    .$if(code !== undefined, (some) => some.where('code', '=', code ?? ''))
    .select([
      'code',
      sql<OwnDraft>`draft`.as('draft'),
      'revision',
      'published_revision as publishedRevision',
      'changed_at as changedAt',
      'retired_at as retiredAt',
    ])
    .orderBy('created_at')
    .orderBy('code')
    .execute()
  if (badges.length === 0) return []
  const versions = await selectVersions(scope)
    .$if(code !== undefined, (some) => some.where('code', '=', code ?? ''))
    .execute()
  const byCode = Map.groupBy(versions, (version) => version.code)
  return badges.map((badge) => ({
    ...badge,
    draft: zOwnDraft.parse(badge.draft),
    versions: (byCode.get(badge.code) ?? []).map((row) => versionOf(organisationId, row)),
  }))
}

export type LatestVersion = { readonly definition: BadgeDefinition; readonly retired: boolean }

/** The newest published version of own badges, of one by its code or of all. */
export const selectLatest = async (scope: Scope, code?: string): Promise<LatestVersion[]> => {
  const { trx, organisationId } = scope
  const rows = await trx
    .selectFrom('own_badge_version as version')
    .innerJoin('own_badge as badge', (join) =>
      join
        .onRef('badge.organisation_id', '=', 'version.organisation_id')
        .onRef('badge.code', '=', 'version.code'),
    )
    .where('version.organisation_id', '=', organisationId)
    .$if(code !== undefined, (some) => some.where('version.code', '=', code ?? ''))
    .distinctOn('version.code')
    .select([
      'version.version',
      sql<BadgeDefinition>`version.definition`.as('definition'),
      'badge.retired_at as retiredAt',
      'badge.created_at as createdAt',
    ])
    .orderBy('version.code')
    .orderBy('version.version', 'desc')
    .execute()
  return rows
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
    .map(({ version, definition, retiredAt }) => ({
      definition: withPictures(organisationId, version, definition),
      retired: retiredAt !== null,
    }))
}

/** One published version. */
export const findVersion = async (
  scope: Scope,
  code: string,
  version: number,
): Promise<OwnVersion | undefined> => {
  const row = await selectVersions(scope)
    .where('code', '=', code)
    .where('version', '=', version)
    .executeTakeFirst()
  return row && versionOf(scope.organisationId, row)
}

export const insertOwnBadge = async (
  { trx, organisationId }: Scope,
  badge: { readonly code: string; readonly draft: OwnDraft; readonly actor: string; readonly at: Date },
): Promise<void> => {
  await trx
    .insertInto('own_badge')
    .values({
      organisation_id: organisationId,
      code: badge.code,
      draft: JSON.stringify(badge.draft),
      revision: 1,
      published_revision: null,
      created_at: badge.at,
      created_by: badge.actor,
      changed_at: badge.at,
      retired_at: null,
    })
    .execute()
}

/** The row of a badge, kept from others until the transaction ends; undefined where there is none. */
export const lockOwnBadge = async ({ trx, organisationId }: Scope, code: string) => {
  const row = await trx
    .selectFrom('own_badge')
    .where('organisation_id', '=', organisationId)
    .where('code', '=', code)
    .select([
      sql<OwnDraft>`draft`.as('draft'),
      'revision',
      'published_revision as publishedRevision',
      'retired_at as retiredAt',
    ])
    .forUpdate()
    .executeTakeFirst()
  return row && { ...row, draft: zOwnDraft.parse(row.draft) }
}

/** Keeps another draft under its revision. */
export const updateDraft = async (
  { trx, organisationId }: Scope,
  code: string,
  change: { readonly draft: OwnDraft; readonly revision: number; readonly at: Date },
): Promise<void> => {
  await trx
    .updateTable('own_badge')
    .set({ draft: JSON.stringify(change.draft), revision: change.revision, changed_at: change.at })
    .where('organisation_id', '=', organisationId)
    .where('code', '=', code)
    .execute()
}

/** Writes a version and marks its draft as published. */
export const insertVersion = async (
  { trx, organisationId }: Scope,
  code: string,
  version: OwnVersion,
): Promise<void> => {
  await trx
    .insertInto('own_badge_version')
    .values({
      organisation_id: organisationId,
      code,
      version: version.version,
      revision: version.revision,
      draft: JSON.stringify(version.draft),
      definition: JSON.stringify(version.definition),
      published_at: version.publishedAt,
      published_by: version.publishedBy,
    })
    .execute()
  await trx
    .updateTable('own_badge')
    .set({ published_revision: version.revision })
    .where('organisation_id', '=', organisationId)
    .where('code', '=', code)
    .execute()
}

/** Marks a badge as given no more, or as given again. False where it was so already. */
export const updateRetired = async (
  { trx, organisationId }: Scope,
  code: string,
  retiredAt: Date | null,
): Promise<boolean> => {
  const changed = await trx
    .updateTable('own_badge')
    .set({ retired_at: retiredAt })
    .where('organisation_id', '=', organisationId)
    .where('code', '=', code)
    .where('retired_at', retiredAt === null ? 'is not' : 'is', null)
    .returning('code')
    .executeTakeFirst()
  return changed !== undefined
}

/** The badge that an edition was published of, and which version: the number before the first dot. */
export const findEditionVersion = async (
  { trx, organisationId }: Scope,
  achievementId: string,
): Promise<{ code: string; version: number } | undefined> => {
  const edition = await trx
    .selectFrom('achievement')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', achievementId)
    .select(['definition_code as code', 'definition_version as version'])
    .executeTakeFirst()
  return edition && { code: edition.code, version: Number.parseInt(edition.version, 10) }
}
