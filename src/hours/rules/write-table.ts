import Papa from 'papaparse'
import { protectCell } from './protect-cell'

/**
 * A file of comma-separated values that spreadsheets open as UTF-8 and in which no cell is taken for a formula.
 * Reading it back gives the same cells.
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export const writeTable = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  `\ufeff${Papa.unparse(
    [columns, ...rows].map((cells) => cells.map(protectCell)),
    { newline: '\r\n' },
  )}\r\n`
