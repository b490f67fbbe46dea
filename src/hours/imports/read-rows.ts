import { type Scope, withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { foldName } from '../../people/rules/fold-name'
import { ProblemError } from '../../problems'
import type { ColumnMapping, Table } from '../model'
import type { Identity, KnownPerson } from '../rules/match-people'
import { type ReadRow, type ReadSessions, readSessions } from '../rules/read-sessions'
import { readTable } from '../rules/read-table'
import { type Settled, settleSessions } from '../rules/settle-sessions'
import { findPeople, type ImportRecord, loadService } from './store'

/** The file of an import as it was uploaded. */
export const readFile = async (deps: Deps, record: ImportRecord): Promise<Table> => {
  const bytes = await deps.files.get(record.fileKey)
  if (!bytes) throw new ProblemError('not-found', { detail: 'The uploaded file is no longer kept.' })
  const table = readTable(bytes)
  if (!table.ok) throw new ProblemError('invalid-file')
  return table.value
}

/** Every row of a file read against the roles and branches of the service; nobody is looked up. */
export const readRows = async (
  deps: Deps,
  organisationId: string,
  table: Table,
  mapping: ColumnMapping,
): Promise<ReadSessions & { contactLanguage: 'en' | 'cy' }> => {
  const service = await withOrganisation(deps.db, organisationId, loadService)
  const read = readSessions(table, { mapping, now: deps.clock.now() }, service)
  return { ...read, contactLanguage: service.contactLanguage }
}

/** What becomes of every row, given the people whom the service knows now. */
export const settleRows = async (
  scope: Scope,
  reads: readonly ReadRow[],
  file: { readonly columns: readonly string[]; readonly mapping: ColumnMapping },
): Promise<Settled> => {
  const known = await findKnown(
    scope,
    reads.flatMap(({ session }) => (session ? [session] : [])),
  )
  return settleSessions(reads, file, known)
}

/** Everybody of the service who may be one of those people. */
export const findKnown = (scope: Scope, identities: readonly Identity[]): Promise<KnownPerson[]> =>
  findPeople(scope, {
    references: present(identities.map((identity) => identity.externalReference)),
    emails: present(identities.map((identity) => identity.email)),
    searchNames: present(identities.map((identity) => foldName(identity.name))),
  })

const present = (values: readonly (string | null)[]) => [
  ...new Set(values.filter((value): value is string => value !== null)),
]
