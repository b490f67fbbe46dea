import { z } from 'zod'
import { tidyName } from '../../people/rules/tidy-name'
import type { Result } from '../../problems'
import type { ImportedSession, ImportField, RowFault, TableRow } from '../model'
import { parseSessionTime } from './parse-session-time'
import type { CellOf, FieldFault, RowContext } from './row-context'

const longestName = 200
const longestNote = 2000
const zEmail = z.email()

/** Words of a status column for a session that did not take place. */
const notAttended =
  /^(cancel|declin|reject|withdrawn|no.?show|did not (attend|come)|absent|not attended|wedi.?i ganslo|canslwyd|gwrthod|absennol)/i

/**
 * Reads one row of a file as a session (rules HR-01 to HR-03), or says everything that is wrong with it, one
 * fault a column. Roles, branches and people are names still: nothing is looked up.
 */
export const parseSessionRow = (
  row: TableRow,
  context: RowContext,
): Result<ImportedSession, readonly RowFault[]> => {
  const cellOf: CellOf = (field) => {
    const index = context.mapping[field]
    return index === undefined ? '' : (row.cells[index] ?? '')
  }
  const name = nameOf(cellOf)
  const email = cellOf('email').toLowerCase()
  const time = parseSessionTime(cellOf, context)
  const faults = [...plainFaults(cellOf, name, email), ...(time.ok ? [] : time.reason)]
  const tooLong =
    row.cells.length > context.columns.length && row.cells.slice(context.columns.length).some((c) => c !== '')
  if (faults.length > 0 || tooLong || !time.ok) {
    const rowFaults = faults.map((fault) => faultOf(row, context, fault))
    const column = context.columns.at(-1) ?? ''
    const spilled = row.cells[context.columns.length] ?? ''
    const all: RowFault[] = tooLong
      ? [{ rowNumber: row.rowNumber, column, value: spilled, reason: 'row-too-long' }]
      : rowFaults
    return { ok: false, reason: onePerColumn(all) }
  }
  return {
    ok: true,
    value: {
      rowNumber: row.rowNumber,
      externalReference: cellOf('externalReference') || null,
      name,
      email: email || null,
      ...time.value,
      role: cellOf('role'),
      branch: cellOf('branch') || null,
      note: cellOf('note') || null,
    },
  }
}

/** A fault with the heading and the cell it is about. */
export const faultOf = (
  row: TableRow,
  context: Pick<RowContext, 'columns' | 'mapping'>,
  fault: FieldFault,
): RowFault => {
  const index = context.mapping[fault.field] ?? context.mapping[standIn[fault.field] ?? fault.field]
  return {
    rowNumber: row.rowNumber,
    column: index === undefined ? fault.field : (context.columns[index] ?? fault.field),
    value: index === undefined ? '' : (row.cells[index] ?? ''),
    reason: fault.reason,
  }
}

/** The field whose column carries what an absent one would hold. */
const standIn: Partial<Record<ImportField, ImportField>> = {
  name: 'lastName',
  date: 'startTime',
  startTime: 'date',
  endTime: 'startTime',
  hours: 'minutes',
}

const nameOf = (cellOf: CellOf) => tidyName(cellOf('name') || `${cellOf('firstName')} ${cellOf('lastName')}`)

const plainFaults = (cellOf: CellOf, name: string, email: string): FieldFault[] => {
  const faults: FieldFault[] = []
  if (name === '') faults.push({ field: 'name', reason: 'name-missing' })
  if (name.length > longestName) faults.push({ field: 'name', reason: 'name-too-long' })
  if (email !== '' && !zEmail.safeParse(email).success)
    faults.push({ field: 'email', reason: 'email-not-valid' })
  if (cellOf('role') === '') faults.push({ field: 'role', reason: 'role-missing' })
  if (notAttended.test(cellOf('status'))) faults.push({ field: 'status', reason: 'not-attended' })
  if (cellOf('note').length > longestNote) faults.push({ field: 'note', reason: 'note-too-long' })
  return faults
}

const onePerColumn = (faults: readonly RowFault[]): RowFault[] => [
  ...new Map(faults.map((fault) => [fault.column, fault])).values(),
]
