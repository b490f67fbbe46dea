import { z } from 'zod'
import { getBadge } from '../../achievements/settings/actions'
import { recordAudit } from '../../audit/actions'
import { withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import type { Organisation } from '../../organisations/model'
import { ProblemError } from '../../problems'
import { startIssueBatch } from '../batches/actions'
import { candidatesAmong } from '../eligibility'
import { type Decision, revokeAward } from '../status/actions'
import { findAward } from '../store'
import { type AwardUnderReview, findUnderReview, listUnderReview, upholdAward } from './store'

export type { AwardUnderReview } from './store'

const MOST_LISTED = 200
const LONGEST_REASON = 500

/** The awards whose hours changed after they were issued, the longest waiting first (rule HR-07). */
export const awardsUnderReview = (deps: Deps, organisationId: string): Promise<AwardUnderReview[]> =>
  withOrganisation(deps.db, organisationId, (scope) => listUnderReview(scope, MOST_LISTED))

/** What an award under review states, and what the approved hours come to now. */
export type Review = {
  readonly award: AwardUnderReview
  /** Whether the rule of the badge is met by what is approved now. */
  readonly stillEarned: boolean
  /** Approved minutes now; null where the rule is no longer met. */
  readonly minutesNow: number | null
}

/** How an award stands after the changes; undefined where nothing waits to be looked at. Throws `not-found`. */
export const reviewOf = async (
  deps: Deps,
  organisationId: string,
  awardId: string,
): Promise<Review | undefined> => {
  if (!z.uuid().safeParse(awardId).success) throw new ProblemError('not-found')
  const award = await withOrganisation(deps.db, organisationId, async (scope) => {
    if ((await findAward(scope, awardId)) === undefined) throw new ProblemError('not-found')
    return findUnderReview(scope, awardId)
  })
  if (award === undefined) return undefined
  const { definition } = await getBadge(deps, organisationId, award.definitionCode)
  const recipient = { personId: award.personId, name: award.personName, email: null, language: 'en' as const }
  const [candidate] = await candidatesAmong(deps, organisationId, definition, {
    people: [recipient],
    skills: {},
  })
  return { award, stillEarned: candidate !== undefined, minutesNow: candidate?.minutes ?? null }
}

/**
 * Keeps an award as it is, with a reason, in the light of the changes up to `sequence`: what changes later is looked at
 * anew. Doing it again changes nothing. Throws `not-found` and `invalid-input` without a reason.
 */
export const uphold = (
  deps: Deps,
  organisationId: string,
  { awardId, sequence }: { readonly awardId: string; readonly sequence: number },
  decision: Decision,
): Promise<void> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    const reason = decision.reason.trim()
    if (reason === '' || reason.length > LONGEST_REASON) {
      throw new ProblemError('invalid-input', { fields: [{ field: 'reason', message: 'Say why.' }] })
    }
    const award = await findUnderReview(scope, awardId)
    if (award === undefined || sequence > award.sequence) return
    if (!(await upholdAward(scope, awardId, { sequence, reason }))) return
    await recordAudit(scope, {
      id: deps.random.uuid(),
      actor: decision.actor,
      action: 'award.upheld',
      subjectType: 'award',
      subjectId: awardId,
      detail: { reason, sequence },
    })
  })

/**
 * Takes an award back for good and, where its rule is still met, issues it anew from the hours as they stand now.
 * Returns the batch of the new one. Doing it again issues nothing twice. Throws as `revokeAward` does.
 */
export const revokeAndReissue = async (
  deps: Deps,
  organisation: Organisation,
  awardId: string,
  decision: Decision,
): Promise<{ batchId: string | undefined }> => {
  const review = await reviewOf(deps, organisation.id, awardId)
  if (review === undefined) throw new ProblemError('conflict')
  await revokeAward(deps, organisation.id, awardId, decision)
  if (!review.stillEarned) return { batchId: undefined }
  const { personId, definitionCode: code } = review.award
  return startIssueBatch(deps, organisation, { code, actor: decision.actor, personIds: [personId] })
}
