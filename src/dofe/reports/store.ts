import type { Scope } from '../../database/scope'
import type { Report, ReportWords, SignedFacts } from './model'

const select = ({ trx, organisationId }: Scope) =>
  trx
    .selectFrom('dofe_report')
    .where('organisation_id', '=', organisationId)
    .select([
      'id',
      'programme_id as programmeId',
      'invitation_id as invitationId',
      'status',
      'language',
      'words',
      'facts',
      'signed_name as signedName',
      'signed_at as signedAt',
      'reviewed_by as reviewedBy',
      'reviewed_at as reviewedAt',
      'review_reason as reviewReason',
      'endorsement',
      'record',
      'status_list_id as statusListId',
      'status_index as statusIndex',
    ])

/** The reports of a service that are not replaced, newest first. */
export const listReports = (scope: Scope): Promise<Report[]> =>
  select(scope).where('status', '<>', 'replaced').orderBy('created_at', 'desc').orderBy('id').execute()

/** The reports of a programme that are not replaced: one that is being written and one that was approved at most. */
export const reportsOf = (scope: Scope, programmeId: string): Promise<Report[]> =>
  select(scope)
    .where('programme_id', '=', programmeId)
    .where('status', '<>', 'replaced')
    .orderBy('created_at', 'desc')
    .execute()

export const insertDraft = async (
  { trx, organisationId }: Scope,
  draft: Pick<Report, 'id' | 'programmeId' | 'invitationId' | 'language' | 'words'> & { readonly at: Date },
): Promise<void> => {
  await trx
    .insertInto('dofe_report')
    .values({
      organisation_id: organisationId,
      id: draft.id,
      programme_id: draft.programmeId,
      invitation_id: draft.invitationId,
      status: 'draft',
      language: draft.language,
      words: JSON.stringify(draft.words),
      created_at: draft.at,
    })
    .execute()
}

const update = ({ trx, organisationId }: Scope, id: string) =>
  trx.updateTable('dofe_report').where('organisation_id', '=', organisationId).where('id', '=', id)

/** Keeps what is written while the report is the assessor's; false where it no longer is. */
export const updateWords = async (
  scope: Scope,
  id: string,
  words: ReportWords,
  signature?: { readonly facts: SignedFacts; readonly name: string; readonly at: Date },
): Promise<boolean> => {
  const row = await update(scope, id)
    .set({
      words: JSON.stringify(words),
      ...(signature && {
        status: 'signed' as const,
        facts: JSON.stringify(signature.facts),
        signed_name: signature.name,
        signed_at: signature.at,
      }),
    })
    .where('status', 'in', ['draft', 'returned'])
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export const markReturned = async (
  scope: Scope,
  id: string,
  review: { readonly by: string; readonly at: Date; readonly reason: string },
): Promise<boolean> => {
  const row = await update(scope, id)
    .set({
      status: 'returned',
      reviewed_by: review.by,
      reviewed_at: review.at,
      review_reason: review.reason,
    })
    .where('status', '=', 'signed')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Approves a signed report with its signed documents; what was approved before is replaced, and given back. */
export const markApproved = async (
  scope: Scope,
  report: Pick<Report, 'id' | 'programmeId' | 'signedAt'>,
  approval: {
    readonly by: string
    readonly at: Date
    readonly endorsement: string
    readonly record: string
    readonly place: { readonly listId: string; readonly index: number }
  },
): Promise<{ done: boolean; replaced: Report | undefined }> => {
  const all = await select(scope).where('programme_id', '=', report.programmeId).forUpdate().execute()
  const own = all.find(({ id }) => id === report.id)
  if (own?.status !== 'signed' || own.signedAt?.getTime() !== report.signedAt?.getTime())
    return { done: false, replaced: undefined }
  const before = all.find(({ status }) => status === 'approved')
  if (before !== undefined) await update(scope, before.id).set({ status: 'replaced' }).execute()
  await update(scope, report.id)
    .set({
      status: 'approved',
      reviewed_by: approval.by,
      reviewed_at: approval.at,
      review_reason: null,
      endorsement: approval.endorsement,
      record: approval.record,
      status_list_id: approval.place.listId,
      status_index: approval.place.index,
    })
    .execute()
  return { done: true, replaced: before }
}

/** Withdraws what is being written, when its assessor is taken off. */
export const dropOpenReports = async ({ trx, organisationId }: Scope, programmeId: string): Promise<void> => {
  await trx
    .updateTable('dofe_report')
    .set({ status: 'replaced' })
    .where('organisation_id', '=', organisationId)
    .where('programme_id', '=', programmeId)
    .where('status', 'in', ['draft', 'signed', 'returned'])
    .execute()
}
