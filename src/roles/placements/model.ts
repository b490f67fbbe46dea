/** Why a placement ended. No reason asks about anybody's health or family. */
export const endReasons = [
  'finished',
  'own-choice',
  'work-or-study',
  'moved-away',
  'role-ended',
  'service-decision',
  'other',
] as const
export type EndReason = (typeof endReasons)[number]

/** Somebody has a role, at a branch, from a day to a day; every day as YYYY-MM-DD. */
export type Placement = {
  readonly id: string
  readonly personId: string
  readonly roleId: string
  /** Null where the role is done at any branch or from home. */
  readonly branchId: string | null
  readonly startsOn: string
  /** The last day; null while no end is planned. */
  readonly endsOn: string | null
  readonly supervisorName: string
  readonly supervisorEmail: string | null
  readonly opportunityId: string | null
  /** Set when somebody ended it. */
  readonly endReason: EndReason | null
}

/** A placement as lists show it. */
export type PlacementRow = Placement & {
  readonly personName: string
  readonly nationalCode: string
  readonly roleTitleEn: string
  readonly roleTitleCy: string | null
  readonly branchName: string | null
  readonly inductionDone: number
  readonly inductionItems: number
}

export type PlacementPage = {
  readonly placements: readonly PlacementRow[]
  /** Where the next page begins: the id of the last placement; absent on the last page. */
  readonly next?: string
}

export type PlacementFilter = { readonly roleId?: string; readonly part?: 'now' | 'ended' }

/** Why a placement is not made; placement-text.ts has the words. */
export type PlacementFaultReason =
  | 'person-unknown'
  | 'role-unknown'
  | 'role-staff-only'
  | 'role-retired'
  | 'branch-unknown'
  | 'start-missing'
  | 'end-before-start'
  | 'supervisor-missing'
  | 'too-young'
  | 'consent-missing'
  | 'age-unknown'
  | 'already-placed'
  | 'no-room'
  | 'opportunity-closed'

export type PlacementFault = {
  readonly field: 'personId' | 'roleId' | 'branchId' | 'startsOn' | 'endsOn' | 'supervisorName' | 'ageChecked'
  readonly reason: PlacementFaultReason
}

export type NewPlacement = {
  readonly personId: string
  readonly roleId: string
  readonly branchId: string | null
  readonly startsOn: string
  readonly endsOn: string | null
  /** Null: the one of the role. */
  readonly supervisorName: string | null
  readonly supervisorEmail: string | null
  readonly opportunityId: string | null
  /** Somebody has made sure that the volunteer is old enough, where the record does not tell. */
  readonly ageChecked: boolean
}

/** How far the first weeks of a placement are. */
export type InductionFact = {
  readonly placementId: string
  readonly personId: string
  readonly roleId: string
  readonly items: number
  readonly done: number
  /** Every item is ticked, and there is at least one. */
  readonly complete: boolean
  /** When the last item was ticked; null unless complete. */
  readonly completedAt: Date | null
}

/** An item of the checklist in a placement. */
export type InductionLine = {
  readonly id: string
  readonly en: string
  readonly cy: string | null
  readonly tickedBy: string | null
  readonly tickedAt: Date | null
}
