import type { ProtectedFigure, ProtectedFigures, ServiceFigures } from '../model'

/** Counts below this could point at a person. */
const THRESHOLD = 5
const BASE = 5
/** A total to which one person gives more than this share says how much that person gave. */
const DOMINANT_SHARE = 0.6

const roundToBase = (value: number): number => Math.round(value / BASE) * BASE

/**
 * A count of people or badges as it may be shown: 0 as it is, 1 to 4 withheld, all others to the nearest 5.
 * @see https://stats.oecd.org/glossary/detail.asp?ID=7010
 */
export const protectCount = (count: number): ProtectedFigure => {
  if (count === 0) return 0
  return count < THRESHOLD ? 'withheld' : roundToBase(count)
}

/** Hours from minutes: withheld where fewer than five people gave them or one gave over 60 % of them. */
export const protectHours = (figures: Pick<ServiceFigures, 'volunteers' | 'minutes' | 'mostMinutes'>) => {
  if (figures.minutes === 0) return 0
  const few = figures.volunteers < THRESHOLD
  const dominated = figures.mostMinutes > figures.minutes * DOMINANT_SHARE
  return few || dominated ? 'withheld' : roundToBase(figures.minutes / 60)
}

/**
 * One column of a table whose total is shown as well: where exactly one figure is withheld it could be worked out
 * from the others, so the next smallest is withheld too.
 */
export const protectColumn = (column: readonly ProtectedFigure[]): ProtectedFigure[] => {
  if (column.filter((figure) => figure === 'withheld').length !== 1) return [...column]
  const shown = column.filter((figure) => figure !== 'withheld' && figure > 0)
  const smallest = shown.length === 0 ? undefined : Math.min(...shown.map(Number))
  const partner = smallest === undefined ? -1 : column.indexOf(smallest)
  return column.map((figure, row) => (row === partner ? 'withheld' : figure))
}

/** The figures of services and their total, each protected, the total rounded by itself and never a sum of rounded. */
export const protectFigures = (
  rows: readonly ServiceFigures[],
): { readonly services: ProtectedFigures[]; readonly total: ProtectedFigures } => {
  const volunteers = protectColumn(rows.map((row) => protectCount(row.volunteers)))
  const hours = protectColumn(rows.map(protectHours))
  const badges = protectColumn(rows.map((row) => protectCount(row.badges)))
  const sum = (value: (row: ServiceFigures) => number) => rows.reduce((all, row) => all + value(row), 0)
  return {
    services: rows.map((_, row) => ({
      volunteers: volunteers[row] ?? 'withheld',
      hours: hours[row] ?? 'withheld',
      badges: badges[row] ?? 'withheld',
    })),
    total: {
      volunteers: protectCount(sum((row) => row.volunteers)),
      hours: protectHours({
        volunteers: sum((row) => row.volunteers),
        minutes: sum((row) => row.minutes),
        mostMinutes: Math.max(0, ...rows.map((row) => row.mostMinutes)),
      }),
      badges: protectCount(sum((row) => row.badges)),
    },
  }
}
