import { paths } from '../../../paths'
import type { App } from '../../../web/app-env'
import { getOwnVersion } from '../../definitions'
import { drawOwnBadge } from '../../images/draw-own'
import { showOwnBadges } from './own-list'
import { postDraft, postGiving, showOwnBadge } from './own-page'
import { postPicture, sendDrawing, showPicture } from './picture-page'
import { sendSampleCertificate, showPreview } from './preview-page'
import { postPublish, showPublish } from './publish-page'
import { postRule, showRule } from './rule-page'
import { postSkills, showSkills } from './skills-page'
import { postNewBadge, postWords, showNewBadge, showWords } from './words-page'

/** The badges that a service designs itself, for its coordinators, and the pictures of those that it published. */
export const ownBadgePages = (app: App): void => {
  app.get(paths.serviceOwnBadges, showOwnBadges)
  app.get(paths.serviceOwnBadgeNew, (c) => showNewBadge(c))
  app.post(paths.serviceOwnBadgeNew, postNewBadge)
  app.get(paths.serviceOwnBadge, showOwnBadge)
  app.get(paths.serviceOwnBadgeWords, (c) => showWords(c))
  app.post(paths.serviceOwnBadgeWords, postWords)
  app.get(paths.serviceOwnBadgeRule, showRule)
  app.post(paths.serviceOwnBadgeRule, postRule)
  app.get(paths.serviceOwnBadgeSkills, (c) => showSkills(c))
  app.post(paths.serviceOwnBadgeSkills, postSkills)
  app.get(paths.serviceOwnBadgePicture, (c) => showPicture(c))
  app.post(paths.serviceOwnBadgePicture, postPicture)
  app.get(paths.serviceOwnBadgeDrawing, sendDrawing)
  app.get(paths.serviceOwnBadgePreview, showPreview)
  app.get(paths.serviceOwnBadgeCertificate, sendSampleCertificate)
  app.get(paths.serviceOwnBadgePublish, showPublish)
  app.post(paths.serviceOwnBadgePublish, postPublish)
  app.post(paths.serviceOwnBadgeDraft, postDraft)
  app.post(paths.serviceOwnBadgeGiving, postGiving)

  app.get(paths.badgePicture, async (c) => {
    const { organisationId, code, version, language } = c.req.param()
    const definition = await getOwnVersion(c.var.deps, organisationId, { code, version })
    const svg = await drawOwnBadge(c.var.deps.assets, definition, language === 'cy' ? 'cy' : 'en')
    return c.body(svg, 200, {
      'Content-Type': 'image/svg+xml',
      'Cache-Control': 'public, max-age=86400',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    })
  })
}
