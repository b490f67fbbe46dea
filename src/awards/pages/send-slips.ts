import { z } from 'zod'
import type { AppContext } from '../../web/app-env'
import { requirePermission } from '../../web/guard'
import { respondWithFile } from '../../web/respond'
import { makeSlips } from '../slips/actions'

const place = z.coerce.number().int().min(0).max(1_000_000).catch(0)

/** Claim slips for one award or a batch, in the answer alone: they hold the links, which nobody keeps. */
export const sendSlips = async (c: AppContext) => {
  const { organisation, actor } = await requirePermission(c, 'badges:issue')
  const { awardId, batchId } = c.req.param()
  const choice = batchId === undefined ? { awardId: awardId ?? '' } : { batchId }
  const from = place.parse((await c.req.parseBody())['from'])
  const bytes = await makeSlips(c.var.deps, organisation, choice, { actor, from })
  return respondWithFile(c, { bytes, contentType: 'application/pdf', fileName: 'claim-slips.pdf' })
}
