import type { JSONColumnType } from 'kysely'

/** A row of an imported file that was not taken, with the reason; kept so that it can be mended. */
export type ImportFaultTable = {
  organisation_id: string
  import_id: string
  /** Row of the file as a spreadsheet counts: the heading is row 1. */
  row_number: number
  column_name: string
  reason: string
  /** The cells of the row in the order of hours_import.columns. */
  cells: JSONColumnType<string[]>
}
