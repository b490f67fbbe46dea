import { recordAudit } from '../audit/actions'
import { withOrganisation, withPublicRead } from '../database/scope'
import type { Deps } from '../deps'
import { buildStatusListCredential } from '../openbadges/build'
import { signDocument } from '../openbadges/proof'
import { createStatusBits, encodeStatusList, writeStatusBit } from '../openbadges/status-list'
import { getOrganisation, issuerProfileOf, signerOf } from '../organisations/actions'
import { path } from '../paths'
import { ProblemError } from '../problems'
import type { Award } from './model'
import { findStatusList, selectRevokedIndexes, updateStatusDocument } from './status-lists/store'
import { findAward, selectCredential, selectCredentials, updateAsRevoked } from './store'

export {
  findRecipients,
  getIssueBatch,
  resumeIssueBatches,
  runIssueBatch,
  startIssueBatch,
} from './batches/actions'
export { findClaim, renewClaim, useClaim } from './claims/actions'
export { badgeEligibility } from './eligibility'

/** How long a copy of a status list may be kept: short, so that a revocation is seen at once. */
const STATUS_TTL_MS = 60_000

/** Throws `not-found`, also for an award of another organisation. */
export const getAward = async (deps: Deps, organisationId: string, awardId: string): Promise<Award> => {
  const award = await withOrganisation(deps.db, organisationId, (scope) => findAward(scope, awardId))
  if (award === undefined) throw new ProblemError('not-found')
  return award
}

/** The signed credential of an award, byte for byte as it was signed. Throws `not-found`. */
export const getCredentialText = async (
  deps: Deps,
  organisationId: string,
  awardId: string,
): Promise<string> => {
  const document = await withOrganisation(deps.db, organisationId, (scope) =>
    selectCredential(scope, awardId),
  )
  if (document === undefined) throw new ProblemError('not-found')
  return document
}

/** The signed credentials of a badge that are valid now, oldest first. */
export const listCredentialTexts = (deps: Deps, organisationId: string, code: string): Promise<string[]> =>
  withOrganisation(deps.db, organisationId, (scope) => selectCredentials(scope, code))

/**
 * Takes an award back, with a reason that is kept. Revoking it again changes nothing.
 * Throws `not-found` for an award of another organisation and `invalid-input` without a reason.
 */
export const revokeAward = async (
  deps: Deps,
  organisationId: string,
  awardId: string,
  change: { readonly reason: string; readonly actor: string },
): Promise<void> => {
  const reason = change.reason.trim()
  if (reason === '') {
    throw new ProblemError('invalid-input', {
      fields: [{ field: 'reason', message: 'Say why the badge is taken back.' }],
    })
  }
  await withOrganisation(deps.db, organisationId, async (scope) => {
    if ((await findAward(scope, awardId)) === undefined) throw new ProblemError('not-found')
    const revoked = await updateAsRevoked(scope, awardId, { at: deps.clock.now(), by: change.actor, reason })
    if (!revoked) return
    await recordAudit(scope, {
      id: deps.random.uuid(),
      actor: change.actor,
      action: 'award.revoked',
      subjectType: 'award',
      subjectId: awardId,
    })
  })
}

/** The signed status list of /status/{id} as JSON text, signed anew only when a status changed. Throws `not-found`. */
export const getStatusList = async (deps: Deps, listId: string): Promise<string> => {
  const list = await withPublicRead(deps.db, (scope) => findStatusList(scope, listId))
  if (list === undefined) throw new ProblemError('not-found')
  if (list.document !== null && list.documentRevision === list.revision) return list.document
  const organisation = await getOrganisation(deps, list.organisationId)
  const revoked = await withOrganisation(deps.db, organisation.id, (scope) =>
    selectRevokedIndexes(scope, listId),
  )
  const bits = createStatusBits(list.size)
  for (const index of revoked) writeStatusBit(bits, index, true)
  const signer = await signerOf(deps, organisation, 'Ed25519')
  const now = deps.clock.now()
  const document = buildStatusListCredential({
    id: deps.config.origin + path('statusList', { id: listId }),
    issuerId: (await issuerProfileOf(deps, organisation)).id,
    validFrom: now,
    encodedList: encodeStatusList(bits),
    ttl: STATUS_TTL_MS,
  })
  const text = JSON.stringify(await signDocument({ document, signer, created: now }))
  await withOrganisation(deps.db, organisation.id, (scope) =>
    updateStatusDocument(scope, listId, text, list.revision),
  )
  return text
}
