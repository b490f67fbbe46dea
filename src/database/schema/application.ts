import type { Generated } from 'kysely'

/** Somebody asks for a place; a draft until it is sent. */
export type ApplicationTable = {
  organisation_id: string
  id: string
  opportunity_id: string
  /** SHA-256 of the key in the applicant's address, in hexadecimal. */
  key_hash: string
  state: Generated<'draft' | 'sent' | 'accepted' | 'declined'>
  language: 'en' | 'cy'
  name: string | null
  email: string | null
  phone: string | null
  /** In years, on the day that it was sent. */
  age: number | null
  message: string | null
  started_at: Date
  sent_at: Date | null
  decided_at: Date | null
  decided_by: string | null
  placement_id: string | null
}
