import { fillText } from './findings'
import type { Bilingual, Check, CheckId, Problem, Verdict } from './report'
import { headlineTexts, type ProblemCode } from './text'

/** The checks without which a badge is not called verified. */
const essential: readonly CheckId[] = [
  'parse',
  'json-ld',
  'context',
  'type',
  'subject',
  'issuer',
  'proof',
  'key-binding',
  'status',
  'validity',
]

/**
 * The verdict that a list of checks comes to: `not-verified` if any failed, `could-not-verify` if an essential
 * one was not made, `verified` otherwise.
 */
export const decideVerdict = (checks: readonly Check[]): Verdict => {
  if (checks.some(({ outcome }) => outcome === 'failed')) return 'not-verified'
  const passedIds = checks.filter(({ outcome }) => outcome === 'passed').map(({ id }) => id)
  return essential.every((id) => passedIds.includes(id)) ? 'verified' : 'could-not-verify'
}

/** Which failure a headline speaks of, the weightiest first. */
const weight: readonly CheckId[] = [
  'parse',
  'proof',
  'key-binding',
  'status',
  'validity',
  'endorsements',
  'json-ld',
]

const findWeightiest = (checks: readonly Check[], outcome: Check['outcome']): Problem | undefined => {
  const ids = [...weight, ...checks.map(({ id }) => id)]
  const found = ids.map((id) => checks.find((check) => check.id === id && check.outcome === outcome))
  return found.find((check) => check?.problem !== undefined && check.problem.code !== 'not-reached')?.problem
}

const headlinesByCode: Partial<Record<ProblemCode, Bilingual>> = {
  revoked: headlineTexts.revoked,
  suspended: headlineTexts.suspended,
  expired: headlineTexts.expired,
  'not-yet-valid': headlineTexts.notYetValid,
  'proof-wrong': headlineTexts.altered,
  'key-not-issuers': headlineTexts.notIssuers,
  'key-not-found': headlineTexts.notIssuers,
}

/** The one sentence that tells somebody what a report comes to. */
export const writeHeadline = (verdict: Verdict, checks: readonly Check[]): Bilingual => {
  if (verdict === 'verified') {
    const registry = checks.find(({ id }) => id === 'issuer-registry')
    return registry?.outcome === 'passed' ? headlineTexts.verified : headlineTexts.verifiedUnknownIssuer
  }
  const problem = findWeightiest(checks, verdict === 'not-verified' ? 'failed' : 'not-checked')
  const detail = problem?.detail ?? { en: '', cy: '' }
  if (verdict === 'could-not-verify') return fillText(headlineTexts.couldNotVerify, { detail })
  const isUnread = checks.some(({ id, outcome }) => id === 'parse' && outcome === 'failed')
  const own = problem === undefined ? undefined : headlinesByCode[problem.code]
  return fillText(own ?? (isUnread ? headlineTexts.unreadable : headlineTexts.notVerified), { detail })
}
