import { withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import type { Reach } from '../../organisations/model'
import { listApproved } from '../approved/store'
import { sumAnonymousSince } from '../erasure/store'
import type { HoursOverview, SessionFilterOptions } from '../model'
import { countMinutes } from '../rules/count-minutes'
import { financialYearOf } from '../rules/financial-year-of'
import { localDateOf } from '../rules/local-date-of'
import { listFilterOptions, sumWaitingSessions } from './store'

/** What a filter of the waiting sessions may name: the roles, branches, people and months among them. */
export const sessionFilterOptions = (
  deps: Deps,
  organisationId: string,
  reach: Reach = 'service',
): Promise<SessionFilterOptions> =>
  withOrganisation(deps.db, organisationId, (scope) => listFilterOptions(scope, reach))

/** What waits for approval, and what the financial year that runs now adds up to. */
export const hoursOverview = async (deps: Deps, organisationId: string): Promise<HoursOverview> => {
  const year = financialYearOf(localDateOf(deps.clock.now()))
  const { waiting, approved, erased } = await withOrganisation(deps.db, organisationId, async (scope) => ({
    waiting: await sumWaitingSessions(scope),
    approved: await listApproved(scope, { from: `${year.slice(0, 4)}-04-01` }),
    erased: await sumAnonymousSince(scope, `${year.slice(0, 4)}-04`),
  }))
  return {
    waiting,
    year,
    approvedMinutes: countMinutes([...approved.values()].flat()) + erased.minutes,
    volunteers: approved.size + erased.givers,
  }
}
