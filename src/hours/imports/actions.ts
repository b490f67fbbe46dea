import { recordAudit } from '../../audit/actions'
import { asSystem, type Scope, withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { ProblemError } from '../../problems'
import type { ColumnMapping, FileFault, ImportPreview, ImportView } from '../model'
import { guessMapping } from '../rules/guess-mapping'
import { missingOfMapping } from '../rules/missing-of-mapping'
import { readTable } from '../rules/read-table'
import { recallMapping } from '../rules/recall-mapping'
import { sessionKey } from '../rules/session-key'
import type { SettledSession } from '../rules/settle-sessions'
import { listKnownFacts } from '../store'
import { fileFaultText, neededText } from '../text'
import { checkedMapping, getRecord } from './get-record'
import { readFile, readRows, settleRows } from './read-rows'
import { runImport } from './run-import'
import * as store from './store'

/** Files up to this size are taken, in bytes. */
const largestFile = 20 * 1024 * 1024
/** Among so many of the last imports one with the same headings is looked for. */
const rememberedImports = 200
/** Imports up to this many rows run at once; larger ones run as a job. */
const inlineRows = 500
const sampleRows = 10
const shownFaults = 50

type Language = 'en' | 'cy'

/**
 * Takes in a file of sessions without importing it: reads it, keeps its bytes, and says what its columns hold: what was
 * chosen when a file with the same headings was imported last, else a guess. Throws
 * too-large or invalid-file with the reason in `language`.
 */
export const uploadImport = async (
  deps: Deps,
  organisationId: string,
  file: {
    fileName: string
    bytes: Uint8Array
    actor: string
    language?: Language
    /** In bytes; 20 MB where nothing is said. */
    largest?: number
  },
): Promise<{ importId: string; recalled: boolean }> => {
  const refuse = (fault: FileFault) => {
    const code = fault === 'file-too-large' ? 'too-large' : 'invalid-file'
    return new ProblemError(code, { detail: fileFaultText[fault][file.language ?? 'en'] })
  }
  if (file.bytes.length > (file.largest ?? largestFile)) throw refuse('file-too-large')
  const table = readTable(file.bytes)
  if (!table.ok) throw refuse(table.reason)
  const { columns, rows } = table.value
  const importId = deps.random.uuid()
  const fileKey = `imports/${organisationId}/${importId}.csv`
  await deps.files.put(fileKey, file.bytes)
  const past = await withOrganisation(deps.db, organisationId, (scope) =>
    store.listMappings(scope, rememberedImports),
  )
  const recalled = recallMapping(columns, past)
  const mapping =
    recalled ??
    guessMapping(
      columns,
      rows.slice(0, 200).map((row) => row.cells),
    )
  const contentHash = await sha256(file.bytes)
  await withOrganisation(deps.db, organisationId, (scope) =>
    store.insertImport(scope, {
      id: importId,
      fileName: file.fileName.slice(0, 200),
      fileKey,
      contentHash,
      columns,
      mapping,
      rowsTotal: rows.length,
      createdBy: file.actor,
    }),
  )
  return { importId, recalled: recalled !== undefined }
}

/** What importing with this mapping (or the first guess) would do. Changes nothing. */
export const previewImport = async (
  deps: Deps,
  organisationId: string,
  importId: string,
  mapping?: ColumnMapping,
): Promise<ImportPreview> => {
  const record = await getRecord(deps, organisationId, importId)
  const table = await readFile(deps, record)
  const chosen = checkedMapping(mapping ?? record.mapping, table)
  const missing = missingOfMapping(chosen)
  const start = {
    import: toView(record),
    columns: table.columns,
    mapping: chosen,
    missing,
    sample: table.rows.slice(0, sampleRows),
  }
  if (missing.length > 0) return { ...start, ...nothing }
  const read = await readRows(deps, organisationId, table, chosen)
  return withOrganisation(deps.db, organisationId, async (scope) => {
    const settled = await settleRows(scope, read.rows, { columns: table.columns, mapping: chosen })
    const sessions = settled.rows.flatMap(({ session }) => (session ? [session] : []))
    const faulty = settled.rows.filter((row) => row.faults.length > 0)
    const willAdd = await countNew(scope, sessions)
    return {
      ...start,
      willAdd,
      duplicates: sessions.length - willAdd,
      faultCount: faulty.length,
      faults: faulty.flatMap((row) => row.faults).slice(0, shownFaults),
      newPeople: settled.newPeople.length,
      unknownRoles: read.unknownRoles,
      unknownBranches: read.unknownBranches,
    }
  })
}

const nothing = {
  willAdd: 0,
  duplicates: 0,
  faultCount: 0,
  faults: [],
  newPeople: 0,
  unknownRoles: [],
  unknownBranches: [],
} as const

/** How many of the sessions are neither in the ledger nor earlier in the file. */
const countNew = async (scope: Scope, sessions: readonly SettledSession[]): Promise<number> => {
  const dates = sessions.map((session) => session.localDate).sort()
  const [first, last] = [dates[0], dates.at(-1)]
  if (first === undefined || last === undefined) return 0
  const personOf = ({ person }: SettledSession) =>
    person.kind === 'known' ? person.personId : `new ${person.index}`
  const known = sessions.flatMap(({ person }) => (person.kind === 'known' ? [person.personId] : []))
  const facts = await listKnownFacts(scope, [...new Set(known)], first, last)
  const keys = new Set(facts.map(sessionKey))
  const before = keys.size
  for (const session of sessions) keys.add(sessionKey({ ...session, personId: personOf(session) }))
  return keys.size - before
}

/**
 * Starts an import with the mapping that was chosen. A small file is in the ledger when this returns
 * (`finished`); a large one is put on the queue. Starting a failed import again resumes it, with the mapping
 * that it was first started with. Throws invalid-input naming what the mapping lacks.
 */
export const startImport = async (
  deps: Deps,
  organisationId: string,
  importId: string,
  mapping: ColumnMapping,
  actor: string,
): Promise<{ finished: boolean }> => {
  const record = await getRecord(deps, organisationId, importId)
  const chosen = record.status === 'uploaded' ? checkedMapping(mapping, record) : record.mapping
  const missing = missingOfMapping(chosen)
  if (missing.length > 0) {
    const fields = missing.map((needed) => ({ field: needed, message: neededText[needed].en }))
    throw new ProblemError('invalid-input', { fields })
  }
  const started = await withOrganisation(deps.db, organisationId, async (scope) => {
    const locked = await store.lockImport(scope, importId)
    if (locked?.status !== 'uploaded' && locked?.status !== 'failed') return false
    await store.startImportRecord(scope, importId, locked.status === 'failed' ? locked.mapping : chosen)
    await recordAudit(scope, {
      id: deps.random.uuid(),
      actor,
      action: 'hours.import-started',
      subjectType: 'import',
      subjectId: importId,
      detail: { rows: record.rowsTotal },
    })
    return true
  })
  if (!started) return { finished: record.status === 'finished' }
  if (record.rowsTotal > inlineRows) {
    await deps.jobs.enqueue({ kind: 'import-sessions', organisationId, importId })
    return { finished: false }
  }
  await runImport(deps, organisationId, importId)
  return { finished: true }
}

/** An import with its progress. Throws not-found. */
export const getImport = async (deps: Deps, organisationId: string, importId: string): Promise<ImportView> =>
  toView(await getRecord(deps, organisationId, importId))

/** The newest fifty imports of a service. */
export const listImports = async (deps: Deps, organisationId: string): Promise<readonly ImportView[]> => {
  const records = await withOrganisation(deps.db, organisationId, (scope) =>
    store.listImportRecords(scope, 50),
  )
  return records.map(toView)
}

/** Puts the imports back on the queue whose process ended before they were finished. */
export const resumeImports = async (deps: Deps): Promise<void> => {
  const stalled = await asSystem(deps.db, store.takeStalledImports)
  for (const one of stalled) await deps.jobs.enqueue({ kind: 'import-sessions', ...one })
}

const toView = ({ fileKey: _fileKey, ...view }: store.ImportRecord): ImportView => view

const sha256 = async (bytes: Uint8Array): Promise<string> => {
  // A copy has a buffer of its own, which the hash function asks for.
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
