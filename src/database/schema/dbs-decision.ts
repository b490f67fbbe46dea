/** What somebody decided about the check that a role may ask for; only ever added to. */
export type DbsDecisionTable = {
  organisation_id: string
  id: string
  role_id: string
  risk: 'low' | 'medium' | 'high'
  level: 'none' | 'basic' | 'standard' | 'enhanced' | 'enhanced-barred'
  legal_basis: string
  /** Name of the person who decided. */
  decided_by: string
  /** YYYY-MM-DD. */
  decided_on: string
  recorded_by: string
  recorded_at: Date
}
