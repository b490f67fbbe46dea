import { type ConsentCapacity, type ConsentPurpose, consentPurposes } from '../consents/model'
import type { AgeStage } from '../holds/model'
import { needsOf } from './needs-of'

/** What is asked on pages; the rest is asked where it comes up, by the room that it belongs to. */
const asked: readonly ConsentPurpose[] = ['role', 'photo', 'sharing', 'story']

/** What somebody is asked about at a stage of age, for themselves or as a guardian. */
export const purposesToAsk = (stage: AgeStage, capacity: ConsentCapacity): readonly ConsentPurpose[] =>
  consentPurposes.filter((purpose) => asked.includes(purpose) && needsOf(stage, purpose).includes(capacity))
