import type { Strength } from '../frameworks/model'

/** Who says so: the volunteer, somebody of the service who saw it, or an assessor whose result is on record. */
export type ClaimStatus = 'self' | 'confirmed' | 'assessed'
/** What happens to it next. */
export type ClaimState = 'draft' | 'waiting' | 'asked' | 'declined' | 'settled' | 'withdrawn'
export type EvidenceKind = 'text' | 'link' | 'file' | 'photo'

export type ClaimDeedKind =
  | 'recorded'
  | 'changed'
  | 'evidence-added'
  | 'evidence-removed'
  | 'aligned'
  | 'submitted'
  | 'asked'
  | 'answered'
  | 'confirmed'
  | 'declined'
  | 'assessed'
  | 'withdrawn'

export type ClaimEvent = {
  readonly sequence: number
  readonly kind: ClaimDeedKind
  readonly actor: string
  readonly at: Date
  readonly words: string | null
  readonly detail: Readonly<Record<string, string>>
}

export type Evidence = {
  readonly id: string
  readonly kind: EvidenceKind
  readonly words: string
  readonly url: string | null
  readonly sha256: string | null
  readonly mediaType: string | null
  readonly bytes: number | null
  readonly fileName: string | null
  readonly addedAt: Date
}

/** An item of a framework in one version, and how strongly a claim, a role or a badge supports it. */
export type ItemLink = {
  readonly framework: string
  readonly version: string
  readonly code: string
  readonly strength: Strength
}

export type Claim = {
  readonly id: string
  readonly personId: string
  readonly title: string
  readonly context: string
  readonly roleId: string | null
  readonly status: ClaimStatus
  readonly state: ClaimState
  readonly sequence: number
  readonly createdAt: Date
  readonly changedAt: Date
}

/** A claim with everything about it. `minutes` are the approved minutes of the roles that practise it. */
export type ClaimDetails = Claim & {
  readonly events: readonly ClaimEvent[]
  readonly evidence: readonly Evidence[]
  readonly alignments: readonly ItemLink[]
  readonly minutes: number
  readonly sessions: number
}

/** Who acts, and as what: a volunteer with their own claims only, a member of the service with others' only. */
export type ClaimActor = { readonly email: string; readonly as: 'volunteer' | 'service' }

export type Assessment = {
  readonly assessor: string
  readonly scheme: string
  readonly result: string
  /** YYYY-MM-DD. */
  readonly assessedOn: string
}

export const longestTitle = 200
export const longestWords = 2000
/** Bytes of one file. */
export const largestFile = 10 * 1024 * 1024
