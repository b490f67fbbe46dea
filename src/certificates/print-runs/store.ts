import { sql } from 'kysely'
import type { Scope, SystemScope } from '../../database/scope'
import type { PrintRun } from './model'

export const insertRun = async (
  { trx, organisationId }: Scope,
  run: Pick<PrintRun, 'id' | 'batchId' | 'paper' | 'total'> & {
    readonly createdBy: string
    readonly createdAt: Date
  },
): Promise<void> => {
  await trx
    .insertInto('print_run')
    .values({
      organisation_id: organisationId,
      id: run.id,
      batch_id: run.batchId,
      paper: run.paper,
      total: run.total,
      created_by: run.createdBy,
      created_at: run.createdAt,
      touched_at: run.createdAt,
      finished_at: null,
    })
    .execute()
}

export const findRun = ({ trx, organisationId }: Scope, id: string): Promise<PrintRun | undefined> =>
  trx
    .selectFrom('print_run')
    .select(['id', 'batch_id as batchId', 'paper', 'total', 'done', 'finished_at as finishedAt'])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst()

export const advanceRun = async (
  { trx, organisationId }: Scope,
  id: string,
  { done, at, finished = false }: { readonly done: number; readonly at: Date; readonly finished?: boolean },
): Promise<void> => {
  await trx
    .updateTable('print_run')
    .set({ done, touched_at: at, ...(finished ? { finished_at: at } : {}) })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .execute()
}

type RunPlace = { readonly organisationId: string; readonly runId: string }

/** Runs that nobody has worked on since a moment, marked as taken up now. */
export const takeStalled = ({ trx }: SystemScope, since: Date, now: Date): Promise<RunPlace[]> =>
  trx
    .updateTable('print_run')
    .set({ touched_at: now })
    .where('finished_at', 'is', null)
    .where('touched_at', '<', since)
    .returning(['organisation_id as organisationId', 'id as runId'])
    .execute()

/** Runs begun before a moment. */
export const listBefore = ({ trx }: SystemScope, before: Date): Promise<RunPlace[]> =>
  trx
    .selectFrom('print_run')
    .select(['organisation_id as organisationId', 'id as runId'])
    .where('created_at', '<', before)
    .limit(100)
    .execute()

export const deleteRun = async ({ trx, organisationId }: Scope, id: string): Promise<void> => {
  await trx
    .deleteFrom('print_run')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

/** Finished runs of the batches in which a person is. */
export const listFinishedWith = async (
  { trx, organisationId }: Scope,
  personId: string,
): Promise<string[]> => {
  const rows = await trx
    .selectFrom('print_run')
    .innerJoin('issue_batch', (join) =>
      join
        .onRef('issue_batch.organisation_id', '=', 'print_run.organisation_id')
        .onRef('issue_batch.id', '=', 'print_run.batch_id'),
    )
    .select('print_run.id')
    .where('print_run.organisation_id', '=', organisationId)
    .where('print_run.finished_at', 'is not', null)
    .where(sql<boolean>`issue_batch.person_ids ? ${personId}`)
    .execute()
  return rows.map(({ id }) => id)
}
