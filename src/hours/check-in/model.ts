/** Where people come and go: a tablet of the library, or a poster that they scan with their own phone. */
export type PointKind = 'tablet' | 'poster'

/** A point as the library sees it. */
export type CheckInPoint = {
  readonly id: string
  readonly kind: PointKind
  readonly key: string
  readonly branchId: string
  readonly branchName: string
  readonly createdAt: Date
  readonly linkedAt: Date | null
  readonly revokedAt: Date | null
}

/** A point that takes people in now. */
export type OpenPoint = Pick<CheckInPoint, 'id' | 'kind' | 'key' | 'branchId' | 'branchName'> & {
  readonly organisationId: string
  readonly slug: string
}

/** Somebody who is in. */
export type OpenVisit = {
  readonly id: string
  readonly personId: string
  readonly branchId: string
  readonly branchName: string
  readonly roleId: string
  readonly roleTitleEn: string
  readonly roleTitleCy: string | null
  readonly pointId: string
  readonly startedAt: Date
}

export type RoleChoice = { readonly id: string; readonly titleEn: string; readonly titleCy: string | null }

/** What somebody at a point may do next. */
export type Visitor = {
  readonly personId: string
  readonly name: string
  /** Where they are in; `forgotten` where they came too long ago to be in still. */
  readonly visit: (OpenVisit & { readonly forgotten: boolean }) | undefined
  /** The roles that they had last, newest first; those of the service where there are none. */
  readonly usual: readonly RoleChoice[]
  readonly others: readonly RoleChoice[]
}

/** What became of a check-out: how long it was in minutes; 0 where nothing was recorded. */
export type CheckedOut = { readonly minutes: number }

export type LeftFault =
  | 'end-missing'
  | 'time-not-understood'
  | 'time-in-gap'
  | 'end-not-after-start'
  | 'in-future'
