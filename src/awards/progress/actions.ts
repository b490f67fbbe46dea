import { gatherFacts } from '../../achievements/facts/actions'
import type { BadgeDefinition } from '../../achievements/model'
import { type BadgeStanding, standForBadge } from '../../achievements/rules/stand-for-badge'
import { rolesOfRule } from '../../achievements/rules/sum-for-badge'
import { listBadges } from '../../achievements/settings/actions'
import type { Deps } from '../../deps'
import { badgesHeldBy } from '../lists/actions'

/** How one person stands for one badge of the catalogue. */
export type BadgeProgress = BadgeStanding & {
  readonly definition: BadgeDefinition
  readonly held: boolean
  /** Whether they have sessions in a role that the badge is about; true where it is about any role. */
  readonly near: boolean
}

/** How one person stands for every badge that a service may give, in the order of the catalogue. */
export const progressOf = async (
  deps: Deps,
  organisationId: string,
  personId: string,
): Promise<BadgeProgress[]> => {
  const facts = (await gatherFacts(deps, organisationId, [personId])).of(personId)
  const held = new Set((await badgesHeldBy(deps, organisationId, [personId])).get(personId))
  const roles = new Set(facts.sessions.map(({ roleCode }) => roleCode))
  const badges = await listBadges(deps, organisationId)
  return badges
    .filter(({ hidden, definition }) => !hidden || held.has(definition.id))
    .map(({ definition }) => {
      const asked = rolesOfRule(definition.rule)
      const near = asked === undefined || asked.some((code) => roles.has(code))
      return { ...standForBadge(definition, facts), definition, held: held.has(definition.id), near }
    })
}
