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

export type CheckId = (typeof checkIds)[number]
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

export type Check = { readonly id: CheckId; readonly outcome: CheckOutcome; readonly problem?: Problem }

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
  readonly headline: Bilingual
  readonly format?: CredentialFormat
  readonly checks: readonly Check[]
  readonly credential?: CredentialSummary
  /** The credential document as it was read, unchanged; for a JWT, the credential inside its claims. */
  readonly document?: JsonObject
}
