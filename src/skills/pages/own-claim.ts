import { getFrameworkItem } from '../../frameworks/actions'
import { ProblemError } from '../../problems'
import type { AppContext } from '../../web/app-env'
import type { Permitted } from '../../web/guard'
import { getClaim } from '../actions'
import type { ClaimDetails } from '../model'
import type { ShownAlignment } from './claim-parts'

/** The claim that the address names, where it is the viewer's own and stands. Throws `not-found`. */
export const getOwnClaim = async (
  c: AppContext,
  { organisation, personId }: Permitted & { readonly personId: string },
): Promise<ClaimDetails> => {
  const claim = await getClaim(c.var.deps, organisation.id, c.req.param('claimId') ?? '')
  if (claim.personId !== personId || claim.state === 'withdrawn') throw new ProblemError('not-found')
  return claim
}

/** The items that a claim is aligned to. */
export const shownAlignments = (c: AppContext, claim: ClaimDetails): Promise<ShownAlignment[]> =>
  Promise.all(
    claim.alignments.map(async (link) => ({ ...link, found: await getFrameworkItem(c.var.deps, link) })),
  )
