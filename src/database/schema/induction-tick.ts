/** An item of a role's checklist that was done in a placement. */
export type InductionTickTable = {
  organisation_id: string
  placement_id: string
  /** Id of an item in the role's checklist. */
  item_id: string
  ticked_by: string
  ticked_at: Date
}
