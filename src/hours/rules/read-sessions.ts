import type { ImportedSession, RowFault, Table, TableRow } from '../model'
import { findByName } from './find-by-name'
import { findDateOrder } from './find-date-order'
import { faultOf, parseSessionRow } from './parse-session-row'
import type { FieldFault, RowContext } from './row-context'

/** The roles and branches of a service, by the names that a file may use. */
export type ServiceNames = {
  readonly roles: readonly {
    readonly id: string
    readonly nationalCode: string
    readonly titleEn: string
    readonly titleCy: string | null
  }[]
  readonly branches: readonly { readonly id: string; readonly name: string }[]
}

export type PlacedSession = ImportedSession & { readonly roleId: string; readonly branchId: string | null }

/** A row as a session whose role and branch are known, or everything that is wrong with it. */
export type ReadRow =
  | { readonly row: TableRow; readonly session: PlacedSession; readonly faults: readonly [] }
  | { readonly row: TableRow; readonly session: undefined; readonly faults: readonly RowFault[] }

export type ReadSessions = {
  readonly rows: readonly ReadRow[]
  readonly unknownRoles: readonly string[]
  readonly unknownBranches: readonly string[]
}

/** Reads rows one after the other, and keeps the names that nothing goes by. */
export type SessionReader = {
  readonly read: (row: TableRow) => ReadRow
  readonly unknownRoles: ReadonlySet<string>
  readonly unknownBranches: ReadonlySet<string>
}

/**
 * A reader of rows as sessions, which finds the role of each (by title in either language or national code) and its
 * branch (by name) among those of the service. A name that nothing goes by is a fault of the row.
 */
export const openSessions = (context: RowContext, names: ServiceNames): SessionReader => {
  const { mapping } = context
  const roleOf = findByName(names.roles, (role) => [role.titleEn, role.titleCy, role.nationalCode])
  const branchOf = findByName(names.branches, (branch) => [branch.name])
  const unknownRoles = new Set<string>()
  const unknownBranches = new Set<string>()
  const read = (row: TableRow): ReadRow => {
    const parsed = parseSessionRow(row, context)
    if (!parsed.ok && parsed.reason.some((fault) => fault.reason === 'row-too-long')) {
      return { row, session: undefined, faults: parsed.reason }
    }
    const [roleText, branchText] = [cellAt(row, mapping.role), cellAt(row, mapping.branch)]
    const [role, branch] = [roleOf(roleText), branchOf(branchText)]
    const unknown: FieldFault[] = []
    if (!role && roleText !== '') unknown.push({ field: 'role', reason: 'role-unknown' })
    if (!branch && branchText !== '') unknown.push({ field: 'branch', reason: 'branch-unknown' })
    if (!role && roleText !== '') unknownRoles.add(roleText)
    if (!branch && branchText !== '') unknownBranches.add(branchText)
    if (parsed.ok && role && unknown.length === 0) {
      return { row, session: { ...parsed.value, roleId: role.id, branchId: branch?.id ?? null }, faults: [] }
    }
    const faults = [
      ...(parsed.ok ? [] : parsed.reason),
      ...unknown.map((fault) => faultOf(row, context, fault)),
    ]
    return { row, session: undefined, faults }
  }
  return { read, unknownRoles, unknownBranches }
}

/** The cell by which the dates of a file are told apart. */
export const dateCellOf = (row: TableRow, mapping: RowContext['mapping']): string =>
  cellAt(row, mapping.date ?? mapping.startTime)

/** Reads every row of a file that is there as a whole. */
export const readSessions = (
  table: Table,
  context: Pick<RowContext, 'mapping' | 'now'>,
  names: ServiceNames,
): ReadSessions => {
  const dateOrder = findDateOrder(table.rows.map((row) => dateCellOf(row, context.mapping)))
  const reader = openSessions({ ...context, columns: table.columns, dateOrder }, names)
  const rows = table.rows.map(reader.read)
  return { rows, unknownRoles: [...reader.unknownRoles], unknownBranches: [...reader.unknownBranches] }
}

const cellAt = (row: TableRow, index: number | undefined) =>
  index === undefined ? '' : (row.cells[index] ?? '')
