/** A branch within which a supervisor acts. */
export type MembershipBranchTable = {
  organisation_id: string
  membership_id: string
  branch_id: string
}
