import { localDateOf } from '../../hours/rules/local-date-of'
import {
  type Consent,
  type ConsentDecision,
  type ConsentPurpose,
  consentTextVersion,
} from '../consents/model'
import type { Birth, Moment } from '../holds/model'
import { stageOf } from './stage-of'

/** What somebody says now, about one or more purposes. */
export type ConsentAnswer = { readonly purpose: ConsentPurpose; readonly agrees: boolean }

type Entry = { readonly purpose: ConsentPurpose; readonly decision: ConsentDecision }
type Giver = Pick<Consent, 'capacity' | 'guardianId' | 'how'>

/**
 * The entries that a record needs for what somebody says now. A no after a yes takes it back. What the record says
 * already, in the same words and from the same stage of age, is not written again.
 */
export const consentsToAdd = (
  record: readonly Consent[],
  answers: readonly ConsentAnswer[],
  giver: Giver,
  { birth, moment }: { readonly birth: Birth; readonly moment: Moment },
): Entry[] => {
  const stageAt = (at: Date) => stageOf(birth, localDateOf(at), moment.ages)
  return answers.flatMap(({ purpose, agrees }): Entry[] => {
    const last = record.findLast(
      (one) =>
        one.purpose === purpose && one.capacity === giver.capacity && one.guardianId === giver.guardianId,
    )
    if (!agrees) {
      if (last === undefined) return [{ purpose, decision: 'refused' }]
      return last.decision === 'given' ? [{ purpose, decision: 'withdrawn' }] : []
    }
    const stands =
      last?.decision === 'given' &&
      last.textVersion === consentTextVersion &&
      stageAt(last.at) === stageAt(moment.now) &&
      (last.how === 'relayed') === (giver.how === 'relayed')
    return stands ? [] : [{ purpose, decision: 'given' }]
  })
}
