/** A link that lets a volunteer take a badge, in a mail or on a slip of paper. Only a hash of its token is kept. */
export type ClaimTable = {
  organisation_id: string
  id: string
  award_id: string
  person_id: string
  /** The address that the link was mailed to, lower case; null for one on paper. */
  email: string | null
  /** SHA-256 of the token, hex. */
  token_hash: string
  expires_at: Date
  /** When the link was used; it works once. */
  used_at: Date | null
  /** SHA-256, hex, of the secret that the browser keeps which used a link on paper. */
  take_hash: string | null
}
