/** A link that asks a guardian to answer, once and for some days. */
export type GuardianInvitationTable = {
  organisation_id: string
  id: string
  guardian_id: string
  /** SHA-256 of the token in the link, in hexadecimal. */
  token_hash: string
  sent_by: 'mail' | 'paper'
  expires_at: Date
  used_at: Date | null
  /** E-mail address of the member who sent it. */
  created_by: string
  created_at: Date
}
