import { type Selectable, sql } from 'kysely'
import type { ErasureTable } from '../../database/schema/keeping'
import type { Scope, SystemScope } from '../../database/scope'
import type { Erasure, RowCounts } from '../model'

type Row = Selectable<ErasureTable>
const toErasure = (row: Row): Erasure => ({
  id: row.id,
  personId: row.person_id,
  askedBy: row.asked_by,
  credentials: row.credentials,
  files: row.files,
  counts: row.counts,
  askedAt: row.asked_at,
  rowsGoneAt: row.rows_gone_at,
  finishedAt: row.finished_at,
})

/** Writes that an erasure was asked for; the one that is under way for the same person comes back. */
export const insertErasure = async (
  { trx, organisationId }: Scope,
  erasure: Pick<Erasure, 'id' | 'askedBy' | 'credentials' | 'askedAt'> & { readonly personId: string },
): Promise<{ readonly id: string; readonly isNew: boolean }> => {
  const made = await trx
    .insertInto('erasure')
    .values({
      organisation_id: organisationId,
      id: erasure.id,
      person_id: erasure.personId,
      asked_by: erasure.askedBy,
      credentials: erasure.credentials,
      asked_at: erasure.askedAt,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'person_id']).where('person_id', 'is not', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  if (made !== undefined) return { id: made.id, isNew: true }
  const { id } = await trx
    .selectFrom('erasure')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', erasure.personId)
    .executeTakeFirstOrThrow()
  return { id, isNew: false }
}

/** An erasure, which nobody else works on until the transaction ends. */
export const lockErasure = async (
  { trx, organisationId }: Scope,
  id: string,
): Promise<Erasure | undefined> => {
  const row = await trx
    .selectFrom('erasure')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && toErasure(row)
}

/** The newest first. */
export const listErasures = async ({ trx, organisationId }: Scope, limit: number): Promise<Erasure[]> => {
  const rows = await trx
    .selectFrom('erasure')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toErasure)
}

export const listUnfinished = ({ trx }: SystemScope): Promise<{ organisationId: string; id: string }[]> =>
  trx
    .selectFrom('erasure')
    .select(['organisation_id as organisationId', 'id'])
    .where('finished_at', 'is', null)
    .orderBy('asked_at')
    .limit(50)
    .execute()

export const updateRowsGone = async (
  { trx, organisationId }: Scope,
  id: string,
  done: {
    readonly at: Date
    readonly files: readonly string[]
    readonly counts: Readonly<Record<string, number>>
  },
): Promise<void> => {
  await trx
    .updateTable('erasure')
    .set({
      person_id: null,
      rows_gone_at: done.at,
      files: JSON.stringify(done.files),
      counts: JSON.stringify(done.counts),
    })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

export const updateFinished = async ({ trx, organisationId }: Scope, id: string, at: Date): Promise<void> => {
  await trx
    .updateTable('erasure')
    .set({ files: '[]', finished_at: at })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

/** Every row that hangs on a person goes, and the person's: by the one function that may do so. */
export const erasePerson = async ({ trx, organisationId }: Scope, personId: string): Promise<void> => {
  await sql`select erase_person(${organisationId}::uuid, ${personId}::uuid)`.execute(trx)
}

/** An address in somebody's record: their own, or one of a guardian or an assessor. */
export type KnownAddress = { readonly address: string; readonly own: boolean; readonly onlyTheirs: boolean }

/** The addresses in a person's record, and whether the organisation knows each for nobody else and in no other role. */
export const listAddresses = async (
  { trx, organisationId }: Scope,
  personId: string,
): Promise<KnownAddress[]> => {
  const { rows } = await sql<KnownAddress>`select address, own, only_theirs as "onlyTheirs"
    from addresses_of_person(${organisationId}::uuid, ${personId}::uuid) order by address`.execute(trx)
  return rows
}

/** How many rows hang on a person, kind by kind; files are counted by whoever keeps them. */
export const countRows = async (
  { trx, organisationId }: Scope,
  personId: string,
): Promise<Omit<RowCounts, 'files'>> => {
  const count = (table: string) =>
    sql`(select count(*) from ${sql.table(table)} where organisation_id = ${organisationId} and person_id = ${personId})`
  const { rows } = await sql<Omit<RowCounts, 'files'>>`
    select 1 as profile, ${count('volunteering_session')} as sessions, ${count('session_event')} as entries,
      ${count('award')} as awards, ${count('consent')} as consents, ${count('guardian')} as guardians,
      ${count('membership')} as memberships, ${count('skill_claim')} as skills, ${count('evidence_record')} as records,
      ${count('placement')} as placements, ${count('training_record')} + ${count('person_check')} as training,
      ${count('check_in')} as visits, ${count('dofe_programme')} as programmes,
      (select count(*) from outbox join person on person.organisation_id = outbox.organisation_id
        and person.email = outbox.recipient where person.organisation_id = ${organisationId} and person.id = ${personId}) as mails`.execute(
    trx,
  )
  const [counts] = rows
  if (counts === undefined) throw new Error('A count has one row.')
  return counts
}
