import { z } from 'zod'
import { getAward, getCredentialText, getIssueBatch } from '../../awards/actions'
import { listAwards } from '../../awards/lists/actions'
import { asSystem, type Scope, withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import type { Paper } from '../../documents/model'
import { getOrganisation } from '../../organisations/actions'
import { ProblemError } from '../../problems'
import { openSetting, writeCertificate } from '../actions'
import { drawCohort } from '../draw-certificate'
import type { CertificateInput } from '../model'
import type { PrintRun } from './model'
import * as store from './store'

/** Certificates in one file at most. */
const MOST = 2000
/** Certificates between two signs of progress. */
const STEP = 20
const STALLED_MS = 3 * 60_000
const KEPT_MS = 24 * 60 * 60_000

const keyOf = (organisationId: string, runId: string) => `print-runs/${organisationId}/${runId}.pdf`

const validOf = async (deps: Deps, organisationId: string, batchId: string) => {
  const { awards } = await listAwards(deps, organisationId, { filter: { batchId }, limit: MOST })
  return awards
    .filter(({ status }) => status === 'valid')
    .sort((a, b) => a.personName.localeCompare(b.personName) || a.id.localeCompare(b.id))
}

/**
 * Puts the certificates of a batch that are still valid on the queue, as one file for a printer. Throws `not-found` for
 * an unknown batch, and `conflict` where none is valid.
 */
export const startPrintRun = async (
  deps: Deps,
  organisationId: string,
  { batchId, paper, actor }: { readonly batchId: string; readonly paper: Paper; readonly actor: string },
): Promise<{ runId: string }> => {
  const batch = await getIssueBatch(deps, organisationId, batchId)
  const total = (await validOf(deps, organisationId, batch.id)).length
  if (total === 0) throw new ProblemError('conflict', { detail: 'No badge of this batch is valid now.' })
  const id = deps.random.uuid()
  const run = { id, batchId: batch.id, paper, total, createdBy: actor, createdAt: deps.clock.now() }
  await withOrganisation(deps.db, organisationId, (scope) => store.insertRun(scope, run))
  await deps.jobs.enqueue({ kind: 'print-certificates', organisationId, runId: id })
  return { runId: id }
}

/** Throws `not-found`, also after a day, when a run and its file are gone. */
export const getPrintRun = async (deps: Deps, organisationId: string, runId: string): Promise<PrintRun> => {
  const run = z.uuid().safeParse(runId).success
    ? await withOrganisation(deps.db, organisationId, (scope) => store.findRun(scope, runId))
    : undefined
  if (run === undefined) throw new ProblemError('not-found')
  return run
}

/** The file of a finished run. Throws `not-found` before that, and after a day. */
export const getPrintFile = async (
  deps: Deps,
  organisationId: string,
  runId: string,
): Promise<Uint8Array> => {
  const { finishedAt } = await getPrintRun(deps, organisationId, runId)
  const bytes = finishedAt === null ? undefined : await deps.files.get(keyOf(organisationId, runId))
  if (bytes === undefined) throw new ProblemError('not-found')
  return bytes
}

/** Draws the certificates of a run. Done twice, it writes the same file again. */
export const runPrintRun = async (deps: Deps, organisationId: string, runId: string): Promise<void> => {
  const run = await withOrganisation(deps.db, organisationId, (scope) => store.findRun(scope, runId))
  if (run === undefined || run.finishedAt !== null) return
  const setting = await openSetting(deps, await getOrganisation(deps, organisationId))
  const rows = (await validOf(deps, organisationId, run.batchId)).slice(0, run.total)
  const inputs: CertificateInput[] = []
  for (const { id, personName } of rows) {
    const award = await getAward(deps, organisationId, id)
    const credential = await getCredentialText(deps, organisationId, id)
    const said = { paper: run.paper, holderName: personName, credential }
    inputs.push(await writeCertificate(deps, setting, award, said))
  }
  const advance = (done: number, finished = false) =>
    withOrganisation(deps.db, organisationId, (scope) =>
      store.advanceRun(scope, runId, { done, finished, at: deps.clock.now() }),
    )
  const bytes = await drawCohort(inputs, deps.assets, {
    at: deps.clock.now(),
    onPage: async (done) => {
      if (done % STEP === 0) await advance(done)
    },
  })
  await deps.files.put(keyOf(organisationId, runId), bytes)
  await advance(run.total, true)
}

/** Puts runs back on the queue whose process ended, and forgets those older than a day with their files. */
export const tendPrintRuns = async (deps: Deps): Promise<void> => {
  const now = deps.clock.now()
  const before = (milliseconds: number) => new Date(now.getTime() - milliseconds)
  const old = await asSystem(deps.db, (scope) => store.listBefore(scope, before(KEPT_MS)))
  for (const { organisationId, runId } of old) {
    await deps.files.delete(keyOf(organisationId, runId))
    await withOrganisation(deps.db, organisationId, (scope) => store.deleteRun(scope, runId))
  }
  const stalled = await asSystem(deps.db, (scope) => store.takeStalled(scope, before(STALLED_MS), now))
  for (const run of stalled) await deps.jobs.enqueue({ kind: 'print-certificates', ...run })
}

/** The keys of the files in which a person's certificate is; to be forgotten with their runs. */
export const printFilesWith = async (scope: Scope, personId: string): Promise<string[]> =>
  (await store.listFinishedWith(scope, personId)).map((runId) => keyOf(scope.organisationId, runId))

/** Forgets these runs within the caller's transaction; whoever prints makes them anew. */
export const forgetPrintRunsWith = async (scope: Scope, personId: string): Promise<void> => {
  for (const runId of await store.listFinishedWith(scope, personId)) await store.deleteRun(scope, runId)
}
