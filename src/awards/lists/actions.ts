import { z } from 'zod'
import { withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { holdsOf } from '../../people/holds/actions'
import { ProblemError } from '../../problems'
import { stateAt } from '../rules/end-of-validity'
import { readStandings } from '../standings/actions'
import { selectHolders } from '../store'
import type { AwardFilter, AwardPage, BadgeCount, BadgeQueue } from './model'
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
  const now = deps.clock.now()
  const awards = found.slice(0, limit).map((award) => ({ ...award, status: stateAt(award, now) }))
  const last = awards.at(-1)
  return { awards, ...(found.length > limit && last !== undefined ? { next: last.id } : {}) }
}

/** The codes of the badges that some people hold now, by person. */
export const badgesHeldBy = async (
  deps: Deps,
  organisationId: string,
  personIds: readonly string[],
): Promise<Map<string, readonly string[]>> => {
  const held = await withOrganisation(deps.db, organisationId, (scope) =>
    selectHeld(scope, deps.clock.now(), personIds),
  )
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
  const [{ people, badges, distanceOf }, held] = await Promise.all([
    readStandings(deps, organisationId),
    withOrganisation(deps.db, organisationId, (scope) => selectHeld(scope, deps.clock.now())),
  ])
  const holders = Map.groupBy(held, ({ definitionCode }) => definitionCode)
  const counts = badges.map(({ definition, hidden }) => {
    const has = new Set(holders.get(definition.id)?.map(({ personId }) => personId))
    const earned = people.filter(({ id }) => !has.has(id) && distanceOf(id, definition.id) === 0)
    return { definition, hidden, earned: earned.map(({ id }) => id), held: has.size }
  })
  const holds = await holdsOf(deps, organisationId, new Set(counts.flatMap(({ earned }) => earned)), 'role')
  return counts.map(({ earned, ...badge }) => ({
    ...badge,
    ready: earned.filter((id) => holds.get(id)?.hold === undefined).length,
  }))
}

/** Who could be given a badge now, who has to wait for a consent, by name; and who is not there yet, the nearest first. */
export const queueForBadge = async (
  deps: Deps,
  organisationId: string,
  code: string,
): Promise<BadgeQueue> => {
  const { people, distanceOf } = await readStandings(deps, organisationId)
  const holders = await withOrganisation(deps.db, organisationId, (scope) =>
    selectHolders(
      scope,
      code,
      people.map(({ id }) => id),
      deps.clock.now(),
    ),
  )
  const without = people
    .filter(({ id }) => !holders.has(id))
    .map(({ id }) => ({ personId: id, distance: distanceOf(id, code) }))
  const earned = without.filter(({ distance }) => distance === 0).map(({ personId }) => personId)
  const holds = await holdsOf(deps, organisationId, earned, 'role')
  const waits = (personId: string) => holds.get(personId)?.hold !== undefined
  return {
    ready: earned.filter((personId) => !waits(personId)),
    heldBack: earned.filter(waits),
    notYet: without.filter(({ distance }) => distance > 0).sort((a, b) => a.distance - b.distance),
  }
}
