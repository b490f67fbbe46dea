import { extractCredential, extractCredentialText } from '../bake/extract-credential'
import { checkEndorsements } from './check-endorsements'
import { checkJsonLd } from './check-json-ld'
import { checkProofs } from './check-proof'
import {
  type CredentialKind,
  checkContext,
  checkEvidence,
  checkIssuer,
  checkRefresh,
  checkSchema,
  checkSubject,
  checkType,
} from './check-shape'
import { checkStatus } from './check-status'
import { checkValidity } from './check-validity'
import { createDocumentSource, type DocumentSource, type FetchDocument } from './document-source'
import { failed, notChecked, passed, readId, worstOf } from './findings'
import { type ParsedCredential, parseCredential } from './parse-credential'
import { type Check, type CheckId, checkIds, type Finding, type VerificationReport } from './report'
import { summariseCredential } from './summarise-credential'
import { decideVerdict, writeHeadline } from './verdict'

/** Who an issuer is, as the verifying service knows it. */
export type KnownIssuer = { readonly name: string }

export type VerifyInput = { readonly text: string } | { readonly bytes: Uint8Array }

export type VerifyOptions = {
  readonly now: Date
  /** The caller's guarded fetch of public documents. Without it nothing is fetched: the verifier is offline. */
  readonly fetchDocument?: FetchDocument
  /** Says who an issuer is by its id. Without it every issuer is unknown. */
  readonly findKnownIssuer?: (issuerId: string) => KnownIssuer | undefined | Promise<KnownIssuer | undefined>
}

type Environment = {
  readonly now: Date
  readonly documents: DocumentSource
  readonly findKnownIssuer: NonNullable<VerifyOptions['findKnownIssuer']>
}

type Findings = ReadonlyMap<CheckId, Finding>

const checkOutline = (parsed: ParsedCredential, kind: CredentialKind): [CheckId, Finding][] => {
  const { document } = parsed
  return [
    ['context', checkContext(document)],
    ['type', checkType(document, kind)],
    ['schema', checkSchema(document, kind)],
    ['subject', checkSubject(document, kind)],
    ['evidence', checkEvidence(document)],
    ['issuer', checkIssuer(document)],
  ]
}

/** The checks that rest on a good proof; an inner credential's endorsements and registry entry are not asked for. */
const checkMeaning = async (
  parsed: ParsedCredential,
  kind: CredentialKind,
  environment: Environment,
): Promise<[CheckId, Finding][]> => {
  const { document } = parsed
  const status = await checkStatus(document, environment)
  const always: [CheckId, Finding][] = [
    ['status', status],
    ['refresh', checkRefresh(document)],
    ['validity', checkValidity(parsed, environment.now)],
  ]
  if (kind === 'endorsement') return always
  const endorsements = await checkEndorsements(document, async (inner) =>
    worstOf([...(await runChecks(inner, 'endorsement', environment)).values()]),
  )
  const known = await environment.findKnownIssuer(readId(document['issuer']) ?? '')
  const registry = known === undefined ? notChecked('issuer-unknown', { pointer: '/issuer' }) : passed
  return [...always, ['endorsements', endorsements], ['issuer-registry', registry]]
}

const proves = (parsed: ParsedCredential, jsonLd: Finding): boolean =>
  jsonLd.outcome === 'passed' || parsed.jwt !== undefined

/** Makes the checks in order; those after a proof that did not pass are left out. */
const runChecks = async (
  parsed: ParsedCredential,
  kind: CredentialKind,
  environment: Environment,
): Promise<Findings> => {
  const jsonLd = await checkJsonLd(parsed.document)
  const findings = new Map<CheckId, Finding>([
    ['parse', passed],
    ['json-ld', jsonLd],
    ...checkOutline(parsed, kind),
  ])
  if (!proves(parsed, jsonLd)) return findings
  const { proof, binding } = await checkProofs(parsed, environment)
  findings.set('proof', proof)
  findings.set('key-binding', binding)
  if (proof.outcome !== 'passed' || binding.outcome !== 'passed') return findings
  for (const [id, finding] of await checkMeaning(parsed, kind, environment)) findings.set(id, finding)
  return findings
}

const listChecks = (findings: Findings): Check[] =>
  checkIds.map((id) => ({ id, ...(findings.get(id) ?? notChecked('not-reached')) }))

/**
 * Verifies an Open Badges 3.0 credential in any of its forms and reports every check. Nothing in the report
 * comes from a cache and nothing is taken on trust: the issuer's keys and the status list are fetched through
 * `fetchDocument`.
 *
 * The verdict is `not-verified` if any check failed; otherwise `could-not-verify` if one that matters could not
 * be made (parse, json-ld, context, type, subject, issuer, proof, key-binding, status, validity); otherwise
 * `verified`. The others may stay `not-checked` and say so:
 * - `schema`: a further schema of the issuer's own is not fetched
 * - `refresh`: a newer copy at the issuer's is not fetched
 * - `endorsements`: one could not be checked; one that fails makes the badge `not-verified`
 * - `issuer-registry`: nobody here knows the issuer; the badge is then `verified` as unchanged and valid, and
 *   its headline says that we do not know who the issuer is
 *
 * Input is bounded (20 MB files, 5 MB credentials, depth 64, 30,000 values, 25 fetches). Never throws for what
 * the input holds. Trust: everything in the input is third-party.
 *
 * @see Open Badges 3.0, Verification and Validation; Verifiable Credentials Data Model 2.0, 7.1 Verification
 */
export const verifyCredential = async (
  input: VerifyInput,
  options: VerifyOptions,
): Promise<VerificationReport> => {
  const extracted = 'bytes' in input ? extractCredential(input.bytes) : extractCredentialText(input.text)
  const read = parseCredential(extracted)
  const format = extracted.format === undefined ? {} : { format: extracted.format }
  if (!read.ok) {
    const checks = listChecks(
      new Map([['parse', failed(read.code, read.values === undefined ? {} : { values: read.values })]]),
    )
    return { verdict: 'not-verified', headline: writeHeadline('not-verified', checks), ...format, checks }
  }
  const environment: Environment = {
    now: options.now,
    documents: createDocumentSource(options.fetchDocument),
    findKnownIssuer: options.findKnownIssuer ?? (() => undefined),
  }
  const checks = listChecks(await runChecks(read.parsed, 'achievement', environment))
  const verdict = decideVerdict(checks)
  const credential = summariseCredential(read.parsed.document)
  return {
    verdict,
    headline: writeHeadline(verdict, checks),
    ...format,
    checks,
    ...(credential === undefined ? {} : { credential }),
    document: read.parsed.document,
  }
}
