import type { FileStore } from '../../deps'
import { ProblemError } from '../../problems'
import type { TableRow } from '../model'
import { columnsOf, openTable } from '../rules/open-table'

type Encoding = 'utf-16le' | 'utf-8' | 'windows-1252'

const open = async (files: FileStore, key: string): Promise<AsyncIterable<Uint8Array>> => {
  const stream = await files.stream(key)
  if (stream === undefined)
    throw new ProblemError('not-found', { detail: 'The uploaded file is no longer kept.' })
  return stream
}

/** The encoding of a file that was taken in as text, as `decodeText` tells it of the whole. */
export const findEncoding = async (files: FileStore, key: string): Promise<Encoding> => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const start: number[] = []
  let isUtf8 = true
  for await (const bytes of await open(files, key)) {
    if (start.length < 2) start.push(...bytes.slice(0, 2 - start.length))
    if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
    isUtf8 = isUtf8 && decodes(() => decoder.decode(bytes, { stream: true }))
    if (!isUtf8) return 'windows-1252'
  }
  return decodes(() => decoder.decode()) ? 'utf-8' : 'windows-1252'
}

const decodes = (decode: () => string): boolean => {
  try {
    decode()
    return true
  } catch {
    return false
  }
}

/** The rows of an uploaded file in pieces, without the headings and without those that hold nothing. */
export const streamRows = async function* (
  files: FileStore,
  key: string,
  encoding: Encoding,
): AsyncGenerator<{ readonly columns: readonly string[]; readonly rows: readonly TableRow[] }> {
  const decoder = new TextDecoder(encoding)
  const table = openTable()
  let columns: readonly string[] | undefined
  const take = (rows: readonly TableRow[]) => {
    const [first, ...others] = rows
    if (columns !== undefined) return { columns, rows }
    if (first !== undefined) columns = columnsOf(first)
    return { columns: columns ?? [], rows: others }
  }
  for await (const bytes of await open(files, key)) {
    const piece = take(table.push(decoder.decode(bytes, { stream: true })))
    if (piece.rows.length > 0) yield piece
  }
  const before = take(table.push(decoder.decode()))
  if (before.rows.length > 0) yield before
  const last = take(table.end())
  if (last.rows.length > 0) yield last
}
