import { z } from 'zod'
import { recordAudit } from '../../audit/actions'
import { withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { getPerson } from '../../people/actions'
import { ProblemError } from '../../problems'
import type { Matter } from '../model'
import { insertMatter, listMatters as selectMatters, updateClosed } from './store'

/** Complaints and accidents for which records are kept, of a service or of one person. */
export const listMatters = (deps: Deps, organisationId: string, personId?: string): Promise<Matter[]> =>
  withOrganisation(deps.db, organisationId, (scope) => selectMatters(scope, personId))

export const zNewMatter = z
  .strictObject({
    kind: z.enum(['complaint', 'accident']),
    reference: z.string().trim().min(1).max(100),
    reason: z.string().trim().min(1).max(500),
    needsName: z.boolean(),
    needsContact: z.boolean(),
    needsSessions: z.boolean(),
    firstDate: z.iso.date().nullable(),
    lastDate: z.iso.date().nullable(),
  })
  .refine((one) => one.needsName || one.needsContact || one.needsSessions, { path: ['needs'] })
  .refine((one) => !one.needsSessions || (one.firstDate !== null && one.lastDate !== null), {
    path: ['firstDate'],
  })
  .refine((one) => (one.firstDate ?? '') <= (one.lastDate ?? ''), { path: ['lastDate'] })
export type NewMatter = z.infer<typeof zNewMatter>

/** Opens a matter for which part of a record is kept. Throws `not-found`. */
export const openMatter = async (
  deps: Deps,
  organisationId: string,
  personId: string,
  matter: NewMatter,
  actor: string,
): Promise<void> => {
  await getPerson(deps, organisationId, personId)
  const id = deps.random.uuid()
  const days = matter.needsSessions ? {} : { firstDate: null, lastDate: null }
  const row = { ...matter, ...days, id, personId, openedBy: actor, openedAt: deps.clock.now() }
  await withOrganisation(deps.db, organisationId, async (scope) => {
    await insertMatter(scope, row)
    await recordAudit(scope, {
      ...{ id: deps.random.uuid(), actor, action: 'matter.opened', subjectType: 'matter', subjectId: id },
      detail: { kind: matter.kind },
    })
  })
}

/** Closes a matter; from then on its time runs. Closing it again changes nothing. Throws `not-found`. */
export const closeMatter = (
  deps: Deps,
  organisationId: string,
  matterId: string,
  actor: string,
): Promise<void> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    const matter = (await selectMatters(scope)).find(({ id }) => id === matterId)
    if (matter === undefined) throw new ProblemError('not-found')
    if (!(await updateClosed(scope, matterId, deps.clock.now()))) return
    await recordAudit(scope, {
      ...{ id: deps.random.uuid(), actor, action: 'matter.closed' },
      ...{ subjectType: 'matter', subjectId: matterId },
    })
  })
