import type { Paper } from '../../documents/model'

/** One approved session as a transcript lists it. */
export type TranscriptSession = {
  /** YYYY-MM-DD. */
  readonly localDate: string
  readonly role: string
  readonly branch: string | null
  readonly startedAt: Date | null
  readonly endedAt: Date | null
  readonly minutes: number
}

/** A badge that is held, as a transcript lists it. */
export type TranscriptBadge = { readonly name: string; readonly issuedAt: Date }

/** Everything that a transcript says; nothing else is looked up while it is written. */
export type TranscriptInput = {
  readonly paper: Paper
  readonly language: 'en' | 'cy'
  readonly themeColour: string
  readonly holderName: string
  readonly service: string
  /** In any order; only approved ones. */
  readonly sessions: readonly TranscriptSession[]
  readonly badges: readonly TranscriptBadge[]
  readonly at: Date
}
