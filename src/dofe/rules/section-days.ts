import type { CheckInput } from '../model'
import { addDays, addMonths } from './days'
import { deriveTarget } from './derive-target'

/** The days that the checks of a section work with. */
export type SectionDays = {
  /** The first session, or the planned first day while there is none. */
  readonly first: string
  /** The last session; null while there is none. */
  readonly last: string | null
  readonly months: number
  /** The day from which the last session is far enough from the first: by months or by weeks, whichever is earlier. */
  readonly reaches: string
}

/** The first and the last day of a section, and how long it has to be. */
export const sectionDays = ({
  rules,
  programme,
  sessions,
}: Pick<CheckInput, 'rules' | 'programme' | 'sessions'>): SectionDays => {
  const first = sessions[0]?.localDate ?? programme.plannedFirst
  const months = deriveTarget(rules, programme)
  const weeks = rules.weeksInMonths[String(months)]
  const byMonths = addMonths(first, months)
  const byWeeks = weeks === undefined ? byMonths : addDays(first, weeks * 7)
  return {
    first,
    last: sessions.at(-1)?.localDate ?? null,
    months,
    reaches: byMonths < byWeeks ? byMonths : byWeeks,
  }
}
