import type { Result } from '../../problems'
import type { FileFault, Table } from '../model'
import { decodeText } from './decode-text'
import { columnsOf, openTable } from './open-table'

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
  const reader = openTable()
  const begun = reader.push(text.value)
  const left = reader.end()
  const [heading, ...rows] = left.length === 0 ? begun : begun.concat(left)
  if (!heading) return { ok: false, reason: 'file-empty' }
  const columns = columnsOf(heading)
  if (columns.length < 2) return { ok: false, reason: 'file-one-column' }
  if (rows.length === 0) return { ok: false, reason: 'file-no-rows' }
  return { ok: true, value: { columns, rows } }
}
