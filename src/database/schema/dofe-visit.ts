/** An assessor's stay in one browser; only a hash of its cookie is kept. */
export type DofeVisitTable = {
  organisation_id: string
  id: string
  invitation_id: string
  token_hash: string
  expires_at: Date
}
