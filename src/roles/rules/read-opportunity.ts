import { z } from 'zod'
import type { Result } from '../../problems'
import type { Opportunity, OpportunityEntry, OpportunityFault } from '../opportunities/model'
import { isDay } from './is-day'

export type ReadOpportunity = Omit<Opportunity, 'id' | 'branchName' | 'state'>

/** Reads what somebody filled in about an opportunity, or says what is wrong. `today` is YYYY-MM-DD. */
export const readOpportunity = (
  entry: OpportunityEntry,
  today: string,
): Result<ReadOpportunity, readonly OpportunityFault[]> => {
  const capacity = /^\d{1,3}$/.test(entry.capacity.trim()) ? Number(entry.capacity) : 0
  const faults: OpportunityFault[] = []
  const wrong = (field: string, reason: OpportunityFault['reason']) => faults.push({ field, reason })
  if (!z.uuid().safeParse(entry.roleId).success) wrong('roleId', 'role-not-published')
  if (entry.branchId !== '' && !z.uuid().safeParse(entry.branchId).success)
    wrong('branchId', 'branch-unknown')
  if (capacity < 1) wrong('capacity', 'capacity-not-understood')
  if (!isDay(entry.applyUntil)) wrong('applyUntil', 'day-missing')
  else if (entry.applyUntil < today) wrong('applyUntil', 'day-past')
  if (!isDay(entry.startsOn)) wrong('startsOn', 'day-missing')
  if (entry.endsOn !== '' && !(isDay(entry.endsOn) && entry.endsOn >= entry.startsOn))
    wrong('endsOn', 'end-before-start')
  if (entry.times.length > 500) wrong('times', 'too-long')
  if (faults.length > 0) return { ok: false, reason: faults }
  return {
    ok: true,
    value: {
      ...{ roleId: entry.roleId, branchId: entry.branchId || null, capacity },
      ...{ applyUntil: entry.applyUntil, startsOn: entry.startsOn },
      ...{ endsOn: entry.endsOn || null, times: entry.times.normalize('NFC').trim() || null },
    },
  }
}
