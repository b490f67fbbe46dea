/** A place of a status list that is set, of a credential that is no award. */
export type SetStatusPlaceTable = {
  organisation_id: string
  list_id: string
  list_index: number
  reason: string
  set_at: Date
}
