import type { EditionLanguage, Editions } from '../achievements/model'
import type { Paper } from '../documents/model'

/** English, Welsh, or both with Welsh first. */
export const certificateLanguages = ['en', 'cy', 'cy-en'] as const
export type CertificateLanguage = (typeof certificateLanguages)[number]

/** The languages of a certificate in the order in which they are read. */
export const editionsOf = (language: CertificateLanguage): readonly EditionLanguage[] =>
  language === 'cy-en' ? ['cy', 'en'] : [language]

/** Everything that a certificate says; nothing else is looked up while it is drawn. */
export type CertificateInput = {
  readonly paper: Paper
  readonly language: CertificateLanguage
  /** CSS hex colour of the library service. */
  readonly themeColour: string
  readonly holderName: string
  readonly badgeName: Editions
  /** What the badge stands for, in one sentence. */
  readonly meaning: Editions
  /** What it gave practice in and that it is no qualification; undefined where it is aligned to nothing. */
  readonly practice: Editions | undefined
  /** What supervisors say of the holder, who agreed to it; in the language that they wrote. */
  readonly words?: readonly { readonly text: string; readonly by: string }[]
  /** The picture of the badge, an SVG. */
  readonly badgeImage: string
  readonly badgeImageDescription: Editions
  /** Approved minutes. */
  readonly minutes: number
  /** YYYY-MM-DD, both. */
  readonly firstDate: string
  readonly lastDate: string
  readonly role: Editions | undefined
  readonly service: Editions
  readonly network: Editions | undefined
  readonly issuedAt: Date
  /** The address of the page that this certificate can be checked at. */
  readonly address: string
  /** The signed credential as it was stored, attached byte for byte; undefined on a sample, which says that it is one. */
  readonly credential: string | undefined
}
