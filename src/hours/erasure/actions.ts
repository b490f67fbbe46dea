import { type Scope, withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { lockHeads } from '../ledger/store'
import { anonymiseSessions } from '../rules/anonymise-sessions'
import * as store from './store'

/** What became of a person's hours. */
export type AnonymisedHours = {
  readonly sessions: number
  readonly minutes: number
  readonly rows: number
}

/**
 * Writes what stays of a person's hours under a random key, and that their chain goes and what it came to, within the
 * caller's transaction. The chain is held until that ends: nobody adds to it meanwhile.
 */
export const anonymiseHours = async (
  deps: Deps,
  scope: Scope,
  personId: string,
  giver: string,
): Promise<AnonymisedHours> => {
  const heads = await lockHeads(scope, [personId])
  const sessions = await store.listApprovedWithBranch(scope, personId)
  const kept = anonymiseSessions(sessions)
  const head = heads.get(personId)
  const minutes = kept.reduce((sum, row) => sum + row.minutes, 0)
  await store.insertAnonymous(
    scope,
    kept.map((row) => ({ ...row, id: deps.random.uuid(), giver })),
  )
  if (head !== undefined && head.sequence > 0) {
    await store.insertChainErasure(scope, {
      ...{ giver, root: head.hash, entries: head.sequence, sessions: sessions.length, minutes },
      erasedAt: deps.clock.now(),
    })
  }
  return { sessions: sessions.length, minutes, rows: kept.length }
}

/**
 * The files behind a person's imported sessions, and those with a row that was not taken and holds one of some words.
 * They hold the rows of others too; hours stay without them.
 */
export const importFilesOf = (scope: Scope, personId: string, words: readonly string[]): Promise<string[]> =>
  store.listImportFiles(scope, personId, words)

/** Takes out the rows of imports that were not taken and name somebody. */
export const forgetFaultsNaming = (scope: Scope, words: readonly string[]): Promise<number> =>
  words.length === 0 ? Promise.resolve(0) : store.deleteFaultsNaming(scope, words)

/** Uploaded files from before an instant, which are no longer needed. */
export const oldImportFiles = (deps: Deps, organisationId: string, before: Date) =>
  withOrganisation(deps.db, organisationId, (scope) => store.listOldImportFiles(scope, before))

/** Deletes an uploaded file and the faulty rows that were kept from it. Doing it again changes nothing. */
export const forgetImportFile = async (
  deps: Deps,
  organisationId: string,
  file: { readonly id: string; readonly fileKey: string },
): Promise<void> => {
  await deps.files.delete(file.fileKey)
  await withOrganisation(deps.db, organisationId, (scope) =>
    store.markFileGone(scope, file.id, deps.clock.now()),
  )
}
