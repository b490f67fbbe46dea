import { withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import type { ColumnMapping, RowFault } from '../model'
import { missingOfMapping } from '../rules/missing-of-mapping'
import { writeTable } from '../rules/write-table'
import { describeFault, faultColumnText } from '../text'
import { checkedMapping, getRecord } from './get-record'
import { readFile, readRows, settleRows } from './read-rows'
import * as store from './store'

/**
 * The rows that were not taken, or that would not be before the import has started (with `mapping` or the first
 * guess), as a CSV file to mend: the columns of the upload and one that says what to mend. The mended file can
 * be imported as it is.
 */
export const importFaultsCsv = async (
  deps: Deps,
  organisationId: string,
  importId: string,
  options: { readonly language?: 'en' | 'cy'; readonly mapping?: ColumnMapping } = {},
): Promise<string> => {
  const { language = 'en' } = options
  const record = await getRecord(deps, organisationId, importId)
  const faults =
    record.status === 'uploaded'
      ? await findFaults(deps, organisationId, record, options.mapping ?? record.mapping)
      : await withOrganisation(deps.db, organisationId, (scope) => store.listFaults(scope, importId))
  const headings: readonly string[] = Object.values(faultColumnText)
  const kept = record.columns.flatMap((column, index) => (headings.includes(column) ? [] : [index]))
  const rows = [...Map.groupBy(faults, (fault) => fault.rowNumber).values()].map((ofRow) => {
    const cells = ofRow[0]?.cells ?? []
    const words = ofRow.map(({ column, reason }) => {
      const value = cellUnder(record, cells, column)
      return `${column}: ${describeFault({ reason, value }, language)}`
    })
    return [...kept.map((index) => cells[index] ?? ''), words.join(' ')]
  })
  const columns = kept.map((index) => record.columns[index] ?? '')
  return writeTable([...columns, faultColumnText[language]], rows)
}

/** The faults that an import with this mapping would meet. */
const findFaults = async (
  deps: Deps,
  organisationId: string,
  record: store.ImportRecord,
  mapping: ColumnMapping,
): Promise<store.KeptFault[]> => {
  const table = await readFile(deps, record)
  const chosen = checkedMapping(mapping, table)
  if (missingOfMapping(chosen).length > 0) return []
  const { rows } = await readRows(deps, organisationId, table, chosen)
  const file = { columns: table.columns, mapping: chosen }
  const settled = await withOrganisation(deps.db, organisationId, (scope) => settleRows(scope, rows, file))
  return settled.rows.flatMap(({ row, faults }) =>
    faults.map(({ rowNumber, column, reason }) => ({ rowNumber, column, reason, cells: row.cells })),
  )
}

/** The faults of an import, by row, in the words of `describeFault`. */
export const listImportFaults = async (
  deps: Deps,
  organisationId: string,
  importId: string,
  limit: number,
): Promise<readonly RowFault[]> => {
  const record = await getRecord(deps, organisationId, importId)
  const faults = await withOrganisation(deps.db, organisationId, (scope) => store.listFaults(scope, importId))
  return faults.slice(0, limit).map(({ rowNumber, column, reason, cells }) => ({
    rowNumber,
    column,
    reason,
    value: cellUnder(record, cells, column),
  }))
}

const cellUnder = (record: store.ImportRecord, cells: readonly string[], column: string): string =>
  cells[record.columns.indexOf(column)] ?? ''
