import type { App } from '../../web/app-env'
import { badgePage } from './badge-page'
import { claimPage } from './claim-page'
import { holderPage } from './holder-page'
import { recordPage } from './record-page'
import { sharingPage } from './sharing-page'

/** What a volunteer sees of what they did, and how they take it along. */
export const myPages = (app: App): void => {
  recordPage(app)
  badgePage(app)
  holderPage(app)
  sharingPage(app)
  claimPage(app)
}
