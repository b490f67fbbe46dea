import { sql } from 'kysely'
import type { Scope, SystemScope } from '../../database/scope'
import type { ColumnMapping, FaultReason, ImportView, RowFault } from '../model'
import type { Identity, KnownPerson } from '../rules/match-people'
import type { ServiceNames } from '../rules/read-sessions'

export type ImportRecord = ImportView & { readonly fileKey: string }

const importColumns = [
  'id',
  'file_name as fileName',
  'file_key as fileKey',
  'columns',
  'mapping',
  'status',
  'rows_total as rowsTotal',
  'rows_done as rowsDone',
  'rows_added as rowsAdded',
  'rows_duplicate as rowsDuplicate',
  'rows_faulty as rowsFaulty',
  'rows_overlapping as rowsOverlapping',
  'created_by as createdBy',
  'created_at as createdAt',
  'finished_at as finishedAt',
] as const

const selectImports = ({ trx, organisationId }: Scope) =>
  trx.selectFrom('hours_import').select(importColumns).where('organisation_id', '=', organisationId)

const updateImport = ({ trx, organisationId }: Scope, id: string) =>
  trx.updateTable('hours_import').where('organisation_id', '=', organisationId).where('id', '=', id)

export type NewImport = Pick<
  ImportRecord,
  'id' | 'fileName' | 'fileKey' | 'columns' | 'mapping' | 'rowsTotal'
> & {
  readonly contentHash: string
  readonly createdBy: string
}

export const insertImport = async (scope: Scope, record: NewImport): Promise<void> => {
  await scope.trx
    .insertInto('hours_import')
    .values({
      organisation_id: scope.organisationId,
      id: record.id,
      file_name: record.fileName,
      file_key: record.fileKey,
      content_hash: record.contentHash,
      columns: JSON.stringify(record.columns),
      mapping: JSON.stringify(record.mapping),
      rows_total: record.rowsTotal,
      created_by: record.createdBy,
    })
    .execute()
}

export const findImport = (scope: Scope, id: string): Promise<ImportRecord | undefined> =>
  selectImports(scope).where('id', '=', id).executeTakeFirst()

/** The import, kept from other runs of it until the transaction ends. */
export const lockImport = (scope: Scope, id: string): Promise<ImportRecord | undefined> =>
  selectImports(scope).where('id', '=', id).forUpdate().executeTakeFirst()

/** The newest imports first. */
export const listImportRecords = (scope: Scope, limit: number): Promise<ImportRecord[]> =>
  selectImports(scope).orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()

/** What the columns of the newest imports that somebody started were said to hold. */
export const listMappings = (
  scope: Scope,
  limit: number,
): Promise<Pick<ImportView, 'columns' | 'mapping'>[]> =>
  scope.trx
    .selectFrom('hours_import')
    .select(['columns', 'mapping'])
    .where('organisation_id', '=', scope.organisationId)
    .where('status', '<>', 'uploaded')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

export const startImportRecord = async (scope: Scope, id: string, mapping: ColumnMapping): Promise<void> => {
  await updateImport(scope, id)
    .set({ status: 'running', mapping: JSON.stringify(mapping), touched_at: sql`now()` })
    .execute()
}

export const setImportStatus = async (
  scope: Scope,
  id: string,
  status: ImportView['status'],
): Promise<void> => {
  await updateImport(scope, id)
    .set({ status, touched_at: sql`now()` })
    .where('status', '<>', 'finished')
    .execute()
}

export type ImportProgress = {
  rowsDone: number
  added: number
  duplicate: number
  faulty: number
  overlapping: number
}

export const advanceImport = async (scope: Scope, id: string, progress: ImportProgress): Promise<void> => {
  await updateImport(scope, id)
    .set((eb) => ({
      rows_done: progress.rowsDone,
      touched_at: sql`now()`,
      rows_added: eb('rows_added', '+', progress.added),
      rows_duplicate: eb('rows_duplicate', '+', progress.duplicate),
      rows_faulty: eb('rows_faulty', '+', progress.faulty),
      rows_overlapping: eb('rows_overlapping', '+', progress.overlapping),
    }))
    .execute()
}

export const finishImport = async (scope: Scope, id: string, finishedAt: Date): Promise<void> => {
  await updateImport(scope, id).set({ status: 'finished', finished_at: finishedAt }).execute()
}

/** Takes up the imports of the last day that were started and that nobody has worked on for five minutes. */
export const takeStalledImports = ({
  trx,
}: SystemScope): Promise<{ organisationId: string; importId: string }[]> =>
  trx
    .updateTable('hours_import')
    .set({ touched_at: sql`now()` })
    .where('status', '=', 'running')
    .where('touched_at', '<', sql<Date>`now() - interval '5 minutes'`)
    .where('touched_at', '>', sql<Date>`now() - interval '1 day'`)
    .returning(['organisation_id as organisationId', 'id as importId'])
    .execute()

/** A fault with the cells of its row, so that the row can be given back. */
export type KeptFault = Pick<RowFault, 'rowNumber' | 'column' | 'reason'> & {
  readonly cells: readonly string[]
}

export const insertFaults = async (
  scope: Scope,
  importId: string,
  faults: readonly KeptFault[],
): Promise<void> => {
  if (faults.length === 0) return
  await scope.trx
    .insertInto('import_fault')
    .values(
      faults.map((fault) => ({
        organisation_id: scope.organisationId,
        import_id: importId,
        row_number: fault.rowNumber,
        column_name: fault.column,
        reason: fault.reason,
        cells: JSON.stringify(fault.cells),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const listFaults = ({ trx, organisationId }: Scope, importId: string): Promise<KeptFault[]> =>
  trx
    .selectFrom('import_fault')
    // Reasons are only ever written from the model's list.
    .select([
      'row_number as rowNumber',
      'column_name as column',
      sql<FaultReason>`reason`.as('reason'),
      'cells',
    ])
    .where('organisation_id', '=', organisationId)
    .where('import_id', '=', importId)
    .orderBy('row_number')
    .orderBy('column_name')
    .execute()

/** The roles and branches of the service, and the language it writes to a volunteer first. */
export const loadService = async (
  scope: Scope,
): Promise<ServiceNames & { readonly contactLanguage: 'en' | 'cy' }> => {
  const { trx, organisationId } = scope
  const roles = await trx
    .selectFrom('role')
    .select(['id', 'national_code as nationalCode', 'title_en as titleEn', 'title_cy as titleCy'])
    .where('organisation_id', '=', organisationId)
    .orderBy('national_code')
    .orderBy('title_en')
    .execute()
  const branches = await trx
    .selectFrom('branch')
    .select(['id', 'name'])
    .where('organisation_id', '=', organisationId)
    .orderBy('name')
    .execute()
  const organisation = await trx
    .selectFrom('organisation')
    .select('welsh_first')
    .where('id', '=', organisationId)
    .executeTakeFirst()
  return { roles, branches, contactLanguage: organisation?.welsh_first ? 'cy' : 'en' }
}

/** Keeps other imports of the organisation from making people until the transaction ends. */
export const lockPeople = async ({ trx, organisationId }: Scope): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`people:${organisationId}`}, 0))`.execute(trx)
}

export type PeopleKeys = {
  readonly references: readonly string[]
  readonly emails: readonly string[]
  readonly searchNames: readonly string[]
}

/** Everybody who has one of the references, addresses or folded names, oldest first. */
export const findPeople = ({ trx, organisationId }: Scope, keys: PeopleKeys): Promise<KnownPerson[]> =>
  trx
    .selectFrom('person')
    .select(['id', 'external_reference as externalReference', 'preferred_name as name', 'email'])
    .where('organisation_id', '=', organisationId)
    .where((eb) =>
      eb.or([
        eb('external_reference', '=', sql<string>`any(${keys.references}::text[])`),
        eb('email', '=', sql<string>`any(${keys.emails}::text[])`),
        eb('search_name', '=', sql<string>`any(${keys.searchNames}::text[])`),
      ]),
    )
    .orderBy('id')
    .execute()

export type NewPerson = Identity & {
  readonly id: string
  readonly searchName: string
  readonly membershipId: string
  readonly contactLanguage: 'en' | 'cy'
}

/** Adds volunteers; those with an e-mail address may sign in as one from now on. */
export const insertPeople = async (scope: Scope, people: readonly NewPerson[]): Promise<void> => {
  const { trx, organisationId } = scope
  for (let from = 0; from < people.length; from += 500) {
    const some = people.slice(from, from + 500)
    await trx
      .insertInto('person')
      .values(
        some.map((person) => ({
          organisation_id: organisationId,
          id: person.id,
          external_reference: person.externalReference,
          preferred_name: person.name,
          search_name: person.searchName,
          email: person.email,
          birth_year: null,
          contact_language: person.contactLanguage,
        })),
      )
      .execute()
    const members = some.flatMap((person) =>
      person.email === null
        ? []
        : [
            {
              organisation_id: organisationId,
              id: person.membershipId,
              email: person.email,
              role: 'volunteer' as const,
              person_id: person.id,
            },
          ],
    )
    if (members.length === 0) continue
    await trx
      .insertInto('membership')
      .values(members)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** Gives people the reference that they lacked. */
export const setReferences = async (
  { trx, organisationId }: Scope,
  references: readonly { readonly personId: string; readonly externalReference: string }[],
): Promise<void> => {
  for (const { personId, externalReference } of references) {
    await trx
      .updateTable('person')
      .set({ external_reference: externalReference })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', personId)
      .where('external_reference', 'is', null)
      .execute()
  }
}
