import type { Organisation } from '../organisations/model'

/** What of a badge its public page can show beside its name and its issuer. */
export const shareItems = ['hours', 'role', 'skills', 'criteria', 'file'] as const
export type ShareItem = (typeof shareItems)[number]

/** For how many days a link is good. */
export const linkLives = ['open', '7', '30', '90'] as const
export type LinkLife = (typeof linkLives)[number]

/** What a holder lets others see of a badge. */
export type Sharing = {
  /** Whether the share link leads anywhere. */
  readonly publicPage: boolean
  /** Whether pages about the badge show the holder's name. */
  readonly showName: boolean
  /** What the page shows; as it was where absent, all of it at first. */
  readonly items?: readonly ShareItem[]
  /** When the link ends; null where it does not, as it was where absent. */
  readonly endsAt?: Date | null
}

/** The same as the holder sees it, with how often the link was opened. */
export type OwnSharing = Required<Sharing> & { readonly views: number }

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
  /** What the holder lets out; all of it behind the code of a certificate, which says it itself. */
  readonly items: ReadonlySet<ShareItem>
  /** The signed credential, byte for byte. */
  readonly document: string
}
