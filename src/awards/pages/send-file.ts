import { ProblemError } from '../../problems'
import { credentialFile } from '../../sharing/files'
import type { AppContext } from '../../web/app-env'
import { requirePermission } from '../../web/guard'
import { respondWithFile } from '../../web/respond'
import { getAward } from '../actions'
import { awardFormats } from './award-page'

/** A badge as a file, for a volunteer who has no e-mail. One that is paused or revoked is not handed out. */
export const sendFile = async (c: AppContext) => {
  const { organisation } = await requirePermission(c, 'badges:read')
  const award = await getAward(c.var.deps, organisation.id, c.req.param('awardId') ?? '')
  const format = awardFormats.find((one) => one === c.req.param('format'))
  if (format === undefined || award.status !== 'valid') throw new ProblemError('not-found')
  return respondWithFile(c, await credentialFile(c.var.deps, organisation, award, format))
}
