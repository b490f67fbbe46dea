/** A link in a mail that lets a volunteer in to take a badge. Only a hash of its token is kept. */
export type ClaimTable = {
  organisation_id: string
  id: string
  award_id: string
  person_id: string
  /** The address that the link was mailed to, lower case. */
  email: string
  /** SHA-256 of the token, hex. */
  token_hash: string
  expires_at: Date
  /** When the link was used; it works once. */
  used_at: Date | null
}
