import { path, paths } from '../../paths'
import { ProblemError } from '../../problems'
import type { App } from '../../web/app-env'
import { requirePermission } from '../../web/guard'
import { renewClaim } from '../claims/actions'
import { renderAward, renderAwardPage } from './award-page'
import { renderBatch } from './batch-page'
import { postRevoke, renderRevoke } from './revoke-page'
import { sendFile } from './send-file'

/** Issuing as it goes on, and the awards of a service with their revocation. */
export const awardPages = (app: App): void => {
  app.get(paths.serviceIssueBatch, renderBatch)
  app.get(paths.serviceAward, renderAward)
  app.get(paths.serviceAwardRevoke, renderRevoke)
  app.post(paths.serviceAwardRevoke, postRevoke)

  app.get(paths.serviceAwardFile, sendFile)

  app.post(paths.serviceAwardClaim, async (c) => {
    const permitted = await requirePermission(c, 'badges:issue')
    const { id, slug } = permitted.organisation
    const awardId = c.req.param('awardId')
    try {
      await renewClaim(c.var.deps, id, awardId)
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'too-many-requests')
        return renderAwardPage(c, permitted, 'too-many')
      throw error
    }
    return c.redirect(`${path('serviceAward', { slug, awardId })}?mail=sent`, 303)
  })
}
