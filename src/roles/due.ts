import type { Deps } from '../deps'
import { countAccessDue } from './access/actions'
import { countReviews } from './boundary/actions'
import { countApplications } from './opportunities/actions'
import { countExpiring } from './training/actions'

/** Something about roles that waits for the coordinators: how much, and the first day (YYYY-MM-DD) where there is one. */
export type RoleTask = {
  readonly kind: 'applications' | 'expiring' | 'access' | 'boundary'
  readonly count: number
  readonly first: string | null
}

/** What is due in a service about roles, training and access; only what there is. */
export const roleTasks = async (deps: Deps, organisationId: string): Promise<RoleTask[]> => {
  const tasks: RoleTask[] = [
    { kind: 'applications', count: await countApplications(deps, organisationId), first: null },
    { kind: 'expiring', ...(await countExpiring(deps, organisationId)) },
    { kind: 'access', ...(await countAccessDue(deps, organisationId)) },
    { kind: 'boundary', count: await countReviews(deps, organisationId), first: null },
  ]
  return tasks.filter(({ count }) => count > 0)
}
