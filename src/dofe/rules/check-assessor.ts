import type { AssessorRelationship, CheckInput, CheckReason, CheckResult, Declaration } from '../model'

const refused: readonly AssessorRelationship[] = ['family', 'self', 'beneficiary']

/** Why somebody may not be the assessor, from what they declare; undefined where they may. */
export const refuseAssessor = ({
  adult,
  relationship,
  knowsActivity,
}: Pick<Declaration, 'adult' | 'relationship' | 'knowsActivity'>): CheckReason | undefined => {
  if (!adult) return 'assessor-too-young'
  if (refused.includes(relationship)) return 'assessor-related'
  return knowsActivity ? undefined : 'assessor-not-knowing'
}

/** DF-12: the assessor is an adult, not family, not the young person, not who was helped; a peer is looked at again. */
export const checkAssessor = ({ assessor }: Pick<CheckInput, 'assessor'>): CheckResult => {
  if (assessor === null) return { id: 'DF-12', outcome: 'warn', reason: 'assessor-missing' }
  if (assessor === 'invited') return { id: 'DF-12', outcome: 'warn', reason: 'assessor-invited' }
  const reason = refuseAssessor(assessor)
  if (reason !== undefined) return { id: 'DF-12', outcome: 'fail', reason }
  return assessor.relationship === 'peer'
    ? { id: 'DF-12', outcome: 'warn', reason: 'assessor-peer' }
    : { id: 'DF-12', outcome: 'pass', reason: 'assessor-fits' }
}
