/** A goal of a programme, in the young person's words. */
export type DofeGoalTable = {
  organisation_id: string
  id: string
  programme_id: string
  words: string
  agreed_on: string
  added_by: string
  added_at: Date
  withdrawn_at: Date | null
}
