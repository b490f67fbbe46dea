import type { Consent } from '../consents/model'

/** The ages, in whole years, at which a young person decides more; configuration, never a constant of a rule. */
export type Ages = {
  /** From here on they have an account of their own. */
  readonly digitalConsent: number
  /** From here on they decide for themselves and the guardian's power ends. */
  readonly ownConsent: number
  readonly adult: number
}

/** What is known of a birth: a day (YYYY-MM-DD), a year, or nothing. */
export type Birth = { readonly date: string | null; readonly year: number | null }

/** `child` below the age of digital consent, `young` below that of own consent, `youth` below that of an adult. */
export type AgeStage = 'child' | 'young' | 'youth' | 'adult' | 'unknown'

export type GuardianStatus = 'waiting' | 'confirmed' | 'refused' | 'ended'

export type GuardianStanding = {
  readonly id: string
  readonly status: GuardianStatus
  /** Until when the newest link can be used; null where there is none or it was used. */
  readonly linkUntil: Date | null
}

/** What decides whether something may be approved, issued or published for somebody. */
export type Standing = {
  readonly birth: Birth
  readonly guardians: readonly GuardianStanding[]
  /** In the order of their sequence. */
  readonly consents: readonly Consent[]
}

/** Why something has to wait: whose answer is missing. */
export type Hold =
  | 'guardian-missing'
  | 'guardian-waiting'
  | 'guardian-late'
  | 'guardian-refused'
  | 'guardian-withdrew'
  | 'self-missing'
  | 'self-refused'

/** The moment at which a rule is asked: the instant, and the calendar day where the services are (YYYY-MM-DD). */
export type Moment = { readonly now: Date; readonly ages: Ages }
