import { z } from 'zod'
import { withOrganisation, withPublicRead } from '../../database/scope'
import type { Deps } from '../../deps'
import { buildStatusListCredential } from '../../openbadges/build'
import { signDocument } from '../../openbadges/proof'
import { createStatusBits, encodeStatusList, writeStatusBit } from '../../openbadges/status-list'
import { getOrganisation, issuerProfileOf, signerOf } from '../../organisations/actions'
import { path } from '../../paths'
import { ProblemError } from '../../problems'
import { checkStatusList } from '../release-check'
import { findStatusList, type StatusListState, selectSetIndexes, updateStatusDocument } from './store'

/** How long a copy of a status list may be kept, in milliseconds: short, so that a change is seen at once. */
export const STATUS_TTL_MS = 60_000
/** How long a signed list holds, and how much of that is left when it is signed anew. */
const HOLDS_MS = 7 * 24 * 60 * 60_000
const RENEWED_BEFORE_MS = 3 * 24 * 60 * 60_000

/** Whether the kept list still says what is so, by a key that still counts, for some days to come. */
const isCurrent = (list: StatusListState, now: Date): list is StatusListState & { document: string } =>
  list.document !== null &&
  list.documentRevision === list.revision &&
  list.documentUntil !== null &&
  list.documentUntil.getTime() - now.getTime() > RENEWED_BEFORE_MS &&
  !list.keyCompromised

/**
 * The signed status list of /status/{id} as JSON text. It is signed anew only when a status changed, when its time
 * runs out, or when its key was compromised. Throws `not-found`.
 */
export const getStatusList = async (deps: Deps, listId: string): Promise<string> => {
  const list = z.uuid().safeParse(listId).success
    ? await withPublicRead(deps.db, (scope) => findStatusList(scope, listId))
    : undefined
  if (list === undefined) throw new ProblemError('not-found')
  const now = deps.clock.now()
  return isCurrent(list, now) ? list.document : signList(deps, listId, list, now)
}

const signList = async (deps: Deps, listId: string, list: StatusListState, now: Date): Promise<string> => {
  const organisation = await getOrganisation(deps, list.organisationId)
  const set = await withOrganisation(deps.db, organisation.id, (scope) => selectSetIndexes(scope, listId))
  const bits = createStatusBits(list.size)
  for (const index of set) writeStatusBit(bits, index, true)
  const signer = await signerOf(deps, organisation, 'Ed25519')
  const until = new Date(now.getTime() + HOLDS_MS)
  const document = buildStatusListCredential({
    id: deps.config.origin + path('statusList', { id: listId }),
    issuerId: (await issuerProfileOf(deps, organisation)).id,
    validFrom: now,
    validUntil: until,
    statusPurpose: list.purpose,
    encodedList: encodeStatusList(bits),
    ttl: STATUS_TTL_MS,
  })
  const text = JSON.stringify(await signDocument({ document, signer, created: now }))
  await checkStatusList(deps, organisation, text)
  const key = signer.verificationMethod.slice(signer.verificationMethod.indexOf('#') + 1)
  await withOrganisation(deps.db, organisation.id, (scope) =>
    updateStatusDocument(scope, listId, { text, revision: list.revision, until, key }),
  )
  return text
}
