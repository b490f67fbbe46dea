import { extractCredential, extractCredentialText } from '../bake/extract-credential'
import { canonicaliseAlike } from '../compile/canonicalise-alike'
import { type Canonicalise, type Primitives, webPrimitives } from '../proof'
import { createDocumentSource, type FetchDocument } from './document-source'
import { failed } from './findings'
import { findKind } from './kinds'
import { parseCredential } from './parse-credential'
import type { VerificationReport } from './report'
import { type Environment, type KnownIssuer, listChecks, mostCredentials, verifyParsed } from './run-checks'
import { writeHeadline } from './verdict'

export type { KnownIssuer } from './run-checks'

export type VerifyInput = { readonly text: string } | { readonly bytes: Uint8Array }

export type VerifyOptions = {
  readonly now: Date
  /** The caller's guarded fetch of public documents. Without it nothing is fetched: the verifier is offline. */
  readonly fetchDocument?: FetchDocument
  /** Says who an issuer is by its id. Without it every issuer is unknown. */
  readonly findKnownIssuer?: (issuerId: string) => KnownIssuer | undefined | Promise<KnownIssuer | undefined>
  /**
   * `['proof']` asks only whether the signature fits: not whose it is, nor whether the credential is in force. The
   * report says so in its `scope`. Without it every check is made.
   */
  readonly checks?: readonly ['proof']
  /** Hashes and signatures by the platform. Without it they are WebCrypto's. */
  readonly primitives?: Primitives
  /** `canonicaliseDocument` keeps away from all that is compiled. Both ways give the same. */
  readonly canonicalise?: Canonicalise
}

/**
 * Verifies an Open Badges 3.0 credential in any of its forms, an endorsement or a learner record (CLR 2.0), and
 * reports every check; endorsements and the credentials of a record have reports of their own inside. Nothing in the report
 * comes from a cache and nothing is taken on trust: the issuer's keys and the status list are fetched through
 * `fetchDocument`.
 *
 * The verdict is `not-verified` if any check failed; otherwise `could-not-verify` if one that matters could not
 * be made (parse, json-ld, context, type, subject, issuer, proof, key-binding, status, validity); otherwise
 * `verified`. The others may stay `not-checked` and say so:
 * - `schema`: a further schema of the issuer's own, or a related resource, could not be had or is not understood
 * - `refresh`: a newer copy could not be had from the issuer
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
  const scope = options.checks === undefined ? 'all' : 'proof'
  if (!read.ok) {
    const checks = listChecks(new Map([['parse', failed(read.code)]]), undefined, scope)
    const headline = writeHeadline('not-verified', checks, { scope })
    return { verdict: 'not-verified', scope, headline, ...format, checks }
  }
  const environment: Environment = {
    now: options.now,
    documents: createDocumentSource(options.fetchDocument),
    findKnownIssuer: options.findKnownIssuer ?? (() => undefined),
    scope,
    primitives: options.primitives ?? webPrimitives,
    canonicalise: options.canonicalise ?? canonicaliseAlike,
    budget: { credentials: mostCredentials },
  }
  const kind = findKind(read.parsed.document) ?? 'achievement'
  return verifyParsed(read.parsed, { kind, depth: 0, isRefreshed: false }, environment)
}
