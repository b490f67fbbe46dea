/** The outcome of a check, and never the certificate, its number or a copy of it. */
export type PersonCheckTable = {
  organisation_id: string
  id: string
  person_id: string
  kind: 'dbs' | 'reference' | 'driving-documents'
  /** Of a DBS check. */
  level: 'basic' | 'standard' | 'enhanced' | 'enhanced-barred' | null
  outcome: 'suitable' | 'not-suitable'
  /** Who gave a reference, by what they are to the volunteer; never their name. */
  relation: string | null
  decided_by: string
  /** YYYY-MM-DD. */
  decided_on: string
  /** YYYY-MM-DD, the first day on which it no longer holds. */
  expires_on: string | null
  recorded_by: string
  recorded_at: Date
}
