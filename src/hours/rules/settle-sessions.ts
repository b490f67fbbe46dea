import type { ColumnMapping, RowFault, TableRow } from '../model'
import { type KnownPerson, matchPeople, type PeopleMatch, type PersonMatch } from './match-people'
import { faultOf } from './parse-session-row'
import type { PlacedSession, ReadRow } from './read-sessions'

/** A row that goes into the ledger. */
export type SettledSession = PlacedSession & { readonly person: Exclude<PersonMatch, { kind: 'ambiguous' }> }

/** What becomes of a row: a session, or its faults. */
export type SettledRow = {
  readonly row: TableRow
  readonly session: SettledSession | undefined
  readonly faults: readonly RowFault[]
}

export type Settled = Pick<PeopleMatch, 'newPeople' | 'references'> & {
  /** One for every row of the file, in its order. */
  readonly rows: readonly SettledRow[]
}

/**
 * Decides for every row whether it goes into the ledger, by matching the people of all good rows together.
 * `knownPeople` has everybody of the service who shares a reference, an e-mail address or a name with a row. A
 * row that could be about several people is a fault.
 */
export const settleSessions = (
  reads: readonly ReadRow[],
  file: { readonly columns: readonly string[]; readonly mapping: ColumnMapping },
  knownPeople: readonly KnownPerson[],
): Settled => {
  const good = reads.flatMap(({ session }) => (session ? [session] : []))
  const { matches, newPeople, references } = matchPeople(good, knownPeople)
  const matchOf = new Map(good.map((session, index) => [session.rowNumber, matches[index]]))
  const rows = reads.map((read) => settleRow(read, matchOf.get(read.row.rowNumber), file))
  return { rows, newPeople, references }
}

/** What becomes of one row, once it is known whom it is about. */
export const settleRow = (
  { row, session, faults }: ReadRow,
  person: PersonMatch | undefined,
  file: { readonly columns: readonly string[]; readonly mapping: ColumnMapping },
): SettledRow => {
  if (!session || !person) return { row, session: undefined, faults }
  if (person.kind !== 'ambiguous') return { row, session: { ...session, person }, faults: [] }
  const fault = faultOf(row, file, { field: 'name', reason: 'person-ambiguous' })
  return { row, session: undefined, faults: [{ ...fault, value: session.name }] }
}
