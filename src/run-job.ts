import type { Deps, Job } from './deps'
import { runImport } from './hours/actions'

/** Does one piece of queued work. Safe to do twice: every job goes on where it stopped. */
export const runJob = async (deps: Deps, job: Job): Promise<void> => {
  switch (job.kind) {
    case 'import-sessions':
      await runImport(deps, job.organisationId, job.importId)
  }
}
