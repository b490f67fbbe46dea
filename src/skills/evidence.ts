import { z } from 'zod'
import { type Scope, withOrganisation } from '../database/scope'
import type { Deps } from '../deps'
import { sha256, toHex } from '../openbadges/canonicalise'
import { holdsWithin, lockHolds } from '../people/holds/actions'
import { ProblemError } from '../problems'
import { checkedWords, holdClaim } from './claims'
import { type Claim, type ClaimActor, type Evidence, largestFile, longestWords } from './model'
import * as parts from './parts/store'
import { markFileGone } from './photos/store'
import { decideClaim } from './rules/decide-claim'
import { fileKey } from './rules/file-key'
import { showsPhotos } from './rules/shows-photos'
import { sniffFile } from './rules/sniff-file'
import { stripMetadata } from './rules/strip-metadata'
import * as store from './store'

export type NewEvidence =
  | { readonly kind: 'text'; readonly words: string }
  | { readonly kind: 'link'; readonly words: string; readonly url: string }
  | {
      readonly kind: 'file' | 'photo'
      readonly words: string
      readonly bytes: Uint8Array
      readonly fileName: string
      /** Whoever can be seen has agreed; a photo is not taken without. */
      readonly peopleAgreed: boolean
    }

const refuse = (field: string, message: string): never => {
  throw new ProblemError('invalid-input', { fields: [{ field, message }] })
}

/** A file as it is kept: its type found out, what it says beside its picture left out. */
const readFile = async (evidence: Extract<NewEvidence, { readonly bytes: Uint8Array }>) => {
  const { bytes, kind } = evidence
  if (bytes.length === 0) return refuse('file', 'file-missing')
  if (bytes.length > largestFile) return refuse('file', 'file-too-large')
  const type = sniffFile(bytes)
  if (!type.accepted) return refuse('file', `file-refused ${type.name}`)
  const picture = type.mediaType.startsWith('image/')
  if (kind === 'photo' && !picture) return refuse('file', 'file-no-picture')
  const stripped = stripMetadata(bytes, type.mediaType)
  if (stripped === undefined) return refuse('file', 'file-damaged')
  // A picture is a photo, whatever the form called it: it may show somebody.
  if (picture && !evidence.peopleAgreed) return refuse('peopleAgreed', 'people-agreed-missing')
  return {
    kind: picture ? ('photo' as const) : ('file' as const),
    content: stripped,
    sha256: toHex(await sha256(stripped)),
    mediaType: type.mediaType,
    fileName: evidence.fileName
      .normalize('NFC')
      .replace(/[\p{Cc}/\\]/gu, ' ')
      .trim()
      .slice(0, 200),
  }
}

const readLink = (text: string): string => {
  const read = z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .safeParse(text.trim())
  return read.success ? read.data : refuse('url', 'url-not-understood')
}

/**
 * Adds evidence to one's own claim. A link is kept and never followed. A picture is taken only where everybody in it has
 * agreed, of somebody young only where the consent for photos is on record, and of nobody who said no to photos. The same file twice is kept once.
 * Throws `not-found`, `conflict`, and `invalid-input` with the reason as a code in place of a message.
 */
export const addEvidence = async (
  deps: Deps,
  organisationId: string,
  claimId: string,
  given: NewEvidence,
  by: ClaimActor,
): Promise<{ evidenceId: string }> => {
  const words = checkedWords('words', given.words, longestWords, given.kind === 'text')
  const url = given.kind === 'link' ? readLink(given.url) : null
  const file = 'bytes' in given ? await readFile(given) : undefined
  if (file?.kind === 'photo')
    await withOrganisation(deps.db, organisationId, (scope) =>
      checkPhotoConsent(deps, scope, claimId, holdsWithin),
    )
  if (file !== undefined) await deps.files.put(fileKey(organisationId, file.sha256), file.content)
  return withOrganisation(deps.db, organisationId, async (scope) => {
    if (file?.kind === 'photo') await checkPhotoConsent(deps, scope, claimId, lockHolds)
    const claim = await holdClaim(scope, claimId, by)
    const decided = decideClaim(claim, 'evidence-added')
    if (!decided.ok) throw new ProblemError('conflict')
    const known = (await parts.listEvidence(scope, [claimId])).find(
      (one) => one.url === url && one.words === words && one.sha256 === (file?.sha256 ?? null),
    )
    if (known !== undefined) return { evidenceId: known.id }
    const at = deps.clock.now()
    const id = deps.random.uuid()
    const kind = file?.kind ?? given.kind
    const evidence: Evidence = {
      ...{ id, kind, words, url, addedAt: at },
      ...{ sha256: file?.sha256 ?? null, mediaType: file?.mediaType ?? null },
      ...{ bytes: file?.content.length ?? null, fileName: file?.fileName ?? null },
    }
    await parts.insertEvidence(scope, claimId, evidence)
    const actor = by.email.toLowerCase()
    const detail = { evidence: id, kind, ...(file && { sha256: file.sha256 }) }
    await store.appendDeed(
      scope,
      claim,
      { kind: 'evidence-added', actor, at, words: null, detail },
      decided.value,
    )
    return { evidenceId: id }
  })
}

/**
 * No picture is kept against the consent for photos: asked before a file is put away, and again with the person's record
 * held, so that nobody takes the consent back meanwhile. People come before claims, as everywhere.
 */
const checkPhotoConsent = async (deps: Deps, scope: Scope, claimId: string, holds: typeof lockHolds) => {
  const claim = z.uuid().safeParse(claimId).success ? await store.findClaim(scope, claimId) : undefined
  if (claim === undefined) throw new ProblemError('not-found')
  const state = (await holds(deps, scope, [claim.personId], 'photo')).get(claim.personId)
  if (!showsPhotos(state)) refuse('file', 'photo-consent-missing')
}

/** Takes evidence away from one's own claim; a file that nothing else needs is deleted. Doing it again changes nothing. */
export const takeEvidenceAway = async (
  deps: Deps,
  organisationId: string,
  claimId: string,
  evidenceId: string,
  by: ClaimActor,
): Promise<void> => {
  if (!z.uuid().safeParse(evidenceId).success) throw new ProblemError('not-found')
  const unneeded = await withOrganisation(deps.db, organisationId, async (scope) => {
    const claim = await holdClaim(scope, claimId, by)
    const found = (await parts.listEvidence(scope, [claimId])).find(({ id }) => id === evidenceId)
    if (found === undefined) return undefined
    const decided = decideClaim(claim, 'evidence-removed')
    if (!decided.ok) throw new ProblemError('conflict')
    const at = deps.clock.now()
    await parts.removeEvidence(scope, claimId, evidenceId, at)
    const deed = { kind: 'evidence-removed', actor: by.email.toLowerCase(), at, words: null } as const
    await store.appendDeed(scope, claim, { ...deed, detail: { evidence: evidenceId } }, decided.value)
    const { sha256: hash } = found
    return hash !== null && !(await parts.isFileNeeded(scope, hash)) ? hash : undefined
  })
  if (unneeded === undefined) return
  await deps.files.delete(fileKey(organisationId, unneeded))
  await withOrganisation(deps.db, organisationId, (scope) =>
    markFileGone(scope, { id: evidenceId }, deps.clock.now()),
  )
}

const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
}

/** A file of a claim, to be downloaded. `mayRead` decides on whose claim it is. Throws `not-found`. */
export const getEvidenceFile = async (
  deps: Deps,
  organisationId: string,
  at: { readonly claimId: string; readonly evidenceId: string },
  mayRead: (claim: Claim) => boolean,
): Promise<{ bytes: Uint8Array; contentType: string; fileName: string }> => {
  const known = [at.claimId, at.evidenceId].every((id) => z.uuid().safeParse(id).success)
  const found = known
    ? await withOrganisation(deps.db, organisationId, async (scope) => {
        const claim = await store.findClaim(scope, at.claimId)
        if (claim === undefined || !mayRead(claim)) return undefined
        const evidence = (await parts.listEvidence(scope, [at.claimId])).find(
          ({ id }) => id === at.evidenceId,
        )
        if (evidence?.kind !== 'photo') return evidence
        const holds = await holdsWithin(deps, scope, [claim.personId], 'photo')
        return showsPhotos(holds.get(claim.personId)) ? evidence : undefined
      })
    : undefined
  const bytes =
    typeof found?.sha256 === 'string'
      ? await deps.files.get(fileKey(organisationId, found.sha256))
      : undefined
  if (found === undefined || bytes === undefined) throw new ProblemError('not-found')
  const contentType = found.mediaType ?? 'application/octet-stream'
  return { bytes, contentType, fileName: `evidence-${at.evidenceId}.${extensions[contentType] ?? 'bin'}` }
}
