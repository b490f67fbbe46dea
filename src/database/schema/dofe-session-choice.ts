/** A decision that a session counts for a programme or does not; the last one holds. Only ever added to. */
export type DofeSessionChoiceTable = {
  organisation_id: string
  id: string
  programme_id: string
  session_id: string
  counts: boolean
  chosen_by: string
  chosen_at: Date
}
