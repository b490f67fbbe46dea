import { withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import type { Reach } from '../../organisations/model'
import { holdsOf, readAges } from '../../people/holds/actions'
import type { HeldSessions } from '../model'
import { localDateOf } from '../rules/local-date-of'
import { countWaitingOfYoung } from './store'

/** Young volunteers whose waiting hours cannot be approved, with the reason, by name. */
export const heldSessions = async (
  deps: Deps,
  organisationId: string,
  reach: Reach = 'service',
): Promise<(HeldSessions & { readonly name: string })[]> => {
  const young = await withOrganisation(deps.db, organisationId, async (scope) => {
    const { adult } = await readAges(deps, scope)
    const year = Number(localDateOf(deps.clock.now()).slice(0, 4))
    return countWaitingOfYoung(scope, year - adult - 1, reach)
  })
  const personIds = young.map(({ personId }) => personId)
  const holds = await holdsOf(deps, organisationId, personIds, 'role')
  return young.flatMap((person) => {
    const hold = holds.get(person.personId)?.hold
    return hold === undefined ? [] : [{ ...person, hold }]
  })
}
