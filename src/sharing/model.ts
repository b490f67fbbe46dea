import type { Organisation } from '../organisations/model'

/** What a holder lets others see of a badge. */
export type Sharing = {
  /** Whether the share link leads anywhere. */
  readonly publicPage: boolean
  /** Whether pages about the badge show the holder's name. */
  readonly showName: boolean
}

/** By which address somebody came to a badge. */
export type PublicAddress =
  | { readonly certificateKey: string }
  | { readonly shareKey: string }
  | { readonly credentialId: string }

/** An award as the public may see it: what the holder let out, and no more. */
export type PublicAward = {
  readonly awardId: string
  readonly organisation: Organisation
  readonly achievementId: string
  /** Absent unless the holder shows it. */
  readonly holderName?: string
  readonly minutes: number
  readonly issuedAt: Date
  /** YYYY-MM-DD, both. */
  readonly firstDate: string
  readonly lastDate: string
  /** Since when it is suspended, or was taken back for good; null where it is not. */
  readonly suspendedAt: Date | null
  readonly revokedAt: Date | null
  readonly publicPage: boolean
  /** The signed credential, byte for byte. */
  readonly document: string
}
