import {
  type ProtectedFigure,
  type ProtectedFigures,
  type ServiceFigures,
  type Thresholds,
  usualThresholds,
} from '../model'

const roundToBase = (value: number, base: number): number => Math.round(value / base) * base

/**
 * A count of people or badges as it may be shown: 0 as it is, 1 to 4 withheld, all others to the nearest 5.
 * @see https://stats.oecd.org/glossary/detail.asp?ID=7010
 */
export const protectCount = (
  count: number,
  { leastCount, roundingBase }: Thresholds = usualThresholds,
): ProtectedFigure => {
  if (count === 0) return 0
  return count < leastCount ? 'withheld' : roundToBase(count, roundingBase)
}

/** Hours from minutes: withheld where fewer than five people gave them or one gave over 60 % of them. */
export const protectHours = (
  figures: Pick<ServiceFigures, 'volunteers' | 'minutes' | 'mostMinutes'>,
  { leastCount, roundingBase, dominantShare }: Thresholds = usualThresholds,
) => {
  if (figures.minutes === 0) return 0
  const few = figures.volunteers < leastCount
  const dominated = figures.mostMinutes > figures.minutes * dominantShare
  return few || dominated ? 'withheld' : roundToBase(figures.minutes / 60, roundingBase)
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
  thresholds: Thresholds = usualThresholds,
): { readonly services: ProtectedFigures[]; readonly total: ProtectedFigures } => {
  const volunteers = protectColumn(rows.map((row) => protectCount(row.volunteers, thresholds)))
  const hours = protectColumn(rows.map((row) => protectHours(row, thresholds)))
  const badges = protectColumn(rows.map((row) => protectCount(row.badges, thresholds)))
  const sum = (value: (row: ServiceFigures) => number) => rows.reduce((all, row) => all + value(row), 0)
  return {
    services: rows.map((_, row) => ({
      volunteers: volunteers[row] ?? 'withheld',
      hours: hours[row] ?? 'withheld',
      badges: badges[row] ?? 'withheld',
    })),
    total: {
      volunteers: protectCount(
        sum((row) => row.volunteers),
        thresholds,
      ),
      hours: protectHours(
        {
          volunteers: sum((row) => row.volunteers),
          minutes: sum((row) => row.minutes),
          mostMinutes: Math.max(0, ...rows.map((row) => row.mostMinutes)),
        },
        thresholds,
      ),
      badges: protectCount(
        sum((row) => row.badges),
        thresholds,
      ),
    },
  }
}
