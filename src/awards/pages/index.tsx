import { z } from 'zod'
import { path, paths } from '../../paths'
import { ProblemError } from '../../problems'
import type { App } from '../../web/app-env'
import { requirePermission } from '../../web/guard'
import { respondWithFile } from '../../web/respond'
import { batchReportCsv } from '../batches/report'
import { renewClaim } from '../claims/actions'
import { renderAward, renderAwardPage } from './award-page'
import { renderBatch } from './batch-page'
import { progressPages } from './progress-pages'
import { reviewPages } from './review-page'
import { sendFile } from './send-file'
import { sendSlips } from './send-slips'
import { postStatusChange, renderStatusChange } from './status-page'

/** Issuing as it goes on, and the awards of a service with what changes them. */
export const awardPages = (app: App): void => {
  app.get(paths.serviceIssueBatch, renderBatch)
  app.get(paths.serviceBatchReport, async (c) => {
    const { organisation } = await requirePermission(c, 'badges:read')
    const batchId = c.req.param('batchId')
    if (!z.uuid().safeParse(batchId).success) throw new ProblemError('not-found')
    const csv = await batchReportCsv(c.var.deps, organisation.id, batchId, c.var.language)
    const bytes = new TextEncoder().encode(csv)
    return respondWithFile(c, { bytes, contentType: 'text/csv; charset=utf-8', fileName: 'issued.csv' })
  })
  app.get(paths.serviceAward, renderAward)
  app.get(paths.serviceAwardRevoke, renderStatusChange('revoke'))
  app.post(paths.serviceAwardRevoke, postStatusChange('revoke'))
  app.get(paths.serviceAwardSuspend, renderStatusChange('suspend'))
  app.post(paths.serviceAwardSuspend, postStatusChange('suspend'))
  app.get(paths.serviceAwardReinstate, renderStatusChange('reinstate'))
  app.post(paths.serviceAwardReinstate, postStatusChange('reinstate'))

  app.get(paths.serviceAwardFile, sendFile)
  app.post(paths.serviceAwardSlip, sendSlips)
  app.post(paths.serviceBatchSlips, sendSlips)
  reviewPages(app)
  progressPages(app)

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
