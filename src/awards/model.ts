/** An award as the pages and the files of it need it. */
export type Award = {
  readonly id: string
  readonly organisationId: string
  readonly achievementId: string
  readonly definitionCode: string
  readonly personId: string
  readonly issuedAt: Date
  readonly decidedBy: string
  /** Approved minutes that the credential states. */
  readonly minutes: number
  /** YYYY-MM-DD, both. */
  readonly firstDate: string
  readonly lastDate: string
  readonly roleTitle: string | null
  readonly status: 'valid' | 'revoked'
  readonly statusReason: string | null
  readonly statusChangedAt: Date | null
  readonly publicPage: boolean
  readonly showName: boolean
  readonly shareKey: string | null
  readonly certificateKey: string
}

/** What a person's sessions come to at the moment of the decision. */
export type Standing = {
  readonly personId: string
  readonly minutes: number
  readonly firstDate: string
  readonly lastDate: string
  readonly roleTitle: string | null
}

/** An award with its signed credential, ready to be written. */
export type SignedAward = Standing & {
  readonly id: string
  readonly subjectId: string
  readonly issuedAt: Date
  readonly statusListId: string
  readonly statusIndex: number
  readonly certificateKey: string
  readonly document: string
}

/** Places in a status list that nobody else will be given. */
export type AllocatedPlaces = { readonly listId: string; readonly indexes: readonly number[] }
