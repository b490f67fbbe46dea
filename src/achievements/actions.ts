import { z } from 'zod'
import { withOrganisation, withPublicRead } from '../database/scope'
import type { Deps } from '../deps'
import type { BuiltAchievement } from '../openbadges/build'
import { path } from '../paths'
import { ProblemError } from '../problems'
import { definitionFor } from './alignments'
import type { BadgeDefinition, EditionLanguage, PublishedAchievement } from './model'
import { buildEdition } from './rules/build-edition'
import {
  findAchievementDocument,
  findEdition,
  findPublished,
  insertAchievement,
  selectPublishedOf,
} from './store'

/**
 * The organisation's published edition of the newest version of a badge; published now, in both languages, where
 * it was not before. Safe to call from many places at once.
 */
export const adoptBadge = async (
  deps: Deps,
  organisationId: string,
  given: BadgeDefinition,
  language: EditionLanguage,
): Promise<PublishedAchievement> => {
  const definition = await definitionFor(deps, organisationId, given)
  const key = { code: definition.id, version: definition.version, language }
  const published = await withOrganisation(deps.db, organisationId, (scope) => findEdition(scope, key))
  if (published !== undefined) return published
  const ids = { en: deps.random.uuid(), cy: deps.random.uuid() }
  const address = (id: string) => deps.config.origin + path('achievement', { id })
  const editions = (['en', 'cy'] as const).map((edition): PublishedAchievement => {
    const document = buildEdition({
      definition,
      language: edition,
      id: address(ids[edition]),
      otherId: address(edition === 'en' ? ids.cy : ids.en),
      imageUrl: deps.config.origin + path('achievementImage', { id: ids[edition] }),
    })
    return {
      id: ids[edition],
      code: definition.id,
      version: definition.version,
      language: edition,
      document: JSON.stringify(document),
    }
  })
  const adopted = await withOrganisation(deps.db, organisationId, async (scope) => {
    for (const edition of editions) await insertAchievement(scope, edition)
    return findEdition(scope, key)
  })
  if (adopted === undefined)
    throw new ProblemError('unexpected', { detail: `${definition.id} could not be published.` })
  return adopted
}

/** The Achievement inside an edition, as it goes into a credential. */
export const achievementOf = (edition: PublishedAchievement): BuiltAchievement =>
  // What adoptBadge wrote with buildEdition.
  JSON.parse(edition.document) as BuiltAchievement

/** The document of /achievements/{id} as JSON text. Throws `not-found`. */
export const getAchievementDocument = async (deps: Deps, id: string): Promise<string> => {
  const document = await withPublicRead(deps.db, (scope) => findAchievementDocument(scope, id))
  if (document === undefined) throw new ProblemError('not-found')
  return document
}

/** A published edition with who published it, and the same version's edition in the other language. Throws `not-found`. */
export const getPublishedBadge = async (
  deps: Deps,
  id: string,
): Promise<{ edition: PublishedAchievement; organisationId: string; otherId: string | undefined }> => {
  const found = z.uuid().safeParse(id).success
    ? await withPublicRead(deps.db, async (scope) => {
        const edition = await findPublished(scope, id)
        return edition && { edition, all: await selectPublishedOf(scope, edition.organisationId) }
      })
    : undefined
  if (found === undefined) throw new ProblemError('not-found')
  const { edition, all } = found
  const other = all.find(
    ({ code, version, language }) =>
      code === edition.code && version === edition.version && language !== edition.language,
  )
  return { edition, organisationId: edition.organisationId, otherId: other?.id }
}

/** The badges that an organisation publishes in a language, each in its newest version. */
export const listPublishedBadges = async (
  deps: Deps,
  organisationId: string,
  language: EditionLanguage,
): Promise<PublishedAchievement[]> => {
  const all = await withPublicRead(deps.db, (scope) => selectPublishedOf(scope, organisationId))
  const inLanguage = all.filter((edition) => edition.language === language)
  return inLanguage.filter(
    (edition, position) => inLanguage.findIndex(({ code }) => code === edition.code) === position,
  )
}
