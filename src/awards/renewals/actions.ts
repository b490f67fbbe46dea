import { withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { hasEnded, soonAfter } from '../rules/end-of-validity'
import type { RenewalTask, RunningOut } from './model'
import { countRunningOut, selectRunningOut } from './store'

const MOST_LISTED = 500

/** Whose badge ran out or does within sixty days, and who was not given it again, the first to run out first. */
export const runningOut = async (deps: Deps, organisationId: string, code: string): Promise<RunningOut[]> => {
  const now = deps.clock.now()
  const rows = await withOrganisation(deps.db, organisationId, (scope) =>
    selectRunningOut(scope, { until: soonAfter(now), code, limit: MOST_LISTED }),
  )
  return rows.map((row) => ({ ...row, ended: hasEnded(row.validUntil, now) }))
}

/** How many badges of each kind run out within sixty days. */
export const renewalTasks = (deps: Deps, organisationId: string): Promise<RenewalTask[]> => {
  const now = deps.clock.now()
  return withOrganisation(deps.db, organisationId, (scope) =>
    countRunningOut(scope, { from: now, until: soonAfter(now) }),
  )
}
