/** The number that a volunteer types to be known at a tablet or by a poster. */
export type CheckInNumberTable = {
  organisation_id: string
  person_id: string
  /** Six digits. */
  number: string
}
