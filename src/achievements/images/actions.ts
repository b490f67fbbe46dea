import { withPublicRead } from '../../database/scope'
import type { Deps } from '../../deps'
import { ProblemError } from '../../problems'
import { definitionGiven } from '../definitions'
import { type EditionLanguage, isOwnCode } from '../model'
import { nameBadgeImage } from '../rules/name-badge-image'
import { drawOwnBadge } from './draw-own'
import { findEditionKey } from './store'

/** Width and height of a PNG in pixels, as those of the release. */
const PIXELS = 600

/** The picture of a badge in the version of an award or edition of it. Throws `not-found`. */
export const pictureGiven = async (
  deps: Deps,
  organisationId: string,
  award: { readonly definitionCode: string; readonly achievementId: string },
  { language, format }: { readonly language: EditionLanguage; readonly format: 'png' | 'svg' },
): Promise<Uint8Array> => {
  const { definitionCode } = award
  if (!isOwnCode(definitionCode)) return deps.assets.read(nameBadgeImage(definitionCode, language, format))
  const definition = await definitionGiven(deps, organisationId, award)
  const drawn = await drawOwnBadge(deps.assets, definition, language)
  if (format === 'svg') return new TextEncoder().encode(drawn)
  // A published version never changes, and painting takes a while: it is done once.
  const key = `badge-pictures/${organisationId}/${definition.id}/${definition.version}.${language}.png`
  const kept = await deps.files.get(key)
  if (kept !== undefined) return kept
  const painted = await deps.drawPng(drawn, PIXELS)
  await deps.files.put(key, painted)
  return painted
}

/** The picture of a published edition, in its language: what the edition's `image` leads to. Throws `not-found`. */
export const getBadgeImage = async (
  deps: Deps,
  achievementId: string,
  format: 'png' | 'svg',
): Promise<Uint8Array> => {
  const edition = await withPublicRead(deps.db, (scope) => findEditionKey(scope, achievementId))
  if (edition === undefined) throw new ProblemError('not-found')
  const { organisationId, code, language } = edition
  const award = { definitionCode: code, achievementId }
  return pictureGiven(deps, organisationId, award, { language, format })
}
