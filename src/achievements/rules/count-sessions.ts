import type { SessionFact } from '../../hours/model'
import type { CountedSession } from './evaluate-rule'

/**
 * One person's approved sessions as a badge rule sees them: in the order of time, each minute counted once. What a
 * session shares with an earlier one is taken off it, and one that lies wholly inside another does not count.
 * Sessions without clock times cannot overlap. A role that `codeOf` does not know counts for no role's rule.
 */
export const countSessions = (
  facts: readonly SessionFact[],
  codeOf: (roleId: string) => string | undefined,
): CountedSession[] => {
  const inTime = [...facts].sort(
    (a, b) =>
      a.localDate.localeCompare(b.localDate) || startOf(a) - startOf(b) || a.roleId.localeCompare(b.roleId),
  )
  let covered = Number.NEGATIVE_INFINITY
  return inTime.flatMap((fact) => {
    const minutes = fact.endedAt === null ? fact.minutes : minutesAfter(fact, covered)
    if (fact.endedAt !== null) covered = Math.max(covered, fact.endedAt.getTime())
    const counted = { roleCode: codeOf(fact.roleId) ?? '', localDate: fact.localDate, minutes }
    return minutes > 0 ? [counted] : []
  })
}

const startOf = ({ startedAt }: SessionFact) => startedAt?.getTime() ?? 0

const minutesAfter = (fact: SessionFact, covered: number): number => {
  if (fact.startedAt === null || fact.endedAt === null) return fact.minutes
  const shared = Math.max(0, Math.min(covered, fact.endedAt.getTime()) - fact.startedAt.getTime())
  return Math.max(0, fact.minutes - Math.ceil(shared / 60_000))
}
