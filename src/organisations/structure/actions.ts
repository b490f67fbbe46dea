import { z } from 'zod'
import { recordAudit } from '../../audit/actions'
import { toProblem } from '../../database/errors'
import { asSystem, withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { ProblemError } from '../../problems'
import { addBranch, addMembership, createOrganisation } from '../actions'
import type { BranchRecord, NewBranch, NewOrganisation, Organisation, OrganisationDetails } from '../model'
import { selectBranchRecords, updateBranch, updateOrganisation } from './store'

/** The branches of a service in full, by name. */
export const listBranchRecords = (deps: Deps, organisationId: string): Promise<BranchRecord[]> =>
  withOrganisation(deps.db, organisationId, selectBranchRecords)

/** Throws `not-found`. */
export const getBranch = async (
  deps: Deps,
  organisationId: string,
  branchId: string,
): Promise<BranchRecord> => {
  const found = (await listBranchRecords(deps, organisationId)).find(({ id }) => id === branchId)
  if (found === undefined) throw new ProblemError('not-found')
  return found
}

/** Adds a branch (no id) or changes one. Throws `duplicate` where the name is taken, and `not-found`. */
export const saveBranch = async (
  deps: Deps,
  organisationId: string,
  { id, ...branch }: NewBranch & { readonly id?: string },
  actor: string,
): Promise<void> => {
  if (id === undefined) await addBranch(deps, organisationId, branch)
  try {
    await withOrganisation(deps.db, organisationId, async (scope) => {
      if (id !== undefined && !(z.uuid().safeParse(id).success && (await updateBranch(scope, id, branch))))
        throw new ProblemError('not-found')
      await recordAudit(scope, {
        ...{ id: deps.random.uuid(), actor, subjectType: 'branch', subjectId: id ?? branch.name },
        ...{ action: id === undefined ? 'branch.added' : 'branch.changed' },
        detail: { type: branch.libraryType },
      })
    })
  } catch (error) {
    throw toProblem(error)
  }
}

/** Changes what may change of an organisation. */
export const changeOrganisation = async (
  deps: Deps,
  organisation: Organisation,
  details: OrganisationDetails,
  actor: string,
): Promise<void> => {
  await asSystem(deps.db, (scope) => updateOrganisation(scope, organisation.id, details))
  await withOrganisation(deps.db, organisation.id, (scope) =>
    recordAudit(scope, {
      ...{ id: deps.random.uuid(), actor, action: 'organisation.changed' },
      ...{ subjectType: 'organisation', subjectId: organisation.id },
    }),
  )
}

/**
 * Makes an organisation beneath another: a service in a network, or a community library, a tenant of its own, beneath
 * a service. `email` becomes its first coordinator. Throws `duplicate` where the slug is taken.
 */
export const createBeneath = async (
  deps: Deps,
  parent: Organisation,
  wanted: Omit<NewOrganisation, 'kind' | 'parentId' | 'demo'> & { readonly email: string },
  actor: string,
): Promise<Organisation> => {
  const { email, ...organisation } = wanted
  const made = await createOrganisation(deps, {
    ...organisation,
    kind: parent.kind === 'network' ? 'service' : 'community',
    parentId: parent.id,
    demo: parent.demo,
  })
  await addMembership(deps, made.id, { email, role: 'coordinator' })
  await withOrganisation(deps.db, parent.id, (scope) =>
    recordAudit(scope, {
      ...{ id: deps.random.uuid(), actor, action: 'organisation.created' },
      ...{ subjectType: 'organisation', subjectId: made.id },
    }),
  )
  return made
}
