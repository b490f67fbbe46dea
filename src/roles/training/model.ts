/** Somebody took a training module; every day as YYYY-MM-DD. */
export type TrainingRecord = {
  readonly id: string
  readonly personId: string
  /** Code of the module. */
  readonly module: string
  readonly completedOn: string
  /** The first day on which it no longer holds; null where it holds for good. */
  readonly expiresOn: string | null
  /** Per cent; null for modules without a score. */
  readonly score: number | null
  /** The score reached the pass mark, or there is none to reach. */
  readonly passed: boolean
}

export const checkKinds = ['dbs', 'reference', 'driving-documents'] as const
export type CheckKind = (typeof checkKinds)[number]
export const checkLevels = ['basic', 'standard', 'enhanced', 'enhanced-barred'] as const
export type CheckLevel = (typeof checkLevels)[number]
export const checkOutcomes = ['suitable', 'not-suitable'] as const
export type CheckOutcome = (typeof checkOutcomes)[number]

/** The outcome of a check on somebody; never the certificate, its number or a copy of it. */
export type PersonCheck = {
  readonly id: string
  readonly personId: string
  readonly kind: CheckKind
  readonly level: CheckLevel | null
  readonly outcome: CheckOutcome
  /** What the giver of a reference is to the volunteer, never a name. */
  readonly relation: string | null
  readonly decidedBy: string
  readonly decidedOn: string
  readonly expiresOn: string | null
}

/** Something that runs out, or has. */
export type Expiring = {
  readonly id: string
  readonly kind: 'training' | 'check'
  readonly personId: string
  readonly personName: string
  /** Code of the module, or kind of the check. */
  readonly what: string
  readonly expiresOn: string
}

export type ExpiringPage = { readonly rows: readonly Expiring[]; readonly next?: string }

export type TrainingFaultReason =
  | 'person-missing'
  | 'module-unknown'
  | 'day-missing'
  | 'day-in-future'
  | 'score-missing'
  | 'score-not-understood'
  | 'kind-unknown'
  | 'level-missing'
  | 'outcome-missing'
  | 'decider-missing'
  | 'expiry-before'
  | 'certificate-number'
  | 'already-recorded'
export type TrainingFault = { readonly field: string; readonly reason: TrainingFaultReason }

/** What somebody fills in about training; text as it was typed. */
export type TrainingEntry = {
  readonly personIds: readonly string[]
  readonly module: string
  readonly completedOn: string
  /** Per cent, for modules with a pass mark. */
  readonly score: string
}

/** What somebody fills in about a check; text as it was typed. */
export type CheckEntry = {
  readonly kind: string
  readonly level: string
  readonly outcome: string
  readonly relation: string
  readonly decidedBy: string
  readonly decidedOn: string
  readonly expiresOn: string
}
