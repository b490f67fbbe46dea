import { recordAudit } from '../../audit/actions'
import { withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { sha256, toHex } from '../../openbadges/canonicalise'
import { ProblemError, type Result } from '../../problems'
import { readCasePackage } from '../rules/read-case-package'
import { readFrameworkCsv } from '../rules/read-framework-csv'
import { findByIdentifier, insertFramework, selectItems } from '../store'
import type { CsvDocument, ImportedFramework, ImportFault, ReadFramework } from './model'

const largestFile = 10 * 1024 * 1024
const hashPattern = /^[0-9a-f]{64}$/
const fileKey = (organisationId: string, hash: string) => `frameworks/${organisationId}/${hash}`

/** A package starts with a brace; anything else is read as a table. */
const read = (bytes: Uint8Array, document: CsvDocument): Result<ReadFramework, readonly ImportFault[]> =>
  /^[\s\ufeff]*[{[]/.test(new TextDecoder().decode(bytes.subarray(0, 100)))
    ? readCasePackage(bytes)
    : readFrameworkCsv(bytes, document)

export type FrameworkPreview = {
  /** What `importFramework` takes. */
  readonly fileHash: string
  readonly read: Result<ReadFramework, readonly ImportFault[]>
}

/** Keeps a file and says what it would bring. Nothing is imported. Throws `too-large`. */
export const previewFramework = async (
  deps: Deps,
  organisationId: string,
  bytes: Uint8Array,
  document: CsvDocument,
): Promise<FrameworkPreview> => {
  if (bytes.length > largestFile) throw new ProblemError('too-large')
  const fileHash = toHex(await sha256(bytes))
  const outcome = read(bytes, document)
  if (outcome.ok) await deps.files.put(fileKey(organisationId, fileHash), bytes)
  return { fileHash, read: outcome }
}

export type FrameworkImport = {
  readonly frameworkId: string
  readonly version: string
  readonly already: boolean
  readonly items: number
}

/**
 * Brings a file in that was previewed: rows that can be taken, as one version of a framework. The same again changes
 * nothing. A version never changes: throws `duplicate` where it is there with other items; `invalid-file`, `not-found`, `bad-request`.
 */
export const importFramework = async (
  deps: Deps,
  organisationId: string,
  file: { readonly fileHash: string; readonly document: CsvDocument },
  actorEmail: string,
): Promise<FrameworkImport> => {
  if (!hashPattern.test(file.fileHash)) throw new ProblemError('bad-request')
  const bytes = await deps.files.get(fileKey(organisationId, file.fileHash))
  if (bytes === undefined) throw new ProblemError('not-found')
  const outcome = read(bytes, file.document)
  if (!outcome.ok) throw new ProblemError('invalid-file')
  const { framework } = outcome.value
  const actor = actorEmail.toLowerCase()
  return withOrganisation(deps.db, organisationId, async (scope) => {
    const row = { id: deps.random.uuid(), importedBy: actor, importedAt: deps.clock.now() }
    const { version, items } = framework
    if (await insertFramework(scope, row, framework)) {
      await recordAudit(scope, {
        ...{ id: deps.random.uuid(), actor, action: 'framework.imported', subjectType: 'framework' },
        ...{ subjectId: row.id, detail: { version, items: items.length } },
      })
      return { frameworkId: row.id, version, already: false, items: items.length }
    }
    const known = await findByIdentifier(scope, framework.identifier, version)
    if (known === undefined) throw new ProblemError('conflict')
    if (!sameItems(await selectItems(scope, organisationId, known.id), items))
      throw new ProblemError('duplicate')
    return { frameworkId: known.id, version, already: true, items: items.length }
  })
}

const sameItems = (a: ImportedFramework['items'], b: ImportedFramework['items']): boolean => {
  const written = (items: ImportedFramework['items']) =>
    JSON.stringify(
      items.map(({ identifier, code, name, description, kind, uri, parent, related }) => [
        ...[identifier, code, name, description, kind, uri, parent],
        ...related,
      ]),
    )
  return written(a) === written(b)
}
