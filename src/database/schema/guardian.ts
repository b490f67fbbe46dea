/** A parent or guardian of a young volunteer. */
export type GuardianTable = {
  organisation_id: string
  id: string
  person_id: string
  name: string
  /** In the words of the service, such as mother or foster carer. */
  relationship: string | null
  /** Lower case; null where the link is handed over on paper. */
  email: string | null
  phone: string | null
  /** E-mail address of the member who named them. */
  created_by: string
  created_at: Date
  /** When they said that they are the guardian and answered. */
  confirmed_at: Date | null
  /** When they said no to everything. */
  refused_at: Date | null
  /** When the service took them off; what they agreed to counts no more. */
  ended_at: Date | null
}
