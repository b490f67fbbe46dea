import type { PublicScope, Scope } from '../database/scope'
import type { ImportedFramework, ImportedItem } from './imports/model'
import type { Strength } from './model'

export type FrameworkRow = Omit<ImportedFramework, 'items'> & {
  readonly id: string
  readonly organisationId: string
  readonly importedAt: Date
}

const frameworkColumns = [
  'organisation_id as organisationId',
  'id',
  'identifier',
  'version',
  'format',
  'title',
  'publisher',
  'source_url as sourceUrl',
  'licence',
  'licence_url as licenceUrl',
  'language',
  'imported_at as importedAt',
] as const

/** The frameworks that services brought in, or one service did, by title and then the newest first. */
export const selectFrameworks = (
  { trx }: PublicScope | Scope,
  organisationId: string | undefined,
): Promise<FrameworkRow[]> =>
  trx
    .selectFrom('framework')
    .select(frameworkColumns)
    .$if(organisationId !== undefined, (query) => query.where('organisation_id', '=', organisationId ?? ''))
    .orderBy('title')
    .orderBy('imported_at', 'desc')
    .execute()

export const findFrameworkRow = (
  { trx }: PublicScope,
  id: string,
  version: string,
): Promise<FrameworkRow | undefined> =>
  trx
    .selectFrom('framework')
    .select(frameworkColumns)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()

export const findByIdentifier = async (
  { trx, organisationId }: Scope,
  identifier: string,
  version: string,
): Promise<FrameworkRow | undefined> =>
  trx
    .selectFrom('framework')
    .select(frameworkColumns)
    .where('organisation_id', '=', organisationId)
    .where('identifier', '=', identifier)
    .where('version', '=', version)
    .executeTakeFirst()

export const selectItems = (
  { trx }: PublicScope | Scope,
  organisationId: string,
  frameworkId: string,
): Promise<ImportedItem[]> =>
  trx
    .selectFrom('framework_item')
    .where('organisation_id', '=', organisationId)
    .where('framework_id', '=', frameworkId)
    .select([
      'identifier',
      'code',
      'name',
      'description',
      'kind',
      'uri',
      'parent_identifier as parent',
      'related',
    ])
    .orderBy('position')
    .execute()

/** Adds a framework with its items, unless this version is there already; whether it went in. */
export const insertFramework = async (
  { trx, organisationId }: Scope,
  row: { readonly id: string; readonly importedBy: string; readonly importedAt: Date },
  { items, ...framework }: ImportedFramework,
): Promise<boolean> => {
  const added = await trx
    .insertInto('framework')
    .values({
      ...{ organisation_id: organisationId, id: row.id, identifier: framework.identifier },
      ...{ version: framework.version, format: framework.format, title: framework.title },
      ...{ publisher: framework.publisher, source_url: framework.sourceUrl, licence: framework.licence },
      ...{ licence_url: framework.licenceUrl, language: framework.language },
      ...{ imported_by: row.importedBy, imported_at: row.importedAt },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added === undefined) return false
  for (let from = 0; from < items.length; from += 500) {
    await trx
      .insertInto('framework_item')
      .values(
        items.slice(from, from + 500).map((item, place) => ({
          ...{ organisation_id: organisationId, framework_id: row.id, identifier: item.identifier },
          ...{ position: from + place, code: item.code, name: item.name, description: item.description },
          ...{ kind: item.kind, uri: item.uri, parent_identifier: item.parent },
          related: JSON.stringify(item.related),
        })),
      )
      .execute()
  }
  return true
}

export type MappingRow = {
  readonly id: string
  readonly roleId: string | null
  readonly badgeCode: string | null
  readonly framework: string
  readonly version: string
  readonly code: string
  readonly strength: Strength
}

/** What roles and badges of a service are mapped to now. */
export const selectMappings = ({ trx, organisationId }: Scope): Promise<MappingRow[]> =>
  trx
    .selectFrom('framework_mapping')
    .where('organisation_id', '=', organisationId)
    .where('removed_at', 'is', null)
    .select(['id', 'role_id as roleId', 'badge_code as badgeCode', 'framework'])
    .select(['framework_version as version', 'item_code as code', 'strength'])
    .orderBy('added_at')
    .orderBy('id')
    .execute()

/** Adds a mapping unless the same stands; whether it went in. */
export const insertMapping = async (
  { trx, organisationId }: Scope,
  mapping: MappingRow & { readonly actor: string; readonly at: Date },
): Promise<boolean> => {
  const row = await trx
    .insertInto('framework_mapping')
    .values({
      ...{ organisation_id: organisationId, id: mapping.id, role_id: mapping.roleId },
      ...{ badge_code: mapping.badgeCode, framework: mapping.framework, strength: mapping.strength },
      ...{ framework_version: mapping.version, item_code: mapping.code },
      ...{ added_by: mapping.actor, added_at: mapping.at, removed_by: null, removed_at: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Ends a mapping; whether it stood. */
export const endMapping = async (
  { trx, organisationId }: Scope,
  id: string,
  by: { readonly actor: string; readonly at: Date },
): Promise<boolean> => {
  const row = await trx
    .updateTable('framework_mapping')
    .set({ removed_by: by.actor, removed_at: by.at })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** How often what a badge is mapped to has changed: each mapping once when it was made, once when it was ended. */
export const countBadgeChanges = async (
  { trx, organisationId }: Scope,
  badgeCode: string,
): Promise<number> => {
  const { made, ended } = await trx
    .selectFrom('framework_mapping')
    .where('organisation_id', '=', organisationId)
    .where('badge_code', '=', badgeCode)
    .select((eb) => [eb.fn.countAll<string>().as('made'), eb.fn.count<string>('removed_at').as('ended')])
    .executeTakeFirstOrThrow()
  return Number(made) + Number(ended)
}
