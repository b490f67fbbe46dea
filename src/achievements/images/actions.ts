import { withPublicRead } from '../../database/scope'
import type { Deps } from '../../deps'
import { ProblemError } from '../../problems'
import { nameBadgeImage } from '../rules/name-badge-image'
import { findEditionKey } from './store'

/** The picture of a published edition, in its language: what the edition's `image` leads to. Throws `not-found`. */
export const getBadgeImage = async (
  deps: Deps,
  achievementId: string,
  format: 'png' | 'svg',
): Promise<Uint8Array> => {
  const edition = await withPublicRead(deps.db, (scope) => findEditionKey(scope, achievementId))
  if (edition === undefined) throw new ProblemError('not-found')
  return deps.assets.read(nameBadgeImage(edition.code, edition.language, format))
}
