type MailWords = { readonly to: string; readonly subject: string; readonly text: string }

/** A mail that is decided on together with what it tells of, and sent after that is certain. */
export type NewMail = MailWords & {
  readonly id: string
  /** When it was decided on; it is due at once. */
  readonly queuedAt: Date
}

/** A mail that one sender has taken, for as long as the lease lasts. */
export type TakenMail = MailWords & {
  readonly organisationId: string
  readonly id: string
  /** How many tries there have been, this one included. */
  readonly attempts: number
}

/** After so many tries a mail is given up. */
export const mostAttempts = 8
