import { withOrganisation } from '../../src/database/scope'
import type { Deps } from '../../src/deps'
import { addBranch, listBranches } from '../../src/organisations/actions'
import type { Organisation } from '../../src/organisations/model'
import { addRole } from '../../src/roles/actions'
import type { NewPlacement } from '../../src/roles/placements/model'
import { makePeople, makeService } from '../support/organisation'

export const coordinator = 'coordinator@example.org'

export type Ground = {
  readonly service: Organisation
  readonly roleId: string
  readonly branchId: string
  readonly people: readonly string[]
}

/** A service with a role, a branch and volunteers. */
export const makeGround = async (
  deps: Deps,
  names: readonly string[] = ['Ann Other', 'Bo Peep'],
): Promise<Ground> => {
  const service = await makeService(deps)
  const roleId = await addRole(deps, service.id, {
    ...{ nationalCode: 'RO-03', titleEn: 'Digital champion', titleCy: null, boundaryClass: 'value-added' },
  })
  await addBranch(deps, service.id, { name: 'Central Library', libraryType: 'LAL' })
  const [branch] = await listBranches(deps, service.id)
  const people = await makePeople(deps, service, names)
  return { service, roleId, branchId: branch?.id ?? '', people }
}

export const placementOf = (ground: Ground, more: Partial<NewPlacement> = {}): NewPlacement => ({
  ...{ personId: ground.people[0] ?? '', roleId: ground.roleId, branchId: ground.branchId },
  ...{ startsOn: '2026-03-10', endsOn: null, supervisorName: 'Sam Lane', supervisorEmail: null },
  ...{ opportunityId: null, ageChecked: false },
  ...more,
})

export const setRole = (
  deps: Deps,
  { service, roleId }: Ground,
  set: {
    readonly minimum_age?: number
    readonly age_reason_en?: string
    readonly state?: 'retired'
    readonly boundary_class?: 'staff-only'
    readonly induction?: string
  },
) =>
  withOrganisation(deps.db, service.id, ({ trx }) =>
    trx.updateTable('role').set(set).where('id', '=', roleId).execute(),
  )
