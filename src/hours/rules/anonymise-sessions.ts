import type { SessionFact } from '../model'
import { countMinutes } from './count-minutes'
import { financialYearOf } from './financial-year-of'
import { splitAtMidnight } from './split-at-midnight'

/** The hours of one person in a role, at a branch, in a month; minutes. */
export type AnonymousHours = {
  readonly roleId: string
  readonly branchId: string | null
  /** YYYY-MM. */
  readonly month: string
  /** The sum of the sessions. */
  readonly minutes: number
  /** What is left of them where minutes that run at the same time count once. */
  readonly countedMinutes: number
}

/**
 * What stays of one person's approved sessions when their record is erased. The minutes of a month, role and branch
 * are the sum of the sessions; the counted minutes of a financial year add up to what `countMinutes` gives for it, so
 * that no annual total changes by a minute (rules HR-05 and HR-10).
 */
export const anonymiseSessions = (
  sessions: readonly (SessionFact & { readonly branchId: string | null })[],
): AnonymousHours[] => {
  const parts = sessions.flatMap((session) =>
    splitAtMidnight(session).map((part) => ({ ...part, branchId: session.branchId })),
  )
  const byYear = Map.groupBy(parts, (part) => financialYearOf(part.localDate))
  return [...byYear.values()].flatMap((year) => {
    const groups = Map.groupBy(year, (part) =>
      JSON.stringify([part.localDate.slice(0, 7), part.roleId, part.branchId]),
    )
    const before: SessionFact[] = []
    let counted = 0
    return [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, members]): AnonymousHours[] => {
        const [first] = members
        if (first === undefined) return []
        before.push(...members)
        const countedMinutes = countMinutes(before) - counted
        counted += countedMinutes
        return [
          {
            roleId: first.roleId,
            branchId: first.branchId,
            month: first.localDate.slice(0, 7),
            minutes: members.reduce((sum, { minutes }) => sum + minutes, 0),
            countedMinutes,
          },
        ]
      })
  })
}
