import { checkOnDevice } from './check-on-device'
import { copyButtons } from './copy-buttons'
import { countTicked } from './count-ticked'
import { errorSummary } from './error-summary'
import { idleReturn } from './idle-return'
import { refreshRegion } from './refresh-region'
import { selectAll } from './select-all'
import { sendOnce } from './send-once'

errorSummary(document)
copyButtons(document)
selectAll(document)
countTicked(document)
sendOnce(document)
refreshRegion(document)
checkOnDevice(document)
idleReturn(document)
