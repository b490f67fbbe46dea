import { recordAudit } from '../../audit/actions'
import type { Scope } from '../../database/scope'
import type { Deps } from '../../deps'
import { localDateOf } from '../../hours/rules/local-date-of'
import { selectConsultations, selectRecords } from '../boundary/store'
import type { RoleDetails } from '../model'
import { findInForce } from '../rules/find-in-force'
import { type Readiness, readinessOf } from '../rules/readiness-of'
import { updateRoleState } from '../store'
import { selectDecisions } from './store'

/** How ready a role is for being published, as it stands in this transaction. */
export const readReadiness = async (deps: Deps, scope: Scope, role: RoleDetails): Promise<Readiness> =>
  readinessOf(role, {
    record: findInForce(await selectRecords(scope, role.id), localDateOf(deps.clock.now())),
    consultations: await selectConsultations(scope, role.id),
    check: (await selectDecisions(scope, role.id)).at(-1),
  })

/** Takes a published role back that is not ready any more. */
export const settlePublished = async (
  deps: Deps,
  scope: Scope,
  role: RoleDetails,
  actor: string,
): Promise<void> => {
  if (role.state !== 'published' || (await readReadiness(deps, scope, role)).ready) return
  await updateRoleState(scope, role.id, 'adopted')
  await recordAudit(scope, {
    ...{ id: deps.random.uuid(), actor, action: 'role.retired', subjectType: 'role' },
    ...{ subjectId: role.id, detail: { state: 'adopted', why: 'not-ready' } },
  })
}
