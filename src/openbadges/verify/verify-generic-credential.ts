import type { ProofTerms } from './check-data-integrity'
import { checkCredentialModel } from './check-data-model'
import { checkJsonLd } from './check-json-ld'
import { checkProofs } from './check-proof'
import { checkStatus } from './check-status'
import { checkValidity } from './check-validity'
import { createDocumentSource, type DocumentSource, type FetchDocument } from './document-source'
import { buildProblem, isObject } from './findings'
import type { ParsedJwt } from './parse-credential'
import { isEnvelope, readEnvelope } from './read-envelope'
import { checkRelatedResources, type FetchBytes } from './related-resource'
import type { Finding, JsonObject, Problem } from './report'
import { openUnsecured } from './unsecured'

/** What may be asked for beside the data model and the proof, which are always checked. */
export type GenericCheck = 'issuer' | 'status' | 'validity'
export const genericChecks: readonly GenericCheck[] = ['issuer', 'status', 'validity']

export type GenericOptions = ProofTerms & {
  readonly now: Date
  readonly fetchDocument?: FetchDocument
  readonly fetchBytes?: FetchBytes
  /** All of them, unless said otherwise. */
  readonly checks?: readonly GenericCheck[]
}

/**
 * What verifying a document came to. `problems` holds what stands against it: empty exactly where it is verified.
 * `skipped` names what was not asked for, so that nobody takes the one for the other.
 */
export type GenericReport = {
  readonly verified: boolean
  readonly problems: readonly Problem[]
  readonly skipped: readonly GenericCheck[]
  /** The credential or presentation itself, out of its envelope. */
  readonly document?: JsonObject
}

/** What a verification works with: the options, with one source of documents for all of it. */
export type GenericEnvironment = Omit<GenericOptions, 'fetchDocument'> & {
  readonly documents: DocumentSource
  readonly checks: readonly GenericCheck[]
}

/** The options with every check asked for and one source of documents. */
export const openEnvironment = (options: GenericOptions): GenericEnvironment => ({
  ...options,
  checks: options.checks ?? genericChecks,
  documents: createDocumentSource(options.fetchDocument),
})

const problemsOf = (findings: readonly Finding[]): readonly Problem[] =>
  findings.flatMap((finding) => (finding.outcome === 'passed' ? [] : [finding.problem]))

/** The report that a list of problems comes to. */
export const reportOf = (
  problems: readonly Problem[],
  { checks }: GenericEnvironment,
  document?: JsonObject,
): GenericReport => ({
  verified: problems.length === 0,
  problems,
  skipped: genericChecks.filter((check) => !checks.includes(check)),
  ...(document === undefined ? {} : { document }),
})

/** What stands against a secured document before anything that its proof says is believed. */
const findProofProblems = async (
  document: JsonObject,
  jwt: ParsedJwt | undefined,
  environment: GenericEnvironment,
): Promise<readonly Problem[]> => {
  const parsed = { format: jwt === undefined ? 'json' : 'jwt', document, ...(jwt ? { jwt } : {}) } as const
  const unsecured = openUnsecured(document)
  if (jwt === undefined || document['proof'] !== undefined) {
    const jsonLd = problemsOf([await checkJsonLd(unsecured)])
    if (jsonLd.length > 0) return jsonLd
  }
  const { proof, binding } = await checkProofs(parsed, { ...environment, unsecured })
  if (proof.outcome !== 'passed') return problemsOf([proof])
  return environment.checks.includes('issuer') ? problemsOf([binding]) : []
}

const verifyOpened = async (
  document: JsonObject,
  jwt: ParsedJwt | undefined,
  environment: GenericEnvironment,
): Promise<GenericReport> => {
  const model = checkCredentialModel(document)
  if (model.length > 0) return reportOf(model, environment, document)
  const proof = await findProofProblems(document, jwt, environment)
  if (proof.length > 0) return reportOf(proof, environment, document)
  const { checks, now, documents, fetchBytes } = environment
  const findings = [await checkRelatedResources(document, fetchBytes)]
  if (checks.includes('status')) findings.push(await checkStatus(document, { now, documents }))
  if (checks.includes('validity')) findings.push(checkValidity({ document, ...(jwt ? { jwt } : {}) }, now))
  return reportOf(problemsOf(findings), environment, document)
}

/** Verifies one credential in an environment that others share, such as those of a presentation. */
export const verifyInEnvironment = async (
  credential: unknown,
  environment: GenericEnvironment,
): Promise<GenericReport> => {
  if (!isObject(credential)) return reportOf([buildProblem('malformed-json')], environment)
  if (!isEnvelope(credential, 'credential')) return verifyOpened(credential, undefined, environment)
  const envelope = readEnvelope(credential, 'credential')
  return envelope.ok
    ? verifyOpened(envelope.document, envelope.jwt, environment)
    : reportOf([envelope.problem], environment)
}

/**
 * Verifies any Verifiable Credential of data model 2.0 or 1.1, Open Badge or not, with its proofs inside or in an
 * envelope: the data model, that every word is defined, every proof, whose keys they are, the status and the dates.
 * What Open Badges ask beyond that is not looked at. Anything that could not be checked stands against it.
 *
 * Never throws for what the credential holds. Trust: everything in it is third-party; the caller bounds its size.
 *
 * @see Verifiable Credentials Data Model 2.0, 7.1 Verification
 */
export const verifyGenericCredential = (
  credential: unknown,
  options: GenericOptions,
): Promise<GenericReport> => verifyInEnvironment(credential, openEnvironment(options))
