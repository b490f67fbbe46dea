import { z } from 'zod'
import { badgeDefinitions } from '../../achievements/catalogue'
import { standForBadge } from '../../achievements/rules/stand-for-badge'
import { withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { factsFor } from '../../hours/actions'
import { listActivePeople } from '../../people/actions'
import { holdsOf } from '../../people/holds/actions'
import { ProblemError } from '../../problems'
import { listRoles } from '../../roles/actions'
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

/** Every badge of the catalogue with how many are ready for it, nobody missing a consent, and how many hold it. */
export const countBadges = async (deps: Deps, organisationId: string): Promise<BadgeCount[]> => {
  const codes = new Map((await listRoles(deps, organisationId)).map((role) => [role.id, role.nationalCode]))
  const facts = await factsFor(deps, organisationId)
  const people = await listActivePeople(deps, organisationId)
  const held = await withOrganisation(deps.db, organisationId, (scope) => selectHeld(scope))
  const holders = Map.groupBy(held, ({ definitionCode }) => definitionCode)
  const holds = await holdsOf(deps, organisationId, facts.keys(), 'role')
  return badgeDefinitions.map((definition) => {
    const has = new Set(holders.get(definition.id)?.map(({ personId }) => personId))
    const ready = people.filter(({ id }) => {
      const waits = has.has(id) || holds.get(id)?.hold !== undefined
      const sessions = waits ? undefined : facts.get(id)
      return sessions !== undefined && standForBadge(definition, sessions, (role) => codes.get(role)).eligible
    })
    return { definition, ready: ready.length, held: has.size }
  })
}
