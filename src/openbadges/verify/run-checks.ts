import type { Canonicalise, Primitives } from '../proof'
import { checkCredentials, checkEndorsements, type VerifyInner } from './check-inner'
import { checkJsonLd } from './check-json-ld'
import { checkNamedSchemas } from './check-named-schemas'
import { checkProofs } from './check-proof'
import { checkRefresh } from './check-refresh'
import { checkContext, checkEvidence, checkIssuer, checkSchema, checkSubject, checkType } from './check-shape'
import { checkStatus } from './check-status'
import { checkValidity } from './check-validity'
import { noteDifferences } from './differences'
import type { DocumentSource } from './document-source'
import { notChecked, passed, readId, worstOf } from './findings'
import { findKind } from './kinds'
import type { ParsedCredential } from './parse-credential'
import { checkResources } from './related-resource'
import {
  type Check,
  type CheckId,
  type CredentialKind,
  checkIds,
  type Finding,
  type InnerReport,
  recordCheckIds,
  type VerificationReport,
} from './report'
import { summariseCredential } from './summarise-credential'
import { openUnsecured } from './unsecured'
import { decideVerdict, writeHeadline } from './verdict'

/** Who an issuer is, as the verifying service knows it. */
export type KnownIssuer = { readonly name: string }

/** What all checks of one verification share. */
export type Environment = {
  readonly now: Date
  readonly documents: DocumentSource
  readonly findKnownIssuer: (issuerId: string) => KnownIssuer | undefined | Promise<KnownIssuer | undefined>
  readonly scope: VerificationReport['scope']
  readonly primitives: Primitives
  readonly canonicalise: Canonicalise
  /** How many more credentials inside others may be verified; counted down. */
  readonly budget: { credentials: number }
}

/** How many credentials one verification looks into at most, at all depths together, and how deep. */
export const mostCredentials = 100
const mostDepth = 3

type Place = { readonly kind: CredentialKind; readonly depth: number; readonly isRefreshed: boolean }

type Findings = Map<CheckId, Finding>
type Run = { findings: Findings; inner: InnerReport[]; refreshed?: VerificationReport }

const checkOutline = ({ document }: ParsedCredential, kind: CredentialKind): [CheckId, Finding][] => [
  ['context', checkContext(document, kind)],
  ['type', checkType(document, kind)],
  ['schema', checkSchema(document, kind)],
  ['subject', checkSubject(document, kind)],
  ['evidence', checkEvidence(document)],
  ['issuer', checkIssuer(document)],
]

/** Verifies a credential inside another, as long as the bounds of the whole verification allow. */
const createVerifyInner =
  (environment: Environment, depth: number): VerifyInner =>
  async (parsed, kind) => {
    if (depth >= mostDepth || environment.budget.credentials <= 0) return undefined
    environment.budget.credentials -= 1
    return verifyParsed(parsed, { kind, depth: depth + 1, isRefreshed: false }, environment)
  }

const checkRegistry = async (parsed: ParsedCredential, environment: Environment): Promise<Finding> => {
  const known = await environment.findKnownIssuer(readId(parsed.document['issuer']) ?? '')
  return known === undefined ? notChecked('issuer-unknown', { pointer: '/issuer' }) : passed
}

/** The checks that rest on a good proof. A newer copy, where there is one, answers for status and dates. */
const checkMeaning = async (
  parsed: ParsedCredential,
  { kind, depth, isRefreshed }: Place,
  environment: Environment,
  run: Run,
): Promise<void> => {
  const { findings, inner } = run
  const { document } = parsed
  if (findings.get('schema')?.outcome === 'passed')
    findings.set(
      'schema',
      worstOf([
        await checkNamedSchemas(document, environment.documents),
        await checkResources(document, environment.documents),
      ]),
    )
  const refresh = await checkRefresh(document, {
    documents: environment.documents,
    ...(isRefreshed
      ? {}
      : { verify: (newer) => verifyParsed(newer, { kind, depth, isRefreshed: true }, environment) }),
  })
  findings.set('refresh', refresh.finding)
  if (refresh.newer !== undefined) run.refreshed = refresh.newer.report
  const current = refresh.newer?.parsed ?? parsed
  findings.set('status', await checkStatus(current.document, environment))
  findings.set('validity', checkValidity(current, environment.now))
  const verifyInner = createVerifyInner(environment, depth)
  const endorsements = await checkEndorsements(document, verifyInner)
  findings.set('endorsements', endorsements.finding)
  inner.push(...endorsements.inner)
  findings.set('issuer-registry', await checkRegistry(parsed, environment))
  if (kind !== 'clr') return
  const credentials = await checkCredentials(document, verifyInner)
  findings.set('credentials', credentials.finding)
  inner.push(...credentials.inner)
}

/** Makes the checks in order; those after a proof that did not pass are left out. */
const runChecks = async (parsed: ParsedCredential, place: Place, environment: Environment): Promise<Run> => {
  const isProofOnly = environment.scope === 'proof'
  const unsecured = openUnsecured(parsed.document, environment.canonicalise)
  const jsonLd = await checkJsonLd(unsecured)
  const outline = isProofOnly ? [] : checkOutline(parsed, place.kind)
  const findings: Findings = new Map<CheckId, Finding>([['parse', passed], ['json-ld', jsonLd], ...outline])
  const run: Run = { findings, inner: [] }
  if (jsonLd.outcome !== 'passed' && parsed.jwt === undefined) return run
  const { proof, binding } = await checkProofs(parsed, { ...environment, unsecured })
  findings.set('proof', proof)
  if (isProofOnly) return run
  findings.set('key-binding', binding)
  if (proof.outcome !== 'passed' || binding.outcome !== 'passed') return run
  await checkMeaning(parsed, place, environment, run)
  return run
}

/** The checks of a report in their order; those that were not made say why. */
export const listChecks = (
  findings: ReadonlyMap<CheckId, Finding>,
  kind: CredentialKind | undefined,
  scope: VerificationReport['scope'],
): Check[] => {
  const ids: readonly CheckId[] = kind === 'clr' ? recordCheckIds : checkIds
  const alone = scope === 'proof' && findings.has('proof') ? 'not-asked' : 'not-reached'
  return ids.map((id) => ({ id, ...(findings.get(id) ?? notChecked(alone)) }))
}

/**
 * Verifies a parsed credential as one of a kind, with what it carries, and writes its report. Trust: everything in
 * the document is third-party.
 *
 * @see Open Badges 3.0, Verification and Validation; Comprehensive Learner Record 2.0, Verification
 */
export const verifyParsed = async (
  parsed: ParsedCredential,
  place: Place,
  environment: Environment,
): Promise<VerificationReport> => {
  const { scope } = environment
  const { findings, inner, refreshed } = await runChecks(parsed, place, environment)
  const kind = findKind(parsed.document)
  const checks = noteDifferences(parsed, listChecks(findings, place.kind, scope))
  const verdict = decideVerdict(checks, scope)
  const credential = refreshed?.credential ?? summariseCredential(parsed.document)
  return {
    verdict,
    scope,
    ...(kind === undefined ? {} : { kind }),
    headline: writeHeadline(verdict, checks, { scope, kind: place.kind }),
    format: parsed.format,
    checks,
    ...(credential === undefined ? {} : { credential }),
    ...(inner.length === 0 ? {} : { inner }),
    ...(refreshed === undefined ? {} : { refreshed }),
    document: parsed.document,
  }
}
