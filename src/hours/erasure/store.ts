import { sql } from 'kysely'
import { insertRows } from '../../database/insert-rows'
import type { Scope } from '../../database/scope'
import type { SessionFact } from '../model'
import type { AnonymousHours } from '../rules/anonymise-sessions'

/** The approved sessions of a person with their branches. */
export const listApprovedWithBranch = (
  { trx, organisationId }: Scope,
  personId: string,
): Promise<(SessionFact & { readonly branchId: string | null })[]> =>
  trx
    .selectFrom('volunteering_session')
    .select([
      'person_id as personId',
      'role_id as roleId',
      'branch_id as branchId',
      'local_date as localDate',
      'started_at as startedAt',
      'ended_at as endedAt',
      'minutes',
    ])
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where('status', '=', 'approved')
    .orderBy('local_date')
    .orderBy('id')
    .execute()

export const insertAnonymous = async (
  scope: Scope,
  rows: readonly (AnonymousHours & { readonly id: string; readonly giver: string })[],
): Promise<void> => {
  if (rows.length === 0) return
  const columns = [
    'organisation_id',
    'id',
    'giver',
    'role_id',
    'branch_id',
    'month',
    'minutes',
    'counted_minutes',
  ] as const
  const written = rows.map((row) => ({
    organisation_id: scope.organisationId,
    id: row.id,
    giver: row.giver,
    role_id: row.roleId,
    branch_id: row.branchId,
    month: row.month,
    minutes: row.minutes,
    counted_minutes: row.countedMinutes,
  }))
  await insertRows(scope.trx, 'anonymous_session', columns, written).execute()
}

export type ChainErasure = {
  readonly giver: string
  readonly root: string
  readonly entries: number
  readonly sessions: number
  readonly minutes: number
  readonly erasedAt: Date
}

export const insertChainErasure = async (
  { trx, organisationId }: Scope,
  erasure: ChainErasure,
): Promise<void> => {
  await trx
    .insertInto('ledger_erasure')
    .values({
      organisation_id: organisationId,
      giver: erasure.giver,
      root: erasure.root,
      entries: erasure.entries,
      sessions: erasure.sessions,
      minutes: erasure.minutes,
      erased_at: erasure.erasedAt,
    })
    .execute()
}

/** Every erasure of a chain, with what the rows that stay come to. */
export const listChainErasures = async ({
  trx,
  organisationId,
}: Scope): Promise<(ChainErasure & { readonly keptMinutes: number })[]> =>
  trx
    .selectFrom('ledger_erasure')
    .select([
      'giver',
      'root',
      'entries',
      'sessions',
      'minutes',
      'erased_at as erasedAt',
      sql<number>`(select coalesce(sum(kept.minutes), 0)::bigint from anonymous_session kept
        where kept.organisation_id = ledger_erasure.organisation_id and kept.giver = ledger_erasure.giver)`.as(
        'keptMinutes',
      ),
    ])
    .where('organisation_id', '=', organisationId)
    .orderBy('erased_at')
    .orderBy('giver')
    .execute()

/** What is left of the hours of people whose records were erased, from a month on (YYYY-MM). */
export const sumAnonymousSince = async (
  { trx, organisationId }: Scope,
  month: string,
): Promise<{ minutes: number; givers: number }> =>
  trx
    .selectFrom('anonymous_session')
    .where('organisation_id', '=', organisationId)
    .where('month', '>=', month)
    .select([
      sql<number>`coalesce(sum(counted_minutes), 0)::bigint`.as('minutes'),
      sql<number>`count(distinct giver)`.as('givers'),
    ])
    .executeTakeFirstOrThrow()

/** A cell of a faulty row is one of some words, whatever the capitals. */
const namesOneOf = (words: readonly string[]) =>
  sql<boolean>`exists (select from jsonb_array_elements_text(import_fault.cells) cell
    where lower(trim(cell)) = any(${words.map((word) => word.toLowerCase())}::text[]))`

/** Files of finished imports that brought in sessions of a person, or have a faulty row that holds one of some words. */
export const listImportFiles = async (
  { trx, organisationId }: Scope,
  personId: string,
  words: readonly string[],
): Promise<string[]> => {
  const files = trx
    .selectFrom('hours_import')
    .select('hours_import.file_key')
    .where('hours_import.organisation_id', '=', organisationId)
    .where('hours_import.status', '=', 'finished')
    .where('hours_import.file_gone_at', 'is', null)
  const rows = await files
    .innerJoin('volunteering_session as session', (join) =>
      join
        .onRef('session.organisation_id', '=', 'hours_import.organisation_id')
        .onRef('session.import_id', '=', 'hours_import.id'),
    )
    .where('session.person_id', '=', personId)
    .union(
      files
        .innerJoin('import_fault', (join) =>
          join
            .onRef('import_fault.organisation_id', '=', 'hours_import.organisation_id')
            .onRef('import_fault.import_id', '=', 'hours_import.id'),
        )
        .where(namesOneOf(words)),
    )
    .execute()
  return rows.map((row) => row.file_key)
}

/** Takes out the faulty rows of imports in which a cell is one of some words, whatever the capitals. */
export const deleteFaultsNaming = async (
  { trx, organisationId }: Scope,
  words: readonly string[],
): Promise<number> => {
  const result = await trx
    .deleteFrom('import_fault')
    .where('organisation_id', '=', organisationId)
    .where(namesOneOf(words))
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}

/** Finished imports whose files are still there, begun before an instant. */
export const listOldImportFiles = (
  { trx, organisationId }: Scope,
  before: Date,
): Promise<{ id: string; fileKey: string; fileName: string; createdAt: Date }[]> =>
  trx
    .selectFrom('hours_import')
    .select(['id', 'file_key as fileKey', 'file_name as fileName', 'created_at as createdAt'])
    .where('organisation_id', '=', organisationId)
    .where('created_at', '<', before)
    .where('status', 'in', ['finished', 'failed', 'uploaded'])
    .where('file_gone_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

export const markFileGone = async (
  { trx, organisationId }: Scope,
  importId: string,
  at: Date,
): Promise<void> => {
  await trx
    .updateTable('hours_import')
    .set({ file_gone_at: at })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', importId)
    .execute()
  await trx
    .deleteFrom('import_fault')
    .where('organisation_id', '=', organisationId)
    .where('import_id', '=', importId)
    .execute()
}
