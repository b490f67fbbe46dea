import { paths } from '../../paths'
import type { App } from '../../web/app-env'
import { renderAudit } from './audit-page'
import { postMyErase, renderMyData, renderMyErase, sendMyExport } from './my-pages'
import {
  postPrivacyErase,
  postPrivacyPerson,
  renderPrivacyErase,
  renderPrivacyPerson,
  sendPrivacyExport,
} from './person-pages'
import { findForPrivacy, postMatterClose, postRun, renderPrivacy } from './privacy-page'

/** How personal data is kept, handed out and erased. */
export const keepingPages = (app: App): void => {
  app.get(paths.myData, renderMyData)
  app.get(paths.myDataExport, sendMyExport)
  app.get(paths.myDataErase, renderMyErase)
  app.post(paths.myDataErase, postMyErase)
  app.get(paths.servicePrivacy, renderPrivacy)
  app.post(paths.servicePrivacy, findForPrivacy)
  app.post(paths.servicePrivacyRun, postRun)
  app.post(paths.servicePrivacyMatterClose, postMatterClose)
  app.get(paths.servicePrivacyPerson, renderPrivacyPerson)
  app.post(paths.servicePrivacyPerson, postPrivacyPerson)
  app.get(paths.servicePrivacyExport, sendPrivacyExport)
  app.get(paths.servicePrivacyErase, renderPrivacyErase)
  app.post(paths.servicePrivacyErase, postPrivacyErase)
  app.get(paths.serviceAudit, renderAudit)
}
