import { z } from 'zod'
import { withOrganisation } from '../database/scope'
import type { Deps } from '../deps'
import { ProblemError } from '../problems'
import type { Award } from './model'
import { stateAt } from './rules/end-of-validity'
import { findAward, selectCredential, selectCredentials } from './store'

export {
  findRecipients,
  getIssueBatch,
  resumeIssueBatches,
  runIssueBatch,
  startIssueBatch,
} from './batches/actions'
export { findClaim, renewClaim, useClaim } from './claims/actions'
export { badgeEligibility } from './eligibility'
export { bindAward, type HolderWish } from './holder/actions'
export { openReleaseCheck } from './release-check'
export { reinstateAward, revokeAward, suspendAward } from './status/actions'
export { getStatusList, STATUS_TTL_MS } from './status-lists/actions'

/** Throws `not-found`, also for an award of another organisation and for what is no id. */
export const getAward = async (deps: Deps, organisationId: string, awardId: string): Promise<Award> => {
  const award = z.uuid().safeParse(awardId).success
    ? await withOrganisation(deps.db, organisationId, (scope) => findAward(scope, awardId))
    : undefined
  if (award === undefined) throw new ProblemError('not-found')
  return { ...award, status: stateAt(award, deps.clock.now()) }
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
  withOrganisation(deps.db, organisationId, (scope) => selectCredentials(scope, code, deps.clock.now()))
