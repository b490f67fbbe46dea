import type { Generated } from 'kysely'
import type { EntryKind } from '../../hours/sessions/model'

/** An entry of the ledger: what happened to a session and who did it. Only ever added to, chained by person. */
export type SessionEventTable = {
  organisation_id: string
  id: string
  session_id: string
  at: Generated<Date>
  kind: EntryKind
  /** E-mail address of the member who did it, or `system`. */
  actor: string
  reason: string | null
  /** Whose chain it is in. */
  person_id: string
  /** The place in the chain, from 1. */
  sequence: number
  /** SHA-256 of the entry and the hash before it, in hexadecimal. */
  hash: string
  /** Entries that were made by one press of a button. */
  batch_id: string | null
}
