import { zTrainingModule } from '../../evidence/model'
import type { Placement } from '../../roles/placements/model'

import { findTrainingModule } from '../../roles/rules/find-training-module'
import type { PersonCheck, TrainingRecord } from '../../roles/training/model'
import { addMonths } from './add-months'
import type { RecordFact, Standing, TrainingFact } from './facts'

const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)

/** The last day on which a module that was done on a day holds, YYYY-MM-DD; null where it does not run out. */
export const lastDayOf = (module: string, on: string): string | null => {
  const months = findTrainingModule(module)?.validMonths ?? null
  return months === null ? null : dayBefore(addMonths(on, months))
}

/** Training as the rules of badges see it: what was passed, each to the day before it runs out. */
export const trainingFacts = (
  records: readonly Pick<TrainingRecord, 'module' | 'completedOn' | 'expiresOn' | 'score' | 'passed'>[],
): TrainingFact[] =>
  records.flatMap(({ module, completedOn, expiresOn, score, passed }) => {
    const known = zTrainingModule.safeParse(module)
    if (!passed || !known.success) return []
    const validUntil = expiresOn === null ? null : dayBefore(expiresOn)
    return { module: known.data, on: completedOn, score, validUntil }
  })

/**
 * How somebody's placements stand on a day: one that holds or ended well is enough. Of somebody without any nothing can
 * be said. One that the service decided to end, and one that is still to begin, are not enough on their own.
 */
export const standingOf = (
  placements: readonly Pick<Placement, 'startsOn' | 'endReason'>[],
  today: string,
): Standing => {
  if (placements.length === 0) return 'not-kept'
  const begun = placements.filter(({ startsOn }) => startsOn <= today)
  if (begun.some(({ endReason }) => endReason !== 'service-decision')) return 'good'
  return begun.length === 0 ? 'none' : 'ended-badly'
}

/** The decision that somebody may do a role with a check, while it holds; `checks` is theirs, the newest first. */
export const decisionFacts = (
  checks: readonly Pick<PersonCheck, 'outcome' | 'expiresOn'>[],
  today: string,
): RecordFact[] => {
  const [last] = checks
  if (last?.outcome !== 'suitable' || (last.expiresOn !== null && last.expiresOn <= today)) return []
  return [{ kind: 'eligibility-decision', count: 1, faults: 0, area: null, badgeCode: null }]
}
