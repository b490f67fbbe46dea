import type { Result } from '../../problems'
import type { TrainingEntry, TrainingFault, TrainingRecord } from '../training/model'
import { addMonths } from './add-months'
import { findTrainingModule } from './find-training-module'
import { isDay } from './is-day'

export type ReadTraining = Omit<TrainingRecord, 'id' | 'personId'>

/**
 * Reads what somebody filled in about a training module that was taken, with its expiry and whether it was passed, or
 * says what is wrong with it. `today` is YYYY-MM-DD. A pass holds as long as the module says; a fail for no time.
 */
export const readTraining = (
  entry: Omit<TrainingEntry, 'personIds'>,
  today: string,
): Result<ReadTraining, readonly TrainingFault[]> => {
  const module = findTrainingModule(entry.module)
  const score = /^\d{1,3}$/.test(entry.score.trim()) ? Number(entry.score) : null
  const scored = module?.passMark !== undefined && module.passMark !== null
  const faults: TrainingFault[] = []
  if (module === undefined) faults.push({ field: 'module', reason: 'module-unknown' })
  if (!isDay(entry.completedOn)) faults.push({ field: 'completedOn', reason: 'day-missing' })
  else if (entry.completedOn > today) faults.push({ field: 'completedOn', reason: 'day-in-future' })
  if (scored && entry.score.trim() === '') faults.push({ field: 'score', reason: 'score-missing' })
  else if (scored && (score === null || score > 100))
    faults.push({ field: 'score', reason: 'score-not-understood' })
  if (module === undefined || faults.length > 0) return { ok: false, reason: faults }
  const kept = scored ? score : null
  return {
    ok: true,
    value: {
      module: module.code,
      completedOn: entry.completedOn,
      expiresOn: module.validMonths === null ? null : addMonths(entry.completedOn, module.validMonths),
      score: kept,
      passed: module.passMark === null || (kept !== null && kept >= module.passMark),
    },
  }
}
