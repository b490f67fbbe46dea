import { z } from 'zod'
import { gatherFacts } from '../../achievements/facts/actions'
import { hasEarned } from '../../achievements/rules/stand-for-badge'
import { listBadges } from '../../achievements/settings/actions'
import { withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { listActivePeople } from '../../people/actions'
import { holdsOf } from '../../people/holds/actions'
import { ProblemError } from '../../problems'
import type { AwardFilter, AwardPage, BadgeCount } from './model'
import { selectAwardRows, selectHeld } from './store'

/** A page of awards behind a filter, newest first. Throws `bad-request` for a place that is none. */
export const listAwards = async (
  deps: Deps,
  organisationId: string,
  query: { readonly filter: AwardFilter; readonly after?: string; readonly limit: number },
): Promise<AwardPage> => {
  const { after, filter, limit } = query
  if (after !== undefined && !z.uuid().safeParse(after).success) throw new ProblemError('bad-request')
  const found = await withOrganisation(deps.db, organisationId, (scope) =>
    selectAwardRows(scope, filter, after, limit + 1),
  )
  const awards = found.slice(0, limit)
  const last = awards.at(-1)
  return { awards, ...(found.length > limit && last !== undefined ? { next: last.id } : {}) }
}

/** The codes of the badges that some people hold now, by person. */
export const badgesHeldBy = async (
  deps: Deps,
  organisationId: string,
  personIds: readonly string[],
): Promise<Map<string, readonly string[]>> => {
  const held = await withOrganisation(deps.db, organisationId, (scope) => selectHeld(scope, personIds))
  const byPerson = Map.groupBy(held, ({ personId }) => personId)
  return new Map(
    [...byPerson].map(([personId, badges]) => [personId, badges.map((one) => one.definitionCode)]),
  )
}

/** The codes of a person's badges, by award; those of long ago and those that were taken back too. */
export const badgesOfAwards = async (
  deps: Deps,
  organisationId: string,
  personId: string,
): Promise<Map<string, string>> => {
  const { awards } = await listAwards(deps, organisationId, { filter: { personId }, limit: 100 })
  return new Map(awards.map(({ id, definitionCode }) => [id, definitionCode]))
}

/** Every badge that a service may give with how many are ready for it, nobody missing a consent, and how many hold it. */
export const countBadges = async (deps: Deps, organisationId: string): Promise<BadgeCount[]> => {
  const gathered = await gatherFacts(deps, organisationId)
  const people = await listActivePeople(deps, organisationId)
  const held = await withOrganisation(deps.db, organisationId, (scope) => selectHeld(scope))
  const holders = Map.groupBy(held, ({ definitionCode }) => definitionCode)
  const ids = people.map(({ id }) => id)
  const holds = await holdsOf(deps, organisationId, ids, 'role')
  const facts = people
    .filter(({ id }) => holds.get(id)?.hold === undefined)
    .map(({ id }) => ({ id, facts: gathered.of(id) }))
  const badges = await listBadges(deps, organisationId)
  return badges.map(({ definition, hidden }) => {
    const has = new Set(holders.get(definition.id)?.map(({ personId }) => personId))
    const ready = facts.filter((one) => !has.has(one.id) && hasEarned(definition, one.facts))
    return { definition, hidden, ready: ready.length, held: has.size }
  })
}
