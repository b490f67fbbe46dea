import type { ProofFindings } from './check-data-integrity'
import { checkCredentialModel, checkPresentationModel } from './check-data-model'
import { checkJsonLd } from './check-json-ld'
import { checkJwtSignature } from './check-jwt'
import { checkProofs } from './check-proof'
import { buildProblem, failed, isObject, readId, toList, toText } from './findings'
import type { ParsedJwt } from './parse-credential'
import { isEnvelope, readEnvelope } from './read-envelope'
import type { JsonObject, Problem } from './report'
import { openUnsecured } from './unsecured'
import {
  type GenericEnvironment,
  type GenericOptions,
  type GenericReport,
  openEnvironment,
  reportOf,
  verifyInEnvironment,
} from './verify-generic-credential'

const maxCredentials = 25

/** The controller that a key's URL names. */
const controllerOf = (method: unknown): string => (toText(method) ?? '').split('#')[0] ?? ''

/** The controllers of the keys that proofs name. */
const controllersOf = (document: JsonObject): readonly string[] =>
  toList(document['proof']).map((proof) => controllerOf(isObject(proof) && proof['verificationMethod']))

/** Whose keys secure the presentation, the first first. */
const findSigners = (document: JsonObject, jwt: ParsedJwt | undefined): readonly string[] =>
  jwt === undefined
    ? controllersOf(document)
    : [toText(jwt.claims['iss']) ?? '', controllerOf(jwt.header['kid'])].filter((one) => one !== '')

/** Who presents: the holder, or the controller of the first key where no holder is named. */
const findPresenter = (document: JsonObject, jwt: ParsedJwt | undefined): string =>
  readId(document['holder']) ?? findSigners(document, jwt)[0] ?? ''

/** Whether the claims of a JWT say that it counts now; those that it does not make leave that open. */
const isInTime = ({ exp, nbf }: JsonObject, now: Date): boolean => {
  const seconds = now.getTime() / 1000
  return (
    (exp === undefined || (typeof exp === 'number' && exp > seconds)) &&
    (nbf === undefined || (typeof nbf === 'number' && nbf <= seconds))
  )
}

const checkEnvelopeProof = async (
  jwt: ParsedJwt,
  presenter: string,
  { now, documents, challenge, domain }: GenericEnvironment,
): Promise<ProofFindings> => {
  const { nonce, aud, iss } = jwt.claims
  const isForOccasion =
    (challenge === undefined || nonce === challenge) && (domain === undefined || toList(aud).includes(domain))
  const signature = await checkJwtSignature(jwt, {
    issuerId: presenter,
    now,
    documents,
    purpose: 'authentication',
  })
  if (signature.proof.outcome !== 'passed') return signature
  if (!isForOccasion) return { ...signature, proof: failed('challenge-wrong') }
  if (!isInTime(jwt.claims, now)) return { ...signature, proof: failed('presentation-out-of-time') }
  if (iss !== undefined && iss !== presenter)
    return { ...signature, proof: failed('claims-mismatch', { values: { claim: 'iss' } }) }
  return signature
}

const findProofProblems = async (
  document: JsonObject,
  jwt: ParsedJwt | undefined,
  environment: GenericEnvironment,
): Promise<readonly Problem[]> => {
  const presenter = findPresenter(document, jwt)
  const unsecured = openUnsecured(document)
  if (jwt === undefined) {
    const jsonLd = await checkJsonLd(unsecured)
    if (jsonLd.outcome !== 'passed') return [jsonLd.problem]
  }
  const { proof, binding } =
    jwt === undefined
      ? await checkProofs({ format: 'json', document }, { ...environment, issuerId: presenter, unsecured })
      : await checkEnvelopeProof(jwt, presenter, environment)
  if (proof.outcome !== 'passed') return [proof.problem]
  return environment.checks.includes('issuer') && binding.outcome !== 'passed' ? [binding.problem] : []
}

/** The credentials in a presentation; some wallets put lists into the list. */
const listCredentials = (document: JsonObject): readonly unknown[] =>
  toList(document['verifiableCredential']).flatMap((entry) => (Array.isArray(entry) ? entry : [entry]))

/** Whether a credential is secured by nobody but those who present it, or says that one of them issued it. */
const isOwnWord = (credential: JsonObject, signers: readonly string[]): boolean => {
  const issuer = readId(credential['issuer'])
  const controllers = controllersOf(credential)
  return (
    (issuer !== undefined && signers.includes(issuer)) ||
    (controllers.length > 0 && controllers.every((controller) => signers.includes(controller)))
  )
}

/**
 * Verifies one credential of a presentation. One without a signature of its own is the word of whoever presents:
 * the presentation's proof covers it. Of that, and of what is signed with their key only, the issuer must be the
 * holder.
 *
 * @see Verifiable Credentials Data Model 2.0, 4.13.4 Presentations Including Holder Claims
 */
const verifyPresented = async (
  credential: unknown,
  { document, jwt }: { readonly document: JsonObject; readonly jwt: ParsedJwt | undefined },
  { challenge: _challenge, domain: _domain, purposes: _purposes, ...environment }: GenericEnvironment,
): Promise<GenericReport> => {
  const holder = readId(document['holder'])
  const isHolders = (issuer: unknown) => holder !== undefined && readId(issuer) === holder
  if (!isObject(credential) || isEnvelope(credential, 'credential') || credential['proof'] !== undefined) {
    const report = await verifyInEnvironment(credential, environment)
    const inside = report.document ?? {}
    const isSound = !isOwnWord(inside, findSigners(document, jwt)) || isHolders(inside['issuer'])
    return isSound
      ? report
      : reportOf([...report.problems, buildProblem('holder-wrong')], environment, inside)
  }
  const problems = [...checkCredentialModel(credential)]
  if (!isHolders(credential['issuer'])) problems.push(buildProblem('holder-wrong'))
  return reportOf(problems, environment, credential)
}

export type PresentationReport = GenericReport & {
  /** What each credential in it came to, in order. */
  readonly credentials: readonly GenericReport[]
}

/**
 * Verifies a Verifiable Presentation, with its proof inside or in an envelope, and each credential in it. The proof
 * must be made to authenticate (or, where no challenge is asked for, to assert), with a key of the holder, and carry
 * the challenge and the domain that are asked for. Verified only if all of it is.
 *
 * Never throws for what the presentation holds. Trust: everything in it is third-party; the caller bounds its size.
 *
 * @see Verifiable Credentials Data Model 2.0, 4.13 Verifiable Presentations
 * @see VC Data Integrity 1.0, 4.4 Verify Proof
 */
export const verifyPresentation = async (
  presentation: unknown,
  options: GenericOptions,
): Promise<PresentationReport> => {
  const { challenge } = options
  const environment = openEnvironment({
    ...options,
    purposes: challenge === undefined ? ['authentication', 'assertionMethod'] : ['authentication'],
  })
  const refuse = (problem: Problem) => ({ ...reportOf([problem], environment), credentials: [] })
  if (!isObject(presentation)) return refuse(buildProblem('malformed-json'))
  if (!isEnvelope(presentation, 'presentation')) return verifyOpened(presentation, undefined, environment)
  const envelope = readEnvelope(presentation, 'presentation')
  return envelope.ok ? verifyOpened(envelope.document, envelope.jwt, environment) : refuse(envelope.problem)
}

const verifyOpened = async (
  document: JsonObject,
  jwt: ParsedJwt | undefined,
  environment: GenericEnvironment,
): Promise<PresentationReport> => {
  const refuse = (problems: readonly Problem[]) => ({
    ...reportOf(problems, environment, document),
    credentials: [],
  })
  const model = checkPresentationModel({ ...document, ...flatten(document) })
  if (model.length > 0) return refuse(model)
  const proof = await findProofProblems(document, jwt, environment)
  if (proof.length > 0) return refuse(proof)
  const presented = listCredentials(document)
  if (presented.length > maxCredentials) return refuse([buildProblem('too-complex')])
  const credentials: GenericReport[] = []
  for (const credential of presented)
    credentials.push(await verifyPresented(credential, { document, jwt }, environment))
  const problems = credentials.flatMap((report, at) =>
    report.problems.map((problem) => ({
      ...problem,
      pointer: `/verifiableCredential/${at}${problem.pointer ?? ''}`,
    })),
  )
  return { ...reportOf(problems, environment, document), credentials }
}

const flatten = (document: JsonObject): JsonObject =>
  document['verifiableCredential'] === undefined ? {} : { verifiableCredential: listCredentials(document) }
