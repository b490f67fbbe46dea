/** The signed credential of an award, byte for byte as it was signed. */
export type CredentialTable = {
  organisation_id: string
  award_id: string
  document: string
}
