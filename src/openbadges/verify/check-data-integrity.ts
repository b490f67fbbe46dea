import {
  fromPublicJwk,
  isRdfcProof,
  isSdProof,
  type Primitives,
  type ProofReason,
  type PublicKey,
  verifyDerivedProof,
  verifyRdfcProof,
  webPrimitives,
} from '../proof'
import { listEditions } from './check-json-ld'
import type { DocumentSource } from './document-source'
import { findKey } from './find-key'
import { failed, isObject, notChecked, passed, readInstant, toList, toText, writeDay } from './findings'
import type { Finding, JsonObject } from './report'
import type { ProofPurpose } from './resolve-controller'
import type { Unsecured } from './unsecured'

/** What a signature came to: whether it holds, and whether its key is the issuer's. */
export type ProofFindings = { readonly proof: Finding; readonly binding: Finding }

/** What a proof is checked against. */
export type ProofQuestion = {
  readonly document: JsonObject
  readonly issuerId: string
  readonly now: Date
  readonly documents: DocumentSource
  readonly primitives?: Primitives
  readonly unsecured: Unsecured
} & ProofTerms

/** What a proof must have been made for, where that is not to assert, or on a given occasion. */
export type ProofTerms = {
  readonly purposes?: readonly ProofPurpose[]
  readonly challenge?: string
  readonly domain?: string
}

const only = (proof: Finding): ProofFindings => ({ proof, binding: notChecked('not-reached') })

/** The proofs that a proof builds on; undefined where one that it names is not in the document. */
const findPrevious = (document: JsonObject, proof: JsonObject): readonly JsonObject[] | undefined => {
  const all = toList(document['proof']).filter(isObject)
  const named = toList(proof['previousProof']).map((id) =>
    all.find((one) => one !== proof && id !== undefined && one['id'] === id),
  )
  return named.every((one) => one !== undefined) ? named : undefined
}

/** Whether the signature holds over the document with any edition of the contexts. */
const checkSignature = async (
  { document, unsecured, primitives = webPrimitives }: ProofQuestion,
  proof: JsonObject,
  publicKey: PublicKey,
): Promise<Finding> => {
  const previous = findPrevious(document, proof)
  // A derived proof covers statements of the document alone, no other proof.
  if (previous === undefined || (isSdProof(proof) && previous.length > 0))
    return failed('proof-malformed', { pointer: '/proof/previousProof' })
  let reason: ProofReason | undefined
  for (const contexts of listEditions(document)) {
    const verified = isSdProof(proof)
      ? await verifyDerivedProof({ document, proof, publicKey, contexts })
      : await verifyRdfcProof({ ...unsecured, proof, publicKey, previous, contexts, primitives })
    if (verified.ok) return passed
    reason ??= verified.reason
  }
  if (reason === 'base-proof') return failed('proof-for-holder', { pointer: '/proof/proofValue' })
  return failed(reason === 'malformed-proof' ? 'proof-malformed' : 'proof-wrong', { pointer: '/proof' })
}

/** An instant in a proof: one without an offset means UTC. */
const readProofInstant = (value: unknown): Date | undefined =>
  readInstant(value) ?? (typeof value === 'string' ? readInstant(`${value}Z`) : undefined)

const findPurpose = (
  proof: JsonObject,
  { purposes = ['assertionMethod'] }: ProofTerms,
): ProofPurpose | undefined => purposes.find((purpose) => purpose === proof['proofPurpose'])

/** Whether a proof has the challenge and the domain that are asked for, if any are. */
const isForOccasion = (proof: JsonObject, { challenge, domain }: ProofTerms): boolean =>
  (challenge === undefined || proof['challenge'] === challenge) &&
  (domain === undefined || toList(proof['domain']).includes(domain))

const checkOutline = (proof: JsonObject, question: ProofQuestion): Finding => {
  const type = toText(proof['type'])
  const suite = toText(proof['cryptosuite'])
  if (type === undefined) return failed('proof-malformed', { pointer: '/proof/type' })
  if (!isRdfcProof(proof) && !isSdProof(proof)) {
    return notChecked('proof-not-supported', { pointer: '/proof', values: { suite: suite ?? type } })
  }
  if (findPurpose(proof, question) === undefined)
    return failed('proof-purpose-wrong', { pointer: '/proof/proofPurpose' })
  if (!isForOccasion(proof, question)) return failed('challenge-wrong', { pointer: '/proof/challenge' })
  const { created, expires } = proof
  if (created !== undefined && readProofInstant(created) === undefined)
    return failed('proof-malformed', { pointer: '/proof/created' })
  const ends = readProofInstant(expires)
  if (expires !== undefined && ends === undefined)
    return failed('proof-malformed', { pointer: '/proof/expires' })
  if (ends !== undefined && ends <= question.now)
    return failed('proof-expired', { pointer: '/proof/expires', values: { date: writeDay(ends) } })
  return passed
}

/**
 * Checks one Data Integrity proof of the suites eddsa-rdfc-2022, its older forms, ecdsa-rdfc-2019 and ecdsa-sd-2023: the
 * signature over the canonical form of the document, with the proofs that this one builds on, and of the proof's
 * options, with the key that it names, made to assert. Other suites are `not-checked`. The newest and the April
 * 2025 copy of the Open Badges context are both tried.
 *
 * @see VC Data Integrity 1.0, 4.5 Verify Proof Sets and Chains
 * @see VC Data Integrity EdDSA Cryptosuites 1.0, 3.2.2 Verify Proof (eddsa-rdfc-2022)
 * @see VC Data Integrity ECDSA Cryptosuites 1.0, 3.2.2 Verify Proof (ecdsa-rdfc-2019)
 */
export const checkDataIntegrityProof = async (
  proof: unknown,
  question: ProofQuestion,
): Promise<ProofFindings> => {
  if (!isObject(proof)) return only(failed('proof-malformed', { pointer: '/proof' }))
  const outline = checkOutline(proof, question)
  if (outline.outcome !== 'passed') return only(outline)
  const methodId = toText(proof['verificationMethod'])
  if (methodId === undefined) return only(failed('key-missing', { pointer: '/proof/verificationMethod' }))
  const { issuerId, now, documents } = question
  const signedAt = readProofInstant(proof['created'])
  const purpose = findPurpose(proof, question)
  const found = await findKey(methodId, {
    issuerId,
    now,
    documents,
    ...(signedAt ? { signedAt } : {}),
    ...(purpose ? { purpose } : {}),
  })
  if (!found.ok) return only(found.finding)
  const key = fromPublicJwk({ ...found.value.jwk })
  if (key === undefined) return only(failed('proof-malformed', { pointer: '/proof/verificationMethod' }))
  const signature = await checkSignature(question, proof, key)
  return signature.outcome === 'passed' ? { proof: passed, binding: found.value.binding } : only(signature)
}
