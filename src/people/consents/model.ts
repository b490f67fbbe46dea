/** What a consent is about; it gates that and nothing else. */
export const consentPurposes = ['role', 'photo', 'sharing', 'linking', 'story', 'demographics'] as const
export type ConsentPurpose = (typeof consentPurposes)[number]

export type ConsentDecision = 'given' | 'refused' | 'withdrawn'
/** For oneself, or as a guardian of somebody young. */
export type ConsentCapacity = 'self' | 'guardian'
/** `relayed`: a guardian says that the child agrees. */
export type ConsentHow = 'account' | 'link' | 'in-person' | 'paper' | 'phone' | 'relayed'

/** The version of the words that people agree to now; older entries keep the version that they were given with. */
export const consentTextVersion = '2026-11'

/** One entry of the record. The last entry of the same person, purpose, capacity and guardian counts. */
export type Consent = {
  readonly id: string
  readonly personId: string
  /** Order of a person's entries, from 1. */
  readonly sequence: number
  readonly purpose: ConsentPurpose
  readonly decision: ConsentDecision
  readonly capacity: ConsentCapacity
  readonly guardianId: string | null
  readonly how: ConsentHow
  readonly textVersion: string
  /** E-mail address of who wrote it down, or `guardian link`. */
  readonly actor: string
  readonly at: Date
}
