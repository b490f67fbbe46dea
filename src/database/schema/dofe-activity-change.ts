/** A change of what is done in a section. Only ever added to. */
export type DofeActivityChangeTable = {
  organisation_id: string
  id: string
  programme_id: string
  changed_on: string
  from_activity: string
  to_activity: string
  changed_by: string
  changed_at: Date
}
