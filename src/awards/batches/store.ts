import { sql } from 'kysely'
import type { Scope, SystemScope } from '../../database/scope'
import type { ChosenSkills, IssueBatch, Recipient, Refusal } from '../model'
import type { KnownVolunteer } from '../rules/match-recipients'

/** A batch with the people whom it names; those up to `done` are dealt with. */
export type BatchRecord = IssueBatch & {
  readonly personIds: readonly string[]
  readonly notify: boolean
  readonly texts: Readonly<Record<string, string>>
  readonly skills: ChosenSkills
}

export type NewBatch = Pick<
  BatchRecord,
  'id' | 'code' | 'personIds' | 'decidedBy' | 'notify' | 'createdAt' | 'texts' | 'skills'
>

export const insertBatch = async (scope: Scope, batch: NewBatch): Promise<void> => {
  await scope.trx
    .insertInto('issue_batch')
    .values({
      organisation_id: scope.organisationId,
      id: batch.id,
      definition_code: batch.code,
      person_ids: JSON.stringify(batch.personIds),
      decided_by: batch.decidedBy,
      created_at: batch.createdAt,
      total: batch.personIds.length,
      refused: '[]',
      texts: JSON.stringify(batch.texts),
      skills: JSON.stringify(batch.skills),
      finished_at: batch.personIds.length === 0 ? batch.createdAt : null,
      notify: batch.notify,
      touched_at: batch.createdAt,
    })
    .execute()
}

export const findBatch = (scope: Scope, id: string): Promise<BatchRecord | undefined> =>
  scope.trx
    .selectFrom('issue_batch')
    .select([
      'id',
      'definition_code as code',
      'person_ids as personIds',
      'total',
      'done',
      'issued',
      // Only advanceBatch writes them.
      sql<Refusal[]>`refused`.as('refused'),
      'decided_by as decidedBy',
      'created_at as createdAt',
      'finished_at as finishedAt',
      'notify',
      'texts',
      'skills',
    ])
    .where('organisation_id', '=', scope.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()

/** How many people of a batch are dealt with; no other run of it goes on until the transaction ends. */
export const lockBatch = async (scope: Scope, id: string): Promise<number | undefined> => {
  const row = await scope.trx
    .selectFrom('issue_batch')
    .select('done')
    .where('organisation_id', '=', scope.organisationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row?.done
}

export type BatchProgress = {
  readonly done: number
  readonly issued: number
  readonly refused: readonly Refusal[]
  readonly at: Date
}

/** Counts people as dealt with; the batch is finished with the last of them. */
export const advanceBatch = async (scope: Scope, id: string, progress: BatchProgress): Promise<void> => {
  await scope.trx
    .updateTable('issue_batch')
    .set({
      done: progress.done,
      issued: sql`issued + ${progress.issued}`,
      refused: sql`refused || ${JSON.stringify(progress.refused)}::jsonb`,
      touched_at: progress.at,
      finished_at: sql`case when ${progress.done}::integer >= total then ${progress.at}::timestamptz end`,
    })
    .where('organisation_id', '=', scope.organisationId)
    .where('id', '=', id)
    .execute()
}

/** Those of the named people who volunteer now. */
export const selectRecipients = (scope: Scope, personIds: readonly string[]): Promise<Recipient[]> =>
  scope.trx
    .selectFrom('person')
    .select(['id as personId', 'preferred_name as name', 'email', 'contact_language as language'])
    .where('organisation_id', '=', scope.organisationId)
    .where('id', '=', sql<string>`any(${personIds}::uuid[])`)
    .where('status', '=', 'active')
    .execute()

/** Everybody who volunteers now, with what a list may call them by. */
export const selectVolunteers = (scope: Scope): Promise<KnownVolunteer[]> =>
  scope.trx
    .selectFrom('person')
    .select(['id as personId', 'external_reference as externalReference', 'email', 'preferred_name as name'])
    .where('organisation_id', '=', scope.organisationId)
    .where('status', '=', 'active')
    .execute()

/** Takes up the batches that were begun after `begun` and that nobody has worked on since `touched`. */
export const takeStalledBatches = (
  { trx }: SystemScope,
  when: { readonly begun: Date; readonly touched: Date; readonly now: Date },
): Promise<{ organisationId: string; batchId: string }[]> =>
  trx
    .updateTable('issue_batch')
    .set({ touched_at: when.now })
    .where('finished_at', 'is', null)
    .where('touched_at', '<', when.touched)
    .where('created_at', '>', when.begun)
    .returning(['organisation_id as organisationId', 'id as batchId'])
    .execute()

/** The awards of a batch by person. */
export const selectAwardsOf = async (
  { trx, organisationId }: Scope,
  batchId: string,
): Promise<Map<string, string>> => {
  const rows = await trx
    .selectFrom('award')
    .select(['id', 'person_id as personId'])
    .where('organisation_id', '=', organisationId)
    .where('batch_id', '=', batchId)
    .execute()
  return new Map(rows.map(({ id, personId }) => [personId, id]))
}
