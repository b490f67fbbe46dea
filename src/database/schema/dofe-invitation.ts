import type { Generated, JSONColumnType } from 'kysely'
import type { Declaration } from '../../dofe/model'

/** An assessor's invitation to one programme. Of the link and of codes only hashes are kept. */
export type DofeInvitationTable = {
  organisation_id: string
  id: string
  programme_id: string
  /** Where the link was mailed to, lower case. */
  email: string
  language: 'en' | 'cy'
  /** SHA-256 of the link's token, hex. */
  token_hash: string
  expires_at: Date
  /** The link works once. */
  used_at: Date | null
  /** The assessor was taken off, or another was invited. */
  ended_at: Date | null
  /** Of the code by mail that lets the assessor in again. */
  code_hash: string | null
  code_expires_at: Date | null
  code_tries: Generated<number>
  declaration: JSONColumnType<Declaration> | null
  declared_at: Date | null
  created_by: string
  created_at: Date
}
