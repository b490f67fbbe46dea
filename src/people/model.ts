export const personStatuses = ['applicant', 'active', 'paused', 'ended'] as const
export type PersonStatus = (typeof personStatuses)[number]

/** How a list of volunteers is put in order. */
export const personOrders = ['name', 'newest'] as const
export type PersonOrder = (typeof personOrders)[number]

/** A volunteer as lists show one; nothing of demographics is ever in it. */
export type Person = {
  readonly id: string
  readonly preferredName: string
  /** The name in Latin letters, where it is written in others. */
  readonly romanisedName: string | null
  /** The number that the service's own volunteer system uses. */
  readonly externalReference: string | null
  readonly email: string | null
  readonly contactLanguage: 'en' | 'cy'
  readonly status: PersonStatus
}

export type PersonPage = {
  readonly people: readonly Person[]
  /** Where the next page begins: the id of the last person; absent on the last page. */
  readonly next?: string
  /** How many the search finds in all. */
  readonly total: number
}
