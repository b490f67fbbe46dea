import type { Result } from '../../problems'
import {
  type CheckEntry,
  checkKinds,
  checkLevels,
  checkOutcomes,
  type PersonCheck,
  type TrainingFault,
} from '../training/model'
import { hasCertificateNumber } from './has-certificate-number'
import { isDay } from './is-day'

export type ReadCheck = Omit<PersonCheck, 'id' | 'personId'>

/**
 * Reads what somebody filled in about a check on a volunteer, or says what is wrong with it. Only a DBS check has a
 * level, only a reference a relation. A text with a certificate number in it is refused. `today` is YYYY-MM-DD.
 */
export const readCheck = (entry: CheckEntry, today: string): Result<ReadCheck, readonly TrainingFault[]> => {
  const kind = checkKinds.find((one) => one === entry.kind)
  const level = checkLevels.find((one) => one === entry.level)
  const outcome = checkOutcomes.find((one) => one === entry.outcome)
  const decidedBy = entry.decidedBy.trim()
  const relation = entry.relation.trim()
  const faults: TrainingFault[] = []
  if (kind === undefined) faults.push({ field: 'kind', reason: 'kind-unknown' })
  if (kind === 'dbs' && level === undefined) faults.push({ field: 'level', reason: 'level-missing' })
  if (outcome === undefined) faults.push({ field: 'outcome', reason: 'outcome-missing' })
  if (decidedBy === '') faults.push({ field: 'decidedBy', reason: 'decider-missing' })
  if (!isDay(entry.decidedOn)) faults.push({ field: 'decidedOn', reason: 'day-missing' })
  else if (entry.decidedOn > today) faults.push({ field: 'decidedOn', reason: 'day-in-future' })
  if (entry.expiresOn !== '' && !(isDay(entry.expiresOn) && entry.expiresOn > entry.decidedOn))
    faults.push({ field: 'expiresOn', reason: 'expiry-before' })
  for (const [field, text] of [
    ['decidedBy', decidedBy],
    ['relation', relation],
  ] as const)
    if (hasCertificateNumber(text)) faults.push({ field, reason: 'certificate-number' })
  if (kind === undefined || outcome === undefined || faults.length > 0) return { ok: false, reason: faults }
  return {
    ok: true,
    value: {
      ...{ kind, outcome, decidedBy, decidedOn: entry.decidedOn },
      level: kind === 'dbs' ? (level ?? null) : null,
      relation: kind === 'reference' && relation !== '' ? relation : null,
      expiresOn: entry.expiresOn === '' ? null : entry.expiresOn,
    },
  }
}
