/** A talk with a trade union about a role; only ever added to. */
export type UnionConsultationTable = {
  organisation_id: string
  id: string
  role_id: string
  body: string
  /** YYYY-MM-DD. */
  held_on: string
  outcome: 'agreed' | 'agreed-with-conditions' | 'not-agreed' | 'awaited'
  note: string | null
  document_url: string | null
  recorded_by: string
  recorded_at: Date
}
