import type { CredentialFormat } from '../bake/extract-credential'
import type { ProblemCode } from './text'

/** One sentence in both languages. */
export type Bilingual = { readonly en: string; readonly cy: string }

/** The checks in the order in which they are made and reported. */
export const checkIds = [
  'parse',
  'json-ld',
  'context',
  'type',
  'schema',
  'subject',
  'evidence',
  'issuer',
  'proof',
  'key-binding',
  'status',
  'refresh',
  'validity',
  'endorsements',
  'issuer-registry',
] as const

/** The checks of a learner record: those of a badge, and the credentials inside. */
export const recordCheckIds = [...checkIds, 'credentials'] as const

export type CheckId = (typeof recordCheckIds)[number]

/** What a credential is: one badge, an endorsement, or a learner record (CLR) with credentials inside. */
export type CredentialKind = 'achievement' | 'endorsement' | 'clr'
export type CheckOutcome = 'passed' | 'failed' | 'not-checked'
export type Verdict = 'verified' | 'not-verified' | 'could-not-verify'

/**
 * What is wrong, or why something could not be looked at. `type` is the URI that a specification gives to this
 * kind of problem, or `about:blank` where none does; `code` is always exact. `pointer` is a JSON Pointer into
 * the credential document.
 */
export type Problem = {
  readonly type: string
  readonly code: ProblemCode
  readonly pointer?: string
  readonly detail: Bilingual
}

/** What one check found. */
export type Finding =
  | { readonly outcome: 'passed' }
  | { readonly outcome: 'failed' | 'not-checked'; readonly problem: Problem }

/** One check. `differs` says where the public validator of 1EdTech is laxer or stricter here than this verifier. */
export type Check = {
  readonly id: CheckId
  readonly outcome: CheckOutcome
  readonly problem?: Problem
  readonly differs?: Bilingual
}

/** The report of a credential inside another, and where that stands in the outer document, as a JSON Pointer. */
export type InnerReport = { readonly pointer: string; readonly report: VerificationReport }

/** Any JSON object, as it was parsed. */
export type JsonObject = { readonly [name: string]: unknown }

/** What the credential says, for showing. Only a report whose verdict is `verified` vouches for it. */
export type CredentialSummary = {
  readonly id?: string
  readonly name: string
  readonly description?: string
  readonly issuer: { readonly id: string; readonly name?: string }
  readonly recipient?: { readonly id?: string; readonly name?: string }
  /** Instants as the document writes them. */
  readonly validFrom: string
  readonly validUntil?: string
  readonly awardedDate?: string
  readonly achievement: {
    readonly id?: string
    readonly name: string
    readonly description?: string
    readonly type?: string
    readonly criteria?: string
  }
  /** Volunteering hours, where a result gives them. */
  readonly hours?: number
  readonly role?: string
  readonly alignments: readonly { readonly name: string; readonly url: string; readonly framework?: string }[]
}

/** The outcome of verifying one credential: the verdict, one sentence about it, and every check. */
export type VerificationReport = {
  readonly verdict: Verdict
  /** `proof` where the caller asked for the proof only: nothing else stands behind the verdict then. */
  readonly scope: 'all' | 'proof'
  /** Absent where the document is of no kind that is known here. */
  readonly kind?: CredentialKind
  readonly headline: Bilingual
  readonly format?: CredentialFormat
  readonly checks: readonly Check[]
  readonly credential?: CredentialSummary
  /** The credentials of a learner record and the endorsements, each verified by itself. */
  readonly inner?: readonly InnerReport[]
  /** The newer copy that the issuer's refresh service gave, where it is another and counts in place of this one. */
  readonly refreshed?: VerificationReport
  /** The credential document as it was read, unchanged; for a JWT, the credential inside its claims. */
  readonly document?: JsonObject
}
