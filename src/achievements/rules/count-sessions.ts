import type { SessionFlag } from '../../evidence/model'
import type { SessionFact } from '../../hours/model'
import type { CountedSession } from './facts'

/** The role whose activities are done through Welsh. */
const welshRole = 'RO-18'

/**
 * One person's approved sessions as a badge rule sees them: in the order of time, each minute counted once. What a
 * session shares with an earlier one is taken off it, and one that lies wholly inside another does not count.
 * Sessions without clock times cannot overlap. A role that `codeOf` does not know counts for no role's rule.
 * `flagsOn` says what was flagged on a day, YYYY-MM-DD.
 */
export const countSessions = (
  facts: readonly SessionFact[],
  codeOf: (roleId: string) => string | undefined,
  flagsOn: (localDate: string) => readonly SessionFlag[] = () => [],
): CountedSession[] => {
  const inTime = [...facts].sort(
    (a, b) =>
      compare(a.localDate, b.localDate) ||
      startOf(a) - startOf(b) ||
      compare(a.roleId, b.roleId) ||
      endOf(a) - endOf(b),
  )
  let covered = Number.NEGATIVE_INFINITY
  return inTime.flatMap((fact) => {
    const minutes = fact.endedAt === null ? fact.minutes : minutesAfter(fact, covered)
    if (fact.endedAt !== null) covered = Math.max(covered, fact.endedAt.getTime())
    if (minutes <= 0) return []
    const roleCode = codeOf(fact.roleId) ?? ''
    const flags = flagsOn(fact.localDate)
    return {
      roleCode,
      localDate: fact.localDate,
      minutes,
      micro: fact.micro ?? false,
      flags: roleCode === welshRole && !flags.includes('welsh') ? [...flags, 'welsh'] : flags,
    }
  })
}

/** By code units, which for ids and days is their order, and quick. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const startOf = ({ startedAt }: SessionFact) => startedAt?.getTime() ?? 0
const endOf = ({ endedAt }: SessionFact) => endedAt?.getTime() ?? 0

const minutesAfter = (fact: SessionFact, covered: number): number => {
  if (fact.startedAt === null || fact.endedAt === null) return fact.minutes
  const shared = Math.max(0, Math.min(covered, fact.endedAt.getTime()) - fact.startedAt.getTime())
  return Math.max(0, fact.minutes - Math.ceil(shared / 60_000))
}
