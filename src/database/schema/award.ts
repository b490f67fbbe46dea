import type { Generated } from 'kysely'

/** This person earned this achievement. Its id is also the credential's. */
export type AwardTable = {
  organisation_id: string
  id: string
  achievement_id: string
  definition_code: string
  person_id: string
  batch_id: string | null
  /** Opaque urn:uuid of the credential's subject. */
  subject_id: string
  issued_at: Date
  /** E-mail address of the member who decided. */
  decided_by: string
  /** Approved minutes that the credential states. */
  minutes: number
  /** First and last day of the sessions that were counted, YYYY-MM-DD. */
  first_date: string
  last_date: string
  role_title: string | null
  status: Generated<'valid' | 'suspended' | 'revoked'>
  /** The last change: when, by whom and why. */
  status_changed_at: Date | null
  status_changed_by: string | null
  status_reason: string | null
  /** The last instant of its validity, as its credential says; null where it does not run out. */
  valid_until: Date | null
  /** It ran out, and the badge was issued to the same person again. */
  lapsed: Generated<boolean>
  status_list_id: string
  status_index: number
  /** Random key of the address on the printed certificate. */
  certificate_key: string
  /** Random key of the share link; a new one is made when the page is switched on again. */
  share_key: string | null
  /** The holder has switched the public page on. */
  public_page: Generated<boolean>
  /** The holder shows their name where the award is public or its certificate is scanned. */
  show_name: Generated<boolean>
  /** The name that is shown then: the whole one, or the short one of somebody who is too young for that. */
  shown_name: string | null
  /** What of the badge its public page shows, until when, and how often it was opened by its link. */
  share_items: Generated<('hours' | 'role' | 'skills' | 'criteria' | 'file')[]>
  share_ends_at: Date | null
  share_views: Generated<number>
  /** Whether the code on the certificate leads to a page. */
  certificate_page: Generated<boolean>
  /** Where the holder's chain of hours stood when it was issued; null for awards from before there were chains. */
  ledger_sequence: number | null
  ledger_root: string | null
  /** Changes of the hours up to this place in the chain were looked at, and the award was upheld for a reason. */
  reviewed_sequence: number | null
  review_reason: string | null
}
