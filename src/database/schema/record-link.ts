/** One side of a link between somebody's records at two services, or an offer of one that waits in a mail. */
export type RecordLinkTable = {
  organisation_id: string
  /** Random; the same on both sides. */
  id: string
  person_id: string
  /** Where the other record is; null while the link is offered. */
  other_organisation_id: string | null
  /** SHA-256 of the token in the mail, hex; null once linked. */
  token_hash: string | null
  /** The address that the offer was mailed to, lower case. */
  offered_to: string | null
  expires_at: Date | null
  created_at: Date
  linked_at: Date | null
}
