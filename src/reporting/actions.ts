import { asSystem } from '../database/scope'
import type { Deps } from '../deps'
import type { NetworkReturn } from './model'
import { protectFigures } from './rules/protect-figures'
import { selectServiceFigures } from './store'

/** The figures of a network's services over the last twelve months, with nobody identifiable in any of them. */
export const networkReturn = async (deps: Deps, networkId: string): Promise<NetworkReturn> => {
  const now = deps.clock.now()
  const start = new Date(now)
  start.setUTCFullYear(start.getUTCFullYear() - 1)
  start.setUTCDate(start.getUTCDate() + 1)
  const period = { from: start.toISOString().slice(0, 10), to: now.toISOString().slice(0, 10) }
  const rows = await asSystem(deps.db, (scope) => selectServiceFigures(scope, networkId, period))
  const { services, total } = protectFigures(rows)
  return {
    ...period,
    services: rows.map(({ organisationId }, row) => ({
      organisationId,
      volunteers: services[row]?.volunteers ?? 'withheld',
      hours: services[row]?.hours ?? 'withheld',
      badges: services[row]?.badges ?? 'withheld',
    })),
    total,
  }
}
