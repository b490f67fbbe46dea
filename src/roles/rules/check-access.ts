import type { Result } from '../../problems'
import {
  type AccessEntry,
  type AccessFault,
  type AccessLevel,
  accessLevels,
  type DataClass,
  dataClasses,
} from '../access/model'
import { addMonths } from './add-months'
import { isDay } from './is-day'

/** How often access is looked at again. */
export const reviewMonths = 6
/** How long access lasts at most where nothing else ends it. */
const longestMonths = 24

export type CheckedAccess = {
  readonly system: string
  readonly dataClass: DataClass
  readonly level: AccessLevel
  readonly grantedOn: string
  readonly expiresOn: string
  readonly reviewOn: string
  readonly trainingRecordId: string
}

const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
const earliest = (...days: readonly string[]) => days.reduce((a, b) => (b < a ? b : a))

/**
 * Decides whether somebody may be given access to a library system today (YYYY-MM-DD): only with a placement that holds,
 * after the training and while that holds, under a login of their own, never by themselves. It ends no later than the
 * training and the placement, and is looked at again after six months.
 */
export const checkAccess = (
  entry: AccessEntry,
  facts: {
    readonly placement: { readonly startsOn: string; readonly endsOn: string | null }
    /** The training that holds today; `expiresOn` is the first day on which it does not. */
    readonly training: { readonly id: string; readonly expiresOn: string | null } | undefined
    /** Who approves is the volunteer. */
    readonly own: boolean
  },
  today: string,
): Result<CheckedAccess, readonly AccessFault[]> => {
  const { placement, training, own } = facts
  const dataClass = dataClasses.find((one) => one === entry.dataClass)
  const level = accessLevels.find((one) => one === entry.level)
  const system = entry.system.trim()
  const faults: AccessFault[] = []
  const wrong = (field: string, reason: AccessFault['reason']) => faults.push({ field, reason })
  if (system === '' || system.length > 100) wrong('system', 'system-missing')
  if (dataClass === undefined) wrong('dataClass', 'class-missing')
  if (level === undefined) wrong('level', 'level-missing')
  if (!entry.ownLogin) wrong('ownLogin', 'own-login')
  if (own) wrong('system', 'own-access')
  if (placement.endsOn !== null && placement.endsOn < today) wrong('system', 'placement-over')
  if (training === undefined) wrong('system', 'training-missing')
  const lastOfTraining =
    training?.expiresOn == null ? addMonths(today, longestMonths) : dayBefore(training.expiresOn)
  const { expiresOn } = entry
  if (expiresOn !== '') {
    if (!isDay(expiresOn) || expiresOn < today) wrong('expiresOn', 'expiry-not-valid')
    else if (expiresOn > lastOfTraining) wrong('expiresOn', 'expiry-after-training')
    else if (placement.endsOn !== null && expiresOn > placement.endsOn)
      wrong('expiresOn', 'expiry-after-placement')
  }
  if (dataClass === undefined || level === undefined || training === undefined || faults.length > 0)
    return { ok: false, reason: faults }
  const last = expiresOn === '' ? earliest(lastOfTraining, placement.endsOn ?? lastOfTraining) : expiresOn
  return {
    ok: true,
    value: {
      ...{ system, dataClass, level, grantedOn: today, expiresOn: last, trainingRecordId: training.id },
      reviewOn: nextReview(today, last),
    },
  }
}

/** The day on which access is looked at again: in six months, or when it ends before. */
export const nextReview = (today: string, expiresOn: string): string =>
  earliest(addMonths(today, reviewMonths), expiresOn)
