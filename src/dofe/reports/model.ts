import type { Declaration, DofeFrequency } from '../model'

/** A draft is written, signed waits for the coordinator, returned goes back to the assessor, replaced was outdated. */
export type ReportStatus = 'draft' | 'signed' | 'returned' | 'approved' | 'replaced'

/** What the assessor writes, by the questions that they answer. */
export type ReportWords = {
  readonly goals: string
  readonly effort: string
  readonly progress: string
  readonly comments: string
}
export const reportQuestions = ['goals', 'effort', 'progress', 'comments'] as const
export type ReportQuestion = (typeof reportQuestions)[number]

/** The hours as they stood when the report was signed. */
export type SignedFacts = {
  readonly activity: string
  readonly firstDate: string
  readonly lastDate: string
  readonly frequency: DofeFrequency
  readonly sessions: number
  readonly minutes: number
  /** SHA-256 over the sessions that counted. */
  readonly snapshot: string
  /** What the assessor had declared. */
  readonly assessor: Declaration
  readonly ledger: { readonly sequence: number; readonly root: string }
}

export type Report = {
  readonly id: string
  readonly programmeId: string
  readonly invitationId: string
  readonly status: ReportStatus
  readonly language: 'en' | 'cy'
  readonly words: ReportWords
  readonly facts: SignedFacts | null
  readonly signedName: string | null
  readonly signedAt: Date | null
  readonly reviewedBy: string | null
  readonly reviewedAt: Date | null
  readonly reviewReason: string | null
  readonly endorsement: string | null
  readonly record: string | null
  readonly statusListId: string | null
  readonly statusIndex: number | null
}
