import { recordAudit } from '../../audit/actions'
import { type Scope, withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { foldName } from '../../people/rules/fold-name'
import { ProblemError } from '../../problems'
import { plainSession, serviceTimeZone } from '../model'
import type { Settled, SettledRow, SettledSession } from '../rules/settle-sessions'
import { insertSessions } from '../sessions/store'
import { readFile, readRows, settleRows } from './read-rows'
import * as store from './store'

/** Rows that go in together: what a stop in the middle may lose, and has to do again. */
const chunkRows = 500

type ImportWatcher = (rowsDone: number, rowsTotal: number) => void

/**
 * Puts the rows of a started import into the ledger, a chunk a transaction, and keeps count on the import. It
 * goes on where an earlier run stopped and may run twice at once: no row goes in twice. A failure marks the
 * import as failed and is thrown on; running it again resumes it.
 */
export const runImport = async (
  deps: Deps,
  organisationId: string,
  importId: string,
  onProgress: ImportWatcher = () => {},
): Promise<void> => {
  const inScope = <T>(work: (scope: Scope) => Promise<T>) => withOrganisation(deps.db, organisationId, work)
  const record = await inScope((scope) => store.findImport(scope, importId))
  if (!record) throw new ProblemError('not-found')
  if (record.status === 'finished') return
  if (record.status === 'uploaded')
    throw new ProblemError('conflict', { detail: 'The import has not been started.' })
  try {
    const table = await readFile(deps, record)
    const { rows: reads, contactLanguage } = await readRows(deps, organisationId, table, record.mapping)
    const file = { columns: table.columns, mapping: record.mapping }
    const { rows, personIds } = await inScope(async (scope) => {
      await store.lockPeople(scope)
      await store.setImportStatus(scope, importId, 'running')
      const settled = await settleRows(scope, reads, file)
      return { rows: settled.rows, personIds: await addPeople(deps, scope, settled, contactLanguage) }
    })
    let rowsDone = -1
    while (rowsDone < rows.length) {
      rowsDone = await inScope((scope) => takeChunk(deps, scope, importId, rows, personIds))
      onProgress(rowsDone, rows.length)
    }
  } catch (cause) {
    // Where the database itself is gone this fails as well, and what came first is what counts.
    await inScope((scope) => store.setImportStatus(scope, importId, 'failed')).catch(() => {})
    throw cause
  }
}

/** Adds the people whom the file brings; returns their ids, in the order of `newPeople`. */
const addPeople = async (
  deps: Deps,
  scope: Scope,
  { newPeople, references }: Settled,
  contactLanguage: 'en' | 'cy',
): Promise<readonly string[]> => {
  const people = newPeople.map((identity) => ({
    ...identity,
    id: deps.random.uuid(),
    membershipId: deps.random.uuid(),
    searchName: foldName(identity.name),
    contactLanguage,
  }))
  await store.insertPeople(scope, people)
  await store.setReferences(scope, references)
  return people.map((person) => person.id)
}

/** Takes the next rows that no run has taken; returns how many are done in all. */
const takeChunk = async (
  deps: Deps,
  scope: Scope,
  importId: string,
  rows: readonly SettledRow[],
  personIds: readonly string[],
): Promise<number> => {
  const record = await store.lockImport(scope, importId)
  if (!record) throw new ProblemError('not-found')
  if (record.status === 'finished') return rows.length
  const chunk = rows.slice(record.rowsDone, record.rowsDone + chunkRows)
  const rowsDone = record.rowsDone + chunk.length
  const sessions = chunk.flatMap(({ session }) => (session ? [session] : []))
  const { size: added } = await insertSessions(
    scope,
    sessions.map((session) => newSession(deps, importId, session, personIds)),
    record.createdBy,
  )
  await store.insertFaults(
    scope,
    importId,
    chunk.flatMap(({ row, faults }) => faults.map((fault) => ({ ...fault, cells: row.cells }))),
  )
  const faulty = chunk.length - sessions.length
  const duplicate = sessions.length - added
  await store.advanceImport(scope, importId, { rowsDone, added, duplicate, faulty })
  if (rowsDone >= rows.length) await finish(deps, scope, importId, record, { added, duplicate, faulty })
  return rowsDone
}

const newSession = (deps: Deps, importId: string, session: SettledSession, personIds: readonly string[]) => ({
  id: deps.random.uuid(),
  eventId: deps.random.uuid(),
  personId:
    session.person.kind === 'known' ? session.person.personId : (personIds[session.person.index] ?? ''),
  roleId: session.roleId,
  branchId: session.branchId,
  localDate: session.localDate,
  startedAt: session.startedAt,
  endedAt: session.endedAt,
  minutes: session.minutes,
  timeZone: serviceTimeZone,
  source: 'import' as const,
  importId,
  note: session.note,
  ...plainSession,
  clockRule: session.clockRule,
  recordedAt: deps.clock.now(),
})

const finish = async (
  deps: Deps,
  scope: Scope,
  importId: string,
  record: store.ImportRecord,
  last: { added: number; duplicate: number; faulty: number },
): Promise<void> => {
  await store.finishImport(scope, importId, deps.clock.now())
  await recordAudit(scope, {
    id: deps.random.uuid(),
    actor: record.createdBy,
    action: 'hours.imported',
    subjectType: 'import',
    subjectId: importId,
    detail: {
      added: record.rowsAdded + last.added,
      duplicate: record.rowsDuplicate + last.duplicate,
      faulty: record.rowsFaulty + last.faulty,
    },
  })
}
