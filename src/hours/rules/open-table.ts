import Papa from 'papaparse'
import type { TableRow } from '../model'
import { unprotectCell } from './unprotect-cell'

/** Reads a table piece by piece. */
export type OpenTable = {
  /** The rows that the text up to here ends; the first of all has the headings. */
  push(text: string): TableRow[]
  /** The rows that are left. */
  end(): TableRow[]
}

/** How much text is looked at before anything is read, to tell the separators; the parser looks at no more either. */
const lookedAt = 1024 * 1024

/**
 * A reader for a file of comma-, semicolon- or tab-separated values that comes in pieces, cut anywhere. Rows that hold
 * nothing are counted and left out; cells are trimmed. It gives the same rows as a reading of the whole.
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export const openTable = (): OpenTable => {
  let waiting = ''
  let parser: Papa.Parser | undefined
  let counted = 0
  const take = (last: boolean): TableRow[] => {
    parser ??= makeParser(waiting)
    // The types leave open what the parser gives for the configuration that `makeParser` sets.
    const { data, meta } = parser.parse(waiting, 0, !last) as Papa.ParseResult<string[]>
    waiting = last ? '' : waiting.slice(meta.cursor)
    const rows = data.map((cells, index) => ({ rowNumber: counted + index + 1, cells: cells.map(tidyCell) }))
    counted += data.length
    return rows.filter((row) => row.cells.some((cell) => cell !== ''))
  }
  return {
    push: (text) => {
      waiting += text
      return parser === undefined && waiting.length < lookedAt ? [] : take(false)
    },
    end: () => take(true),
  }
}

const makeParser = (text: string): Papa.Parser => {
  const delimiter = delimiterOf(text)
  const { meta } = Papa.parse<string[]>(text, { delimiter, preview: 1 })
  return new Papa.Parser({ delimiter, newline: newlineOf(meta.linebreak) })
}

const newlineOf = (found: string) => (found === '\r\n' || found === '\r' ? found : '\n')

/** The separator that makes most columns of the headings. */
const delimiterOf = (text: string): string => {
  const widthWith = (delimiter: string) =>
    Papa.parse<string[]>(text.trimStart(), { delimiter, preview: 1 }).data[0]?.length ?? 0
  return [',', ';', '\t'].reduce((best, other) => (widthWith(other) > widthWith(best) ? other : best))
}

const tidyCell = (cell: string) => unprotectCell(cell.trim())

/** The headings of a file's first row, without the empty cells behind the last. */
export const columnsOf = (row: TableRow): readonly string[] =>
  row.cells.slice(0, row.cells.findLastIndex((cell) => cell !== '') + 1)
