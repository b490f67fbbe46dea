/** From the least personal to the most. Customers' records are what a library's own system keeps of its borrowers. */
export const dataClasses = ['catalogue', 'events', 'customer-contact', 'customer-record'] as const
export type DataClass = (typeof dataClasses)[number]
export const accessLevels = ['view', 'change'] as const
export type AccessLevel = (typeof accessLevels)[number]
export const revokeReasons = ['not-needed', 'concern'] as const
export type RevokeReason = (typeof revokeReasons)[number]

/** Somebody may use a system of the library; every day as YYYY-MM-DD. No login or password is ever kept. */
export type AccessRow = {
  readonly id: string
  readonly placementId: string
  readonly personId: string
  readonly personName: string
  readonly system: string
  readonly dataClass: DataClass
  readonly level: AccessLevel
  readonly approvedBy: string
  readonly grantedOn: string
  /** The last day. */
  readonly expiresOn: string
  readonly reviewOn: string
  readonly revokedAt: Date | null
  readonly revokeReason: RevokeReason | 'placement-ended' | null
}

export type AccessPage = { readonly rows: readonly AccessRow[]; readonly next?: string }

/** What somebody fills in to give access; text as it was typed. */
export type AccessEntry = {
  readonly system: string
  readonly dataClass: string
  readonly level: string
  /** Empty for as long as the rules allow. */
  readonly expiresOn: string
  /** The login is this person's alone. */
  readonly ownLogin: boolean
}

export type AccessFault = {
  readonly field: string
  readonly reason:
    | 'system-missing'
    | 'class-missing'
    | 'level-missing'
    | 'training-missing'
    | 'own-login'
    | 'placement-over'
    | 'expiry-not-valid'
    | 'expiry-after-training'
    | 'expiry-after-placement'
    | 'own-access'
    | 'already-granted'
}

/** One way in which a service gives access, with nobody identifiable. */
export type PatternLine = {
  readonly system: string
  readonly dataClass: string
  readonly level: string
  /** A band such as `5-9`. */
  readonly people: string
}

/** How a service gives access to its systems, as it was published. */
export type PatternCard = {
  readonly lines: readonly PatternLine[]
  /** How long the training holds that comes before; null for ever. */
  readonly trainingMonths: number | null
  readonly reviewMonths: number
  readonly publishedAt: Date
}
