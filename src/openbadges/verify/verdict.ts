import { fillText } from './findings'
import type {
  Bilingual,
  Check,
  CheckId,
  CredentialKind,
  Problem,
  Verdict,
  VerificationReport,
} from './report'
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
  'credentials',
]

/** The checks that a verdict about the proof alone rests on. */
const essentialToProof: readonly CheckId[] = ['parse', 'json-ld', 'proof']

type Scope = VerificationReport['scope']

/**
 * The verdict that a list of checks comes to: `not-verified` if any failed, `could-not-verify` if an essential
 * one was not made, `verified` otherwise. The credentials of a learner record are essential to it.
 */
export const decideVerdict = (checks: readonly Check[], scope: Scope): Verdict => {
  if (checks.some(({ outcome }) => outcome === 'failed')) return 'not-verified'
  const needed = checks.filter(({ id }) =>
    scope === 'proof' ? essentialToProof.includes(id) : essential.includes(id),
  )
  return needed.every(({ outcome }) => outcome === 'passed') ? 'verified' : 'could-not-verify'
}

/** Which failure a headline speaks of, the weightiest first. */
const weight: readonly CheckId[] = [
  'parse',
  'proof',
  'key-binding',
  'status',
  'validity',
  'credentials',
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

const writeGoodHeadline = (checks: readonly Check[], scope: Scope, kind?: CredentialKind): Bilingual => {
  if (scope === 'proof') return headlineTexts.proofOnly
  const isKnown = checks.some(({ id, outcome }) => id === 'issuer-registry' && outcome === 'passed')
  if (kind === 'clr')
    return isKnown ? headlineTexts.verifiedRecord : headlineTexts.verifiedRecordUnknownIssuer
  return isKnown ? headlineTexts.verified : headlineTexts.verifiedUnknownIssuer
}

/** The one sentence that tells somebody what a report comes to. */
export const writeHeadline = (
  verdict: Verdict,
  checks: readonly Check[],
  { scope, kind }: { readonly scope: Scope; readonly kind?: CredentialKind },
): Bilingual => {
  if (verdict === 'verified') return writeGoodHeadline(checks, scope, kind)
  const problem = findWeightiest(checks, verdict === 'not-verified' ? 'failed' : 'not-checked')
  const detail = problem?.detail ?? { en: '', cy: '' }
  if (verdict === 'could-not-verify') return fillText(headlineTexts.couldNotVerify, { detail })
  const isUnread = checks.some(({ id, outcome }) => id === 'parse' && outcome === 'failed')
  const own = problem === undefined ? undefined : headlinesByCode[problem.code]
  return fillText(own ?? (isUnread ? headlineTexts.unreadable : headlineTexts.notVerified), { detail })
}
