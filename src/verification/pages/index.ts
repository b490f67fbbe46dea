import type { App } from '../../web/app-env'
import { awardPages } from './award-page'
import { verifyPage } from './verify-page'

/** Where an employer finds out about a badge: no account, no JavaScript. */
export const verificationPages = (app: App): void => {
  verifyPage(app)
  awardPages(app)
}
