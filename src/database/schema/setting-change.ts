/** A decision of an organisation about one of its settings. Only ever added to; the highest version holds. */
export type SettingChangeTable = {
  organisation_id: string
  id: string
  /** A key of the table of settings. */
  key: string
  /** JSON text of a number or a boolean; null where the organisation goes back to what holds above it. */
  value: string | null
  version: number
  changed_by: string
  changed_at: Date
  reason: string | null
}
