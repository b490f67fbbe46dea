import { z } from 'zod'
import { readTable } from '../../hours/rules/read-table'
import type { Result } from '../../problems'
import type { CsvDocument, ImportedItem, ImportFault, ReadFramework } from '../imports/model'

const headings = {
  code: ['code', 'id', 'identifier', 'cod'],
  name: ['name', 'title', 'statement', 'enw'],
  description: ['description', 'disgrifiad'],
  url: ['url', 'uri', 'address', 'cyfeiriad'],
  parent: ['parent', 'part of', 'rhan o'],
} as const

const mostItems = 20_000

/**
 * Reads a CSV of a framework: a row an item, with the headings code, name, description, url and parent, of which the
 * first two are needed. Rows that cannot be taken are named with the reason. What the file is comes from `document`.
 */
export const readFrameworkCsv = (
  bytes: Uint8Array,
  document: CsvDocument,
): Result<ReadFramework, readonly ImportFault[]> => {
  const whole = (field: string, reason: ImportFault['reason']) =>
    ({ ok: false, reason: [{ row: undefined, field, value: '', reason }] }) as const
  const table = readTable(bytes)
  if (!table.ok) return whole('file', 'not-readable')
  const { columns, rows } = table.value
  const columnOf = (names: readonly string[]) =>
    columns.findIndex((column) => names.includes(column.trim().toLowerCase()))
  const at = {
    code: columnOf(headings.code),
    name: columnOf(headings.name),
    description: columnOf(headings.description),
    url: columnOf(headings.url),
    parent: columnOf(headings.parent),
  }
  if (at.code < 0) return whole('code', 'code-missing')
  if (at.name < 0) return whole('name', 'name-missing')
  if (rows.length > mostItems) return whole('file', 'too-many')
  const items: ImportedItem[] = []
  const faults: ImportFault[] = []
  const known = new Set<string>()
  for (const { rowNumber: row, cells } of rows) {
    const cell = (column: number) => (cells[column] ?? '').normalize('NFC').trim()
    const [code, name, uri] = [cell(at.code), cell(at.name), cell(at.url)]
    const fault = faultOf({ code, name, uri }, known)
    if (fault !== undefined) {
      faults.push({ row, ...fault })
      continue
    }
    known.add(code)
    items.push({
      ...{ identifier: code, code, name, kind: null, related: [] },
      description: cell(at.description) === '' ? null : cell(at.description).slice(0, 10_000),
      uri: uri === '' ? null : uri,
      parent: cell(at.parent) === '' ? null : cell(at.parent),
    })
  }
  const lost = items.flatMap(({ code, parent }): ImportFault[] =>
    parent === null || known.has(parent)
      ? []
      : [{ row: undefined, field: 'parent', value: `${code}: ${parent}`, reason: 'parent-unknown' }],
  )
  if (items.length === 0)
    return {
      ok: false,
      reason: [{ row: undefined, field: 'file', value: '', reason: 'no-items' }, ...faults],
    }
  const framework = {
    ...{ ...document, format: 'csv' as const, sourceUrl: null, licence: null, licenceUrl: null },
    items: items.map((item) => ({
      ...item,
      parent: item.parent !== null && known.has(item.parent) ? item.parent : null,
    })),
  }
  return { ok: true, value: { framework, faults: [...faults, ...lost] } }
}

const faultOf = (
  { code, name, uri }: { readonly code: string; readonly name: string; readonly uri: string },
  known: ReadonlySet<string>,
): Omit<ImportFault, 'row'> | undefined => {
  if (code === '') return { field: 'code', value: '', reason: 'code-missing' }
  if (name === '') return { field: 'name', value: code, reason: 'name-missing' }
  if (code.length > 200 || name.length > 1000) return { field: 'name', value: code, reason: 'too-long' }
  if (known.has(code)) return { field: 'code', value: code, reason: 'twice' }
  if (
    uri !== '' &&
    !z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .safeParse(uri).success
  )
    return { field: 'url', value: uri, reason: 'address-not-understood' }
  return undefined
}
