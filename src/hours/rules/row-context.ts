import type { ColumnMapping, DateOrder, FaultReason, ImportField } from '../model'

/** What the reading of a row needs to know of its file. */
export type RowContext = {
  readonly columns: readonly string[]
  readonly mapping: ColumnMapping
  readonly dateOrder: DateOrder
  readonly now: Date
}

/** The cell of a field: '' where the file has no such column. */
export type CellOf = (field: ImportField) => string

/** A fault by the field it is about. */
export type FieldFault = { readonly field: ImportField; readonly reason: FaultReason }
