import { getAward } from '../../awards/actions'
import type { Award } from '../../awards/model'
import { getOrganisation } from '../../organisations/actions'
import type { Organisation } from '../../organisations/model'
import { ProblemError } from '../../problems'
import type { AppContext } from '../../web/app-env'
import { requireOwnRecords } from '../../web/guard'

/** A viewer's own award, and who they are in the audit trail. */
export type Own = { readonly award: Award; readonly organisation: Organisation; readonly actor: string }

/** The viewer's own award. Throws `not-found` for one of somebody else. */
export const getOwn = async (c: AppContext): Promise<Own> => {
  const { deps } = c.var
  const { viewer, records } = requireOwnRecords(c)
  for (const { organisationId, personId } of records) {
    const award = await getAward(deps, organisationId, c.req.param('awardId') ?? '').catch(absent)
    if (award?.personId === personId) {
      return { award, organisation: await getOrganisation(deps, organisationId), actor: viewer.email }
    }
  }
  throw new ProblemError('not-found')
}

const absent = (error: unknown): undefined => {
  if (!(error instanceof ProblemError && error.code === 'not-found')) throw error
}
