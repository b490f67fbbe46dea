import { resumeIssueBatches, runIssueBatch } from './awards/actions'
import { refreshStandings } from './awards/standings/actions'
import { runPrintRun, tendPrintRuns } from './certificates/print-runs/actions'
import type { Deps, Job } from './deps'
import { endForgottenVisits, resumeImports, runImport } from './hours/actions'
import { resumeErasures } from './keeping/erasure/actions'
import { runDueRetention } from './keeping/retention/actions'
import { forgetOldMail, sendDueMail } from './outbox/actions'
import { deleteTakenFiles } from './skills/photos/actions'

/** Hears how much of the work is done, and of how much in all. */
export type JobWatcher = (done: number, total: number) => void

/** Does one piece of queued work. Safe to do twice: every job goes on where it stopped. */
export const runJob = async (deps: Deps, job: Job, onProgress?: JobWatcher): Promise<void> => {
  switch (job.kind) {
    case 'import-sessions':
      return runImport(deps, job.organisationId, job.importId, onProgress)
    case 'issue-badges':
      return runIssueBatch(deps, job.organisationId, job.batchId, onProgress)
    case 'print-certificates':
      return runPrintRun(deps, job.organisationId, job.runId)
    case 'send-mail':
      await sendDueMail(deps)
  }
}

/** What falls due by itself: mails to be tried again, and work whose process has ended. Asked for every minute. */
export const runScheduled = async (deps: Deps): Promise<void> => {
  await resumeIssueBatches(deps)
  await resumeImports(deps)
  await endForgottenVisits(deps)
  await tendPrintRuns(deps)
  await resumeErasures(deps)
  await runDueRetention(deps)
  await refreshStandings(deps)
  await deleteTakenFiles(deps)
  await forgetOldMail(deps)
  await deps.jobs.enqueue({ kind: 'send-mail' })
}
