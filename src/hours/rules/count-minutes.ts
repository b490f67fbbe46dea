import type { SessionFact } from '../model'

const minuteMs = 60_000

/**
 * The minutes that sessions count for (rules HR-01 and HR-05): where sessions of one person run at the same
 * time, the shared minutes count once; sessions without clock times count in full. The order of the sessions
 * makes no difference, and the total is never more than the sum.
 */
export const countMinutes = (facts: Iterable<SessionFact>): number => {
  let total = 0
  for (const sessions of Map.groupBy(facts, (fact) => fact.personId).values()) total += countOne(sessions)
  return total
}

/** The count of one person. */
const countOne = (sessions: readonly SessionFact[]): number => {
  const spans: { from: number; to: number }[] = []
  let untimed = 0
  let timedSum = 0
  for (const { startedAt, endedAt, minutes } of sessions) {
    if (startedAt === null || endedAt === null) untimed += minutes
    else {
      spans.push({ from: startedAt.getTime(), to: endedAt.getTime() })
      timedSum += minutes
    }
  }
  spans.sort((a, b) => a.from - b.from || a.to - b.to)
  let covered = 0
  let reached = Number.NEGATIVE_INFINITY
  for (const { from, to } of spans) {
    covered += Math.max(0, to - Math.max(from, reached))
    reached = Math.max(reached, to)
  }
  return untimed + Math.min(timedSum, Math.floor(covered / minuteMs))
}
