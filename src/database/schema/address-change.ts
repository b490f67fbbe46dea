/** That somebody wants to sign in with another address. Not tenant data: an account is one for all services. */
export type AddressChangeTable = {
  /** Lower case, as is the other; somebody has one wish at a time. */
  from_email: string
  to_email: string
  /** SHA-256 of the token in the mail to the new address, hex. */
  token_hash: string
  expires_at: Date
  /** When the new mailbox confirmed it: from then on it is carried out, again where that was stopped. */
  confirmed_at: Date | null
}
