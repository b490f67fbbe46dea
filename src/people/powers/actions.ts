import { asSystem } from '../../database/scope'
import type { Deps } from '../../deps'
import { localDateOf } from '../../hours/rules/local-date-of'
import type { Membership } from '../../organisations/model'
import { agesFor } from '../rules/ages-for'
import { powerOf } from '../rules/power-of'
import { selectPowerFacts } from './store'

/**
 * The memberships that somebody can use at this moment, by the age of whom they are about: a child below the age of
 * digital consent does not sign in, their guardian does; from then on the guardian answers for consents alone, and from
 * the age of own consent on for nothing.
 */
export const usableMemberships = async (
  deps: Deps,
  email: string,
  memberships: readonly Membership[],
): Promise<readonly Membership[]> => {
  const keys = memberships.flatMap(({ role, organisationId, personId }) =>
    (role === 'volunteer' || role === 'guardian') && personId !== null ? [{ organisationId, personId }] : [],
  )
  if (keys.length === 0) return memberships
  const facts = await asSystem(deps.db, (scope) => selectPowerFacts(scope, keys, email))
  const today = localDateOf(deps.clock.now())
  return memberships.flatMap((membership): Membership[] => {
    const { role, organisationId, personId } = membership
    if (role !== 'volunteer' && role !== 'guardian') return [membership]
    const fact = facts.find((one) => one.organisationId === organisationId && one.personId === personId)
    if (fact === undefined) return []
    const ages = agesFor(deps.config.COLOPHON_AGES, fact.nation)
    const power = powerOf(role, fact, { today, ages })
    if (power === 'none') return []
    return [power === 'all' ? membership : { ...membership, only: ['consents:give'] }]
  })
}
