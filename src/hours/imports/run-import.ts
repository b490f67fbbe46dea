import { bytesToHex } from '@noble/hashes/utils.js'
import { recordAudit } from '../../audit/actions'
import { type Scope, withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { foldName } from '../../people/rules/fold-name'
import { ProblemError } from '../../problems'
import { plainSession, serviceTimeZone, type TableRow } from '../model'
import { identityKey, matchPeople, type PersonMatch } from '../rules/match-people'
import { type SettledRow, type SettledSession, settleRow } from '../rules/settle-sessions'
import { countOverlapping, insertSessions } from '../sessions/store'
import { findKnown } from './read-rows'
import { type ScannedFile, scanFile } from './scan-file'
import * as store from './store'

/** Rows that go in together: what a stop in the middle may lose, and has to do again. */
const chunkRows = 1000

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
    const file = await scanFile(deps, organisationId, record)
    const people = await inScope(async (scope) => {
      await store.lockPeople(scope)
      await store.setImportStatus(scope, importId, 'running')
      return settlePeople(deps, scope, file)
    })
    const settle = (row: TableRow) => {
      const read = file.reader.read(row)
      const match = read.session && people.matchOf.get(identityKey(read.session))
      return settleRow(read, match, { columns: file.columns, mapping: record.mapping })
    }
    const write = async (chunk: Chunk) => {
      const done = await inScope((scope) => takeChunk(deps, scope, importId, chunk, people.personIds))
      onProgress(done, record.rowsTotal)
    }
    // While one chunk is written the next is read.
    let writing = Promise.resolve()
    for await (const chunk of cutChunks(file, record, settle)) {
      await writing
      writing = write(chunk)
      writing.catch(() => {})
    }
    await writing
  } catch (cause) {
    // Where the database itself is gone this fails as well, and what came first is what counts.
    await inScope((scope) => store.setImportStatus(scope, importId, 'failed')).catch(() => {})
    throw cause
  }
}

type People = {
  /** By what a row says of its person. */
  readonly matchOf: ReadonlyMap<string, PersonMatch>
  /** Of the new people, in the order of their numbers. */
  readonly personIds: readonly string[]
}

/** Finds out whom every row is about, and adds the people whom the file brings. */
const settlePeople = async (deps: Deps, scope: Scope, file: ScannedFile): Promise<People> => {
  const { identities, contactLanguage } = file
  const { matches, newPeople, references } = matchPeople(identities, await findKnown(scope, identities))
  const people = newPeople.map((identity) => ({
    ...identity,
    id: deps.random.uuid(),
    membershipId: deps.random.uuid(),
    searchName: foldName(identity.name),
    contactLanguage,
  }))
  await store.insertPeople(scope, people)
  await store.setReferences(scope, references)
  const matchOf = new Map(
    identities.flatMap((identity, at) => {
      const match = matches[at]
      return match === undefined ? [] : [[identityKey(identity), match] as const]
    }),
  )
  return { matchOf, personIds: people.map((person) => person.id) }
}

/** Some rows, and the place of the first of them among all. */
type Chunk = { readonly from: number; readonly rows: readonly SettledRow[]; readonly last: boolean }

/** The rows that no run had taken when this one began, in chunks; the last of them may be empty. */
const cutChunks = async function* (
  file: ScannedFile,
  { rowsDone }: store.ImportRecord,
  settle: (row: TableRow) => SettledRow,
): AsyncGenerator<Chunk> {
  let place = 0
  let rows: SettledRow[] = []
  for await (const piece of file.rows()) {
    for (const row of piece.rows) {
      place += 1
      if (place <= rowsDone) continue
      rows.push(settle(row))
      if (rows.length < chunkRows) continue
      yield { from: place - rows.length, rows, last: false }
      rows = []
    }
  }
  yield { from: place - rows.length, rows, last: true }
}

/** Takes the rows of a chunk that no other run has taken; returns how many are done in all. */
const takeChunk = async (
  deps: Deps,
  scope: Scope,
  importId: string,
  { from, rows, last }: Chunk,
  personIds: readonly string[],
): Promise<number> => {
  const record = await store.lockImport(scope, importId)
  if (!record) throw new ProblemError('not-found')
  if (record.status === 'finished') return record.rowsDone
  const chunk = rows.slice(Math.max(0, record.rowsDone - from))
  const rowsDone = record.rowsDone + chunk.length
  const sessions = chunk.flatMap(({ session }) => (session ? [session] : []))
  const inserted = await insertSessions(
    scope,
    sessions.map((session) => newSession(deps, importId, session, personIds)),
    record.createdBy,
    hashBy(deps),
  )
  await store.insertFaults(
    scope,
    importId,
    chunk.flatMap(({ row, faults }) => faults.map((fault) => ({ ...fault, cells: row.cells }))),
  )
  const faulty = chunk.length - sessions.length
  const added = inserted.size
  const overlapping = await countOverlapping(scope, [...inserted])
  const duplicate = sessions.length - added
  await store.advanceImport(scope, importId, { rowsDone, added, duplicate, faulty, overlapping })
  if (last) await finish(deps, scope, importId, record, { added, duplicate, faulty })
  return rowsDone
}

/** The hash of the runtime itself, where it answers at once. */
const hashBy = ({ primitives }: Deps) =>
  primitives && ((text: string) => bytesToHex(primitives.digest('SHA-256', text)))

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
