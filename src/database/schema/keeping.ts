import type { JSONColumnType } from 'kysely'

/** Hours of somebody whose record was erased: what they come to, by role, branch and month. Never changed. */
export type AnonymousSessionTable = {
  organisation_id: string
  id: string
  /** Random; the same for all rows of one giver, and in nothing else of theirs. */
  giver: string
  role_id: string
  branch_id: string | null
  /** YYYY-MM in the service's zone. */
  month: string
  /** The sum of the approved sessions. */
  minutes: number
  /** Of these, what counts where sessions that overlap count once; exact for each financial year. */
  counted_minutes: number
}

/** That a chain of the ledger was erased, and what it came to. Never changed. */
export type LedgerErasureTable = {
  organisation_id: string
  giver: string
  /** The root of the chain when it went, in hexadecimal. */
  root: string
  entries: number
  sessions: number
  /** Of the approved sessions; the sum of the rows of `anonymous_session`. */
  minutes: number
  erased_at: Date
}

/** All that is kept of an award whose holder's record was erased: enough to answer whether it holds. Never changed. */
export type ErasedAwardTable = {
  organisation_id: string
  id: string
  achievement_id: string
  definition_code: string
  issued_at: Date
  status: 'valid' | 'suspended' | 'revoked'
  status_list_id: string
  status_index: number
  certificate_key: string
}

/** One erasure, from when it was asked for to when the last file was gone. */
export type ErasureTable = {
  organisation_id: string
  id: string
  /** Only while rows are there. */
  person_id: string | null
  asked_by: 'holder' | 'officer' | 'retention'
  /** What becomes of the badges. */
  credentials: 'keep' | 'revoke'
  /** Keys of files that are still to go. */
  files: JSONColumnType<string[], string | undefined, string>
  /** How many of what went and stayed. */
  counts: JSONColumnType<Record<string, number>, string | undefined, string>
  asked_at: Date
  rows_gone_at: Date | null
  finished_at: Date | null
}

/** A complaint or an accident for which part of a record is kept, with the reason. */
export type KeptMatterTable = {
  organisation_id: string
  id: string
  /** Null once the record was erased; the part that is needed is then in `kept`. */
  person_id: string | null
  kind: 'complaint' | 'accident'
  /** The number or name under which the service has the matter. */
  reference: string
  reason: string
  needs_name: boolean
  needs_contact: boolean
  needs_sessions: boolean
  /** The days whose sessions are needed, YYYY-MM-DD. */
  first_date: string | null
  last_date: string | null
  kept: JSONColumnType<string[] | null, string | null, string | null>
  opened_by: string
  opened_at: Date
  closed_at: Date | null
}

/** A day on which what was past its time went, and how much that was. */
export type RetentionRunTable = {
  organisation_id: string
  id: string
  /** YYYY-MM-DD. */
  day: string
  counts: JSONColumnType<Record<string, number>, string, string>
  ran_at: Date
}
