import { paths } from '../../paths'
import type { App } from '../../web/app-env'
import { postWithdraw, showPersonRecords } from './person-records'
import { postRecord, showRecordForm } from './record-page'
import { postReflection, showReflection } from './reflection-page'

/** What staff record of volunteers besides hours, and what volunteers write. */
export const evidencePages = (app: App): void => {
  app.get(paths.serviceEvidence, showRecordForm)
  app.post(paths.serviceEvidence, postRecord)
  app.get(paths.servicePersonEvidence, showPersonRecords)
  app.post(paths.serviceEvidenceWithdraw, postWithdraw)
  app.get(paths.myReflection, showReflection)
  app.post(paths.myReflection, postReflection)
}
