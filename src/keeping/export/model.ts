/** A value as it stands in a record; dates and instants as text. */
export type ExportValue =
  | string
  | number
  | boolean
  | null
  | readonly ExportValue[]
  | { readonly [key: string]: ExportValue }
export type ExportRow = Readonly<Record<string, ExportValue>>

/** What one part of a record holds. */
export type ExportSection = { readonly part: string; readonly rows: readonly ExportRow[] }

/** A person's record at a service, as it is handed to them. */
export type RecordExport = {
  readonly form: 'colophon-record-1'
  readonly service: string
  readonly name: string
  readonly madeAt: string
  readonly sections: readonly ExportSection[]
}
