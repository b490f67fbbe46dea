import type { Scope } from '../../database/scope'
import type { Matter } from '../model'

const columns = [
  'id',
  'person_id as personId',
  'kind',
  'reference',
  'reason',
  'needs_name as needsName',
  'needs_contact as needsContact',
  'needs_sessions as needsSessions',
  'first_date as firstDate',
  'last_date as lastDate',
  'kept',
  'opened_by as openedBy',
  'opened_at as openedAt',
  'closed_at as closedAt',
] as const

/** All matters, or those of one person, the newest first. */
export const listMatters = ({ trx, organisationId }: Scope, personId?: string): Promise<Matter[]> =>
  trx
    .selectFrom('kept_matter')
    .select(columns)
    .where('organisation_id', '=', organisationId)
    .$if(personId !== undefined, (query) => query.where('person_id', '=', personId ?? ''))
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

export const insertMatter = async (
  { trx, organisationId }: Scope,
  matter: Omit<Matter, 'kept' | 'closedAt'>,
): Promise<void> => {
  await trx
    .insertInto('kept_matter')
    .values({
      organisation_id: organisationId,
      id: matter.id,
      person_id: matter.personId,
      kind: matter.kind,
      reference: matter.reference,
      reason: matter.reason,
      needs_name: matter.needsName,
      needs_contact: matter.needsContact,
      needs_sessions: matter.needsSessions,
      first_date: matter.firstDate,
      last_date: matter.lastDate,
      kept: null,
      opened_by: matter.openedBy,
      opened_at: matter.openedAt,
      closed_at: null,
    })
    .execute()
}

/** Closes a matter; false where it is closed or there is none. */
export const updateClosed = async (
  { trx, organisationId }: Scope,
  id: string,
  at: Date,
): Promise<boolean> => {
  const row = await trx
    .updateTable('kept_matter')
    .set({ closed_at: at })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** What is needed of the record is with the matter from now on, and leads to nobody's row. */
export const updateKept = async (
  { trx, organisationId }: Scope,
  id: string,
  lines: readonly string[],
): Promise<void> => {
  await trx
    .updateTable('kept_matter')
    .set({ person_id: null, kept: JSON.stringify(lines) })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

export const deleteMatter = async ({ trx, organisationId }: Scope, id: string): Promise<void> => {
  await trx
    .deleteFrom('kept_matter')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('closed_at', 'is not', null)
    .execute()
}
