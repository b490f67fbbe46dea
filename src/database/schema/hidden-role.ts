/** A role of the national catalogue that a service does not want to see. */
export type HiddenRoleTable = {
  organisation_id: string
  /** RO-01 to RO-22. */
  national_code: string
  hidden_by: string
  hidden_at: Date
}
