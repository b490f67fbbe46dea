import { type ColumnMapping, type ImportField, importFields } from '../model'

/** The name and id of the field that says what a column holds. */
export const columnField = (column: number): string => `c${column}`

export type ChosenColumns = {
  readonly mapping: ColumnMapping
  /** Columns that were given a field which an earlier column has; they are left out of the mapping. */
  readonly doubled: readonly { readonly column: number; readonly field: ImportField }[]
}

/** What a form says that each column holds; undefined when it says nothing about columns at all. */
export const readColumns = (form: Readonly<Record<string, unknown>>): ChosenColumns | undefined => {
  const answers = Object.entries(form).flatMap(([name, value]) => {
    const column = /^c(\d{1,4})$/.exec(name)?.[1]
    return column === undefined ? [] : [{ column: Number(column), value }]
  })
  if (answers.length === 0) return undefined
  const mapping: ColumnMapping = {}
  const doubled: { column: number; field: ImportField }[] = []
  for (const { column, value } of answers.sort((a, b) => a.column - b.column)) {
    const field = importFields.find((one) => one === value)
    if (field === undefined) continue
    if (mapping[field] === undefined) mapping[field] = column
    else doubled.push({ column, field })
  }
  return { mapping, doubled }
}

/** What a column holds. */
export const fieldOf = (mapping: ColumnMapping, column: number): ImportField | undefined =>
  importFields.find((field) => mapping[field] === column)
