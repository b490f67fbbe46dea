import type { App } from '../../web/app-env'
import { approvalPages } from './approval-pages'
import { importPages } from './import-pages'

/** The coordinator's pages of hours: import, and approve. */
export const hoursPages = (app: App): void => {
  importPages(app)
  approvalPages(app)
}
