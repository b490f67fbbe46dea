import type { ConsentCapacity, ConsentPurpose } from '../consents/model'
import type { AgeStage } from '../holds/model'

/** Being published, told about or joined up outside the service needs the child's word beside the guardian's. */
const asksBoth: readonly ConsentPurpose[] = ['sharing', 'linking', 'story']
/** What an adult decides by doing it: volunteering, and switching a public page on. */
const adultNeedsNone: readonly ConsentPurpose[] = ['role', 'sharing']

/**
 * Whose consent something needs at a stage of age. An adult, and somebody of whom no birth is known, needs none for
 * their role and their public page.
 */
export const needsOf = (stage: AgeStage, purpose: ConsentPurpose): readonly ConsentCapacity[] => {
  switch (stage) {
    case 'child':
    case 'young':
      return asksBoth.includes(purpose) ? ['guardian', 'self'] : ['guardian']
    case 'youth':
      return ['self']
    case 'adult':
    case 'unknown':
      return adultNeedsNone.includes(purpose) ? [] : ['self']
  }
}
