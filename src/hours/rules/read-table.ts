import Papa from 'papaparse'
import type { Result } from '../../problems'
import type { FileFault, Table, TableRow } from '../model'
import { decodeText } from './decode-text'
import { unprotectCell } from './unprotect-cell'

/**
 * Reads a file of comma-, semicolon- or tab-separated values: the first row that holds anything has the
 * headings, every later one that holds anything is a row. Cells are trimmed. The content is not trusted: nothing
 * in it is evaluated.
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export const readTable = (bytes: Uint8Array): Result<Table, FileFault> => {
  if (bytes.length === 0) return { ok: false, reason: 'file-empty' }
  const text = decodeText(bytes)
  if (!text.ok) return text
  const parsed = Papa.parse<string[]>(text.value, { delimiter: delimiterOf(text.value) })
  const [heading, ...rows] = parsed.data
    .map((cells, index): TableRow => ({ rowNumber: index + 1, cells: cells.map(tidyCell) }))
    .filter((row) => row.cells.some((cell) => cell !== ''))
  if (!heading) return { ok: false, reason: 'file-empty' }
  const columns = withoutEmptyTail(heading.cells)
  if (columns.length < 2) return { ok: false, reason: 'file-one-column' }
  if (rows.length === 0) return { ok: false, reason: 'file-no-rows' }
  return { ok: true, value: { columns, rows } }
}

/** The separator that makes most columns of the headings. */
const delimiterOf = (text: string): string => {
  const widthWith = (delimiter: string) =>
    Papa.parse<string[]>(text.trimStart(), { delimiter, preview: 1 }).data[0]?.length ?? 0
  return [',', ';', '\t'].reduce((best, other) => (widthWith(other) > widthWith(best) ? other : best))
}

const tidyCell = (cell: string) => unprotectCell(cell.trim())

const withoutEmptyTail = (cells: readonly string[]) => {
  const last = cells.findLastIndex((cell) => cell !== '')
  return cells.slice(0, last + 1)
}
