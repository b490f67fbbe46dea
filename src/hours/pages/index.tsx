import type { App } from '../../web/app-env'
import { approvalPages } from './approval-pages'
import { checkInAdminPages } from './check-in-admin'
import { checkInPages } from './check-in-pages'
import { importPages } from './import-pages'
import { myHoursPages } from './my-hours'
import { registerPages } from './register-pages'
import { sessionPages } from './session-pages'

/** The pages of hours: a coordinator imports, records and approves them, a volunteer records their own. */
export const hoursPages = (app: App): void => {
  importPages(app)
  approvalPages(app)
  registerPages(app)
  sessionPages(app)
  myHoursPages(app)
  checkInAdminPages(app)
  checkInPages(app)
}
