import { localDateOf } from '../../hours/rules/local-date-of'
import type { ConsentDecision, ConsentPurpose } from '../consents/model'
import type { AgeStage, Hold, Moment, Standing } from '../holds/model'
import { needsOf } from './needs-of'
import { stageOf } from './stage-of'

/**
 * Why something has to wait at a moment: the first consent that is missing for a purpose; undefined where nothing
 * stands against it. An own consent counts from the stage of age on in which it was given (one given at fifteen does
 * not do at sixteen); a guardian's, while the guardian has the power, unless another guardian says no.
 */
export const findHold = (standing: Standing, purpose: ConsentPurpose, moment: Moment): Hold | undefined => {
  const stage = stageOf(standing.birth, localDateOf(moment.now), moment.ages)
  for (const capacity of needsOf(stage, purpose)) {
    const hold =
      capacity === 'guardian'
        ? holdByGuardians(standing, purpose, moment.now)
        : holdBySelf(standing, purpose, stage, moment)
    if (hold !== undefined) return hold
  }
  return undefined
}

const holdByGuardians = (
  { guardians, consents }: Standing,
  purpose: ConsentPurpose,
  now: Date,
): Hold | undefined => {
  const standing = guardians.filter(({ status }) => status !== 'ended')
  const last = (guardianId: string): ConsentDecision | undefined =>
    consents.findLast((one) => one.guardianId === guardianId && one.purpose === purpose)?.decision
  const answers = standing.map(({ id, status }) => (status === 'refused' ? 'refused' : last(id)))
  if (answers.includes('withdrawn')) return 'guardian-withdrew'
  if (answers.includes('refused')) return 'guardian-refused'
  if (standing.some(({ status }, at) => status === 'confirmed' && answers[at] === 'given')) return undefined
  if (standing.length === 0) return 'guardian-missing'
  const open = standing.some(
    ({ status, linkUntil }) => status === 'confirmed' || (linkUntil !== null && linkUntil > now),
  )
  return open ? 'guardian-waiting' : 'guardian-late'
}

const order: Readonly<Record<AgeStage, number>> = { child: 0, young: 1, youth: 2, adult: 2, unknown: 2 }

const holdBySelf = (
  { birth, consents }: Standing,
  purpose: ConsentPurpose,
  stage: AgeStage,
  { ages }: Moment,
): Hold | undefined => {
  const last = consents.findLast((one) => one.capacity === 'self' && one.purpose === purpose)
  if (last === undefined) return 'self-missing'
  if (last.decision !== 'given') return 'self-refused'
  const given = stageOf(birth, localDateOf(last.at), ages)
  const counts = order[given] >= order[stage] && (stage === 'child' || last.how !== 'relayed')
  return counts ? undefined : 'self-missing'
}
