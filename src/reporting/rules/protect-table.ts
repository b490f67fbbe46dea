import type { ProtectedFigure, Thresholds } from '../model'
import { protectCount } from './protect-figures'

export type ProtectedTable = {
  readonly cells: readonly (readonly ProtectedFigure[])[]
  readonly rowTotals: readonly ProtectedFigure[]
  readonly columnTotals: readonly ProtectedFigure[]
  readonly total: ProtectedFigure
}

/** Of the shown cells of a line, the smallest that is not 0. */
const nextSmallest = (line: readonly ProtectedFigure[]): number => {
  const shown = line.flatMap((figure) => (typeof figure === 'number' && figure > 0 ? [figure] : []))
  return shown.length === 0 ? -1 : line.indexOf(Math.min(...shown))
}

/** The place in a line that has to go as well, because one withheld cell could be worked out from the others. */
const partnerIn = (line: readonly ProtectedFigure[], total: ProtectedFigure): number =>
  total === 'withheld' || line.filter((figure) => figure === 'withheld').length !== 1
    ? -1
    : nextSmallest(line)

/**
 * Counts of people in rows and columns as they may be shown: small ones withheld, the others rounded, totals rounded
 * by themselves. Where a single cell of a row or a column is withheld beside a total that is shown, the next smallest is
 * withheld too, until no line has a single one left.
 */
export const protectTable = (
  counts: readonly (readonly number[])[],
  thresholds: Thresholds,
): ProtectedTable => {
  const sum = (line: readonly number[]) => line.reduce((all, count) => all + count, 0)
  const width = counts[0]?.length ?? 0
  const columns = Array.from({ length: width }, (_, column) => counts.map((row) => row[column] ?? 0))
  const protect = (count: number) => protectCount(count, thresholds)
  const cells = counts.map((row) => row.map(protect))
  const rowTotals = counts.map((row) => protect(sum(row)))
  const columnTotals = columns.map((column) => protect(sum(column)))
  const withhold = (row: number, column: number): boolean => {
    const line = cells[row]
    if (line === undefined || column < 0 || row < 0) return false
    line[column] = 'withheld'
    return true
  }
  for (let changed = true; changed; ) {
    changed = false
    for (const [row, line] of cells.entries())
      changed = withhold(row, partnerIn(line, rowTotals[row] ?? 0)) || changed
    for (const [column, total] of columnTotals.entries()) {
      const line = cells.map((row) => row[column] ?? 0)
      changed = withhold(partnerIn(line, total), column) || changed
    }
  }
  return { cells, rowTotals, columnTotals, total: protect(sum(counts.map(sum))) }
}
