import type { Generated } from 'kysely'

/** Mail that was decided on inside a transaction and is sent after it. */
export type OutboxTable = {
  organisation_id: string
  id: string
  recipient: string
  subject: string
  /** Emptied once the mail is sent or given up: it may hold a link that lets its reader in. */
  body: string
  created_at: Generated<Date>
  attempts: Generated<number>
  /** Not to be tried before then; pushed on by whoever is sending it. */
  due_at: Generated<Date>
  sent_at: Date | null
}
