import { asSystem, type Scope, withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { lockHolds } from '../../people/holds/actions'
import { isFileNeeded, removeEvidence } from '../parts/store'
import { fileKey } from '../rules/file-key'
import { deletesPhotos } from '../rules/shows-photos'
import { appendDeed } from '../store'
import { listFilesToGo, lockPhotosOf, markFileGone } from './store'

/**
 * Takes a person's photos away from their skills once somebody who is asked at their age has said no or taken their
 * consent back, within the transaction that writes that down; the files go with the next scheduled work.
 */
export const alignPhotos = async (
  deps: Deps,
  scope: Scope,
  personId: string,
  actor: string,
): Promise<void> => {
  const state = (await lockHolds(deps, scope, [personId], 'photo')).get(personId)
  if (!deletesPhotos(state?.hold)) return
  const at = deps.clock.now()
  const places = new Map<string, number>()
  for (const { claimId, id, sequence, ...standing } of await lockPhotosOf(scope, personId)) {
    const place = places.get(claimId) ?? sequence
    await removeEvidence(scope, claimId, id, at)
    const deed = { kind: 'evidence-removed', actor, at, words: null } as const
    const detail = { evidence: id, because: 'photo-consent' }
    await appendDeed(scope, { id: claimId, sequence: place }, { ...deed, detail }, standing)
    places.set(claimId, place + 1)
  }
}

const filesAtOnce = 100

/** Deletes the files of evidence that was taken away, unless something else needs them. Safe to do twice. */
export const deleteTakenFiles = async (deps: Deps): Promise<void> => {
  for (const file of await asSystem(deps.db, (scope) => listFilesToGo(scope, filesAtOnce))) {
    const { organisationId, sha256 } = file
    const needed = await withOrganisation(deps.db, organisationId, (scope) => isFileNeeded(scope, sha256))
    if (!needed) await deps.files.delete(fileKey(organisationId, sha256))
    await withOrganisation(deps.db, organisationId, (scope) => markFileGone(scope, file, deps.clock.now()))
  }
}
