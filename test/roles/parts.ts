import { withOrganisation } from '../../src/database/scope'
import type { Deps } from '../../src/deps'
import type { Organisation } from '../../src/organisations/model'
import { grantAccess } from '../../src/roles/access/actions'
import { adoptRole } from '../../src/roles/catalogue/actions'
import { publishOpportunity } from '../../src/roles/opportunities/actions'
import { answerQuestion, beginApplication, getApplication } from '../../src/roles/opportunities/applications'
import { questions } from '../../src/roles/opportunities/model'
import { startPlacement } from '../../src/roles/placements/actions'
import { recordTraining } from '../../src/roles/training/actions'

const must = <T>(done: { readonly ok: true; readonly value: T } | { readonly ok: false }): T => {
  if (!done.ok) throw new Error(JSON.stringify(done))
  return done.value
}

/** A published role with a placement, access to a system, and an opportunity that somebody applied for. */
export const makeRoleParts = async (
  deps: Deps,
  service: Organisation,
  personId: string,
  actor: string,
): Promise<Record<'roleId' | 'placementId' | 'accessId' | 'opportunityId' | 'applicationId', string>> => {
  const { id } = service
  const roleId = must(await adoptRole(deps, id, { code: 'RO-11' }, actor))
  await withOrganisation(deps.db, id, ({ trx }) =>
    trx
      .updateTable('role')
      .set({ state: 'published', supervisor_name: 'Sam' })
      .where('id', '=', roleId)
      .execute(),
  )
  const asked = {
    personId,
    roleId,
    branchId: null,
    startsOn: '2026-05-01',
    endsOn: null,
    opportunityId: null,
  }
  const staff = { supervisorName: 'Sam', supervisorEmail: null, ageChecked: true }
  const placementId = must(await startPlacement(deps, id, { ...asked, ...staff }, actor))
  const training = {
    personIds: [personId],
    module: 'data-protection',
    completedOn: '2026-05-01',
    score: '90',
  }
  await recordTraining(deps, id, training, actor)
  const access = { system: 'Spydus', dataClass: 'events', level: 'view', expiresOn: '', ownLogin: true }
  const accessId = must(await grantAccess(deps, id, placementId, access, actor))
  const entry = { roleId, branchId: '', capacity: '2', applyUntil: '2026-07-01', startsOn: '2026-07-01' }
  const opportunityId = must(await publishOpportunity(deps, id, { ...entry, endsOn: '', times: '' }, actor))
  const begun = { opportunityId, language: 'en', clientAddress: '192.0.2.1' } as const
  const key = await beginApplication(deps, id, begun)
  const form = { name: 'Kit', age: '40', email: 'kit@example.org', phone: '', message: '' }
  for (const question of questions) await answerQuestion(deps, service, { key, question, form })
  const applicationId = (await getApplication(deps, id, key)).id
  return { roleId, placementId, accessId, opportunityId, applicationId }
}
