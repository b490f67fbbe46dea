import { z } from 'zod'
import { withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import type { Reach } from '../../organisations/model'
import { findSharedTimes } from '../rules/find-shared-times'
import { type LinkedSession, listLinked, listTimesOfLinks } from './store'

/** Those of some sessions that meet the times at the other service of their links; each service is asked by itself. */
const findShared = async (deps: Deps, sessions: readonly LinkedSession[]): Promise<LinkedSession[]> => {
  const shared: LinkedSession[] = []
  for (const [other, own] of Map.groupBy(sessions, (one) => one.otherOrganisationId)) {
    const span = {
      from: new Date(Math.min(...own.map(({ startedAt }) => startedAt.getTime()))),
      to: new Date(Math.max(...own.map(({ endedAt }) => endedAt.getTime()))),
    }
    const linkIds = [...new Set(own.map(({ linkId }) => linkId))]
    const times = await withOrganisation(deps.db, other, (scope) => listTimesOfLinks(scope, linkIds, span))
    shared.push(...findSharedTimes(own, times))
  }
  return [...new Map(shared.map((session) => [session.id, session])).values()]
}

/**
 * Sessions that wait and run at the same time as one that the same person has at another service, where they linked both
 * records (rule HR-05). They are not approved with others: each service looks at its own.
 */
export const sharedElsewhere = async (
  deps: Deps,
  organisationId: string,
  reach: Reach = 'service',
): Promise<Pick<LinkedSession, 'id' | 'personName' | 'localDate'>[]> =>
  findShared(deps, await withOrganisation(deps.db, organisationId, (scope) => listLinked(scope, { reach })))

/** Whether a session that stands is one of those, approved or not. */
export const isSharedElsewhere = async (
  deps: Deps,
  organisationId: string,
  sessionId: string,
): Promise<boolean> => {
  if (!z.uuid().safeParse(sessionId).success) return false
  const own = await withOrganisation(deps.db, organisationId, (scope) =>
    listLinked(scope, { reach: 'service', sessionId }),
  )
  return (await findShared(deps, own)).length > 0
}
