/** A link that lets the leader of a programme read it for a while; only a hash of its token is kept. */
export type DofeLeaderLinkTable = {
  organisation_id: string
  id: string
  programme_id: string
  token_hash: string
  expires_at: Date
  revoked_at: Date | null
  last_opened_at: Date | null
  created_by: string
  created_at: Date
}
