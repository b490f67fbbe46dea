import { z } from 'zod'
import { withOrganisation } from '../database/scope'
import type { Deps } from '../deps'
import { ProblemError } from '../problems'
import { badgeDefinitions, findNationalBadge } from './catalogue'
import { type BadgeDefinition, isOwnCode } from './model'
import { findEditionVersion, findVersion, type LatestVersion, selectLatest } from './own/store'

const unknown = (code: string) =>
  new ProblemError('not-found', { detail: `There is no badge ${code.slice(0, 20)}.` })

/** Finds a badge by its code, national or a service's own. Throws `not-found`. */
export type FindDefinition = (code: string) => BadgeDefinition

/** A badge of the national catalogue. Throws `not-found`, also for a service's own. */
export const getNationalBadge = (code: string): BadgeDefinition => {
  const definition = findNationalBadge(code)
  if (definition === undefined) throw unknown(code)
  return definition
}

/**
 * The newest published definition of badges that a service gives or gave, the national ones and its own: what everything
 * that meets a badge's code goes by. With `codes`, of those alone.
 */
export const definitionsOf = async (
  deps: Deps,
  organisationId: string,
  codes?: readonly string[],
): Promise<FindDefinition> => {
  const own =
    codes?.some(isOwnCode) === false
      ? []
      : await withOrganisation(deps.db, organisationId, (scope) => selectLatest(scope))
  return (code) => {
    const definition =
      findNationalBadge(code) ?? own.find(({ definition: { id } }) => id === code)?.definition
    if (definition === undefined) throw unknown(code)
    return definition
  }
}

/** The same for one badge. */
export const getDefinition = async (
  deps: Deps,
  organisationId: string,
  code: string,
): Promise<BadgeDefinition> => (await definitionsOf(deps, organisationId, [code]))(code)

/** Every badge that a service may give: the national ones, then its own, those that it gives no more marked. */
export const listDefinitions = async (deps: Deps, organisationId: string): Promise<LatestVersion[]> => {
  const own = await withOrganisation(deps.db, organisationId, (scope) => selectLatest(scope))
  const national = badgeDefinitions.filter(({ issuer }) => issuer === 'service')
  return [...national.map((definition) => ({ definition, retired: false })), ...own]
}

/** Whether a badge is one of the service's own that it gives no more. Throws `not-found`. */
export const isRetired = async (deps: Deps, organisationId: string, code: string): Promise<boolean> => {
  if (findNationalBadge(code) !== undefined) return false
  const [own] = await withOrganisation(deps.db, organisationId, (scope) => selectLatest(scope, code))
  if (own === undefined) throw unknown(code)
  return own.retired
}

/** The definition that an award was given under: of a service's own badge, that version. Throws `not-found`. */
export const definitionGiven = async (
  deps: Deps,
  organisationId: string,
  award: { readonly definitionCode: string; readonly achievementId: string },
): Promise<BadgeDefinition> => {
  const national = findNationalBadge(award.definitionCode)
  return national ?? definitionOfEdition(deps, organisationId, award.achievementId)
}

/** The same of an edition: of a national badge its definition now. Throws `not-found`. */
export const definitionOfEdition = async (
  deps: Deps,
  organisationId: string,
  achievementId: string,
): Promise<BadgeDefinition> => {
  const found = await withOrganisation(deps.db, organisationId, async (scope) => {
    const edition = await findEditionVersion(scope, achievementId)
    if (edition === undefined) return undefined
    const own = isOwnCode(edition.code) ? await findVersion(scope, edition.code, edition.version) : undefined
    return own?.definition ?? findNationalBadge(edition.code)
  })
  if (found === undefined) throw unknown(achievementId)
  return found
}

/** One published version of a service's own badge. Throws `not-found`. */
export const getOwnVersion = async (
  deps: Deps,
  organisationId: string,
  { code, version }: { readonly code: string; readonly version: string },
): Promise<BadgeDefinition> => {
  const known = z.uuid().safeParse(organisationId).success && /^\d{1,6}$/.test(version) && isOwnCode(code)
  const found = known
    ? await withOrganisation(deps.db, organisationId, (scope) => findVersion(scope, code, Number(version)))
    : undefined
  if (found === undefined) throw unknown(code)
  return found.definition
}
