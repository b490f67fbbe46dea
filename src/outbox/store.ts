import { sql } from 'kysely'
import { insertRows } from '../database/insert-rows'
import type { Scope, SystemScope } from '../database/scope'
import { mostAttempts, type NewMail, type TakenMail } from './model'

export const insertMails = async (scope: Scope, mails: readonly NewMail[]): Promise<void> => {
  if (mails.length === 0) return
  const columns = ['organisation_id', 'id', 'recipient', 'subject', 'body', 'created_at', 'due_at'] as const
  const rows = mails.map((mail) => ({
    organisation_id: scope.organisationId,
    id: mail.id,
    recipient: mail.to,
    subject: mail.subject,
    body: mail.text,
    created_at: mail.queuedAt,
    due_at: mail.queuedAt,
  }))
  await insertRows(scope.trx, 'outbox', columns, rows).execute()
}

/**
 * Takes mails that are due, the oldest first, out of the reach of other senders until the lease ends. Rows that
 * another sender is taking at the moment are passed over.
 */
export const takeDueMails = async (
  { trx }: SystemScope,
  options: { readonly now: Date; readonly leaseUntil: Date; readonly most: number },
): Promise<TakenMail[]> => {
  const due = trx
    .selectFrom('outbox')
    .select(['organisation_id', 'id'])
    .where('sent_at', 'is', null)
    .where('attempts', '<', mostAttempts)
    .where('due_at', '<=', options.now)
    .orderBy('due_at')
    .orderBy('id')
    .limit(options.most)
    .forUpdate()
    .skipLocked()
  const rows = await trx
    .with('due', () => due)
    .updateTable('outbox')
    .from('due')
    .set({ attempts: sql`outbox.attempts + 1`, due_at: options.leaseUntil })
    .whereRef('outbox.organisation_id', '=', 'due.organisation_id')
    .whereRef('outbox.id', '=', 'due.id')
    .returning([
      'outbox.organisation_id as organisationId',
      'outbox.id',
      'outbox.recipient as to',
      'outbox.subject',
      'outbox.body as text',
      'outbox.attempts',
    ])
    .execute()
  return rows
}

type MailKey = Pick<TakenMail, 'organisationId' | 'id'>

const updateMail = ({ trx }: SystemScope, key: MailKey) =>
  trx.updateTable('outbox').where('organisation_id', '=', key.organisationId).where('id', '=', key.id)

export const updateAsSent = async (scope: SystemScope, key: MailKey, at: Date): Promise<void> => {
  await updateMail(scope, key).set({ sent_at: at, body: '' }).execute()
}

export const updateAsDueAt = async (scope: SystemScope, key: MailKey, at: Date): Promise<void> => {
  await updateMail(scope, key).set({ due_at: at }).where('sent_at', 'is', null).execute()
}

export const updateAsGivenUp = async (scope: SystemScope, key: MailKey): Promise<void> => {
  await updateMail(scope, key).set({ body: '' }).where('sent_at', 'is', null).execute()
}

/** Forgets the mails that were sent or given up and queued before `before`. */
export const deleteOldMails = async ({ trx }: SystemScope, before: Date): Promise<void> => {
  await trx
    .deleteFrom('outbox')
    .where('created_at', '<', before)
    .where((where) => where.or([where('sent_at', 'is not', null), where('attempts', '>=', mostAttempts)]))
    .execute()
}

/**
 * Takes the address and the words out of mails to somebody, of all or of those in which one of some words stands; those
 * that were not sent count as given up.
 */
export const deleteRecipient = async (
  { trx, organisationId }: Scope,
  email: string,
  naming: readonly string[] | undefined,
): Promise<void> => {
  const literal = naming?.map((word) => word.replace(/[^\p{L}\p{N}]/gu, '\\$&')).join('|')
  await trx
    .updateTable('outbox')
    .set({ recipient: 'erased', subject: '', body: '', attempts: mostAttempts })
    .where('organisation_id', '=', organisationId)
    .where('recipient', '=', email)
    .$if(literal !== undefined, (mails) =>
      mails.where(sql<boolean>`concat(subject, ' ', body) ~* ${`\\m(${literal})\\M`}`),
    )
    .execute()
}
