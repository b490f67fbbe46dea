import { checkOnDevice } from './check-on-device'
import { copyButtons } from './copy-buttons'
import { countTicked } from './count-ticked'
import { errorSummary } from './error-summary'
import { idleReturn } from './idle-return'
import { livePreview } from './live-preview'
import { printPage } from './print-page'
import { refreshRegion } from './refresh-region'
import { scanCode } from './scan-code'
import { selectAll } from './select-all'
import { sendOnce } from './send-once'
import { takeBadge } from './take-badge'

errorSummary(document)
copyButtons(document)
selectAll(document)
countTicked(document)
sendOnce(document)
refreshRegion(document)
checkOnDevice(document)
idleReturn(document)
takeBadge(document)
scanCode(document)
printPage(document)
livePreview(document)
