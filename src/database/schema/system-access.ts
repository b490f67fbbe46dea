/** Somebody may use a system of the library. No login, password or other credential is kept. */
export type SystemAccessTable = {
  organisation_id: string
  id: string
  placement_id: string
  person_id: string
  system: string
  data_class: 'catalogue' | 'events' | 'customer-contact' | 'customer-record'
  level: 'view' | 'change'
  training_record_id: string
  /** The approver has confirmed that nobody else uses the login. */
  own_login: boolean
  approved_by: string
  /** YYYY-MM-DD. */
  granted_on: string
  /** The last day. */
  expires_on: string
  review_on: string
  revoked_at: Date | null
  revoked_by: string | null
  revoke_reason: 'placement-ended' | 'not-needed' | 'concern' | null
}
