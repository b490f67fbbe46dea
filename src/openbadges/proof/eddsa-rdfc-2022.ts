import { base58 } from '@scure/base'
import { type ContextDocuments, pinnedContexts } from '../../../contexts'
import {
  type CanonicalisationCode,
  CanonicalisationError,
  canonicaliseDocument,
  sha256,
} from '../canonicalise'
import type { JsonObject } from '../model/json'
import { encodeBase58btc } from './encode-base58btc'
import { formatInstant } from './format-instant'
import type { Signer } from './signer'

/** A proof as this project makes it. */
export type Eddsa2022Proof = {
  readonly type: 'DataIntegrityProof'
  readonly cryptosuite: 'eddsa-rdfc-2022'
  readonly created: string
  readonly verificationMethod: string
  readonly proofPurpose: 'assertionMethod'
  readonly proofValue: string
}

export type Signed<T extends JsonObject> = T & { readonly proof: readonly Eddsa2022Proof[] }

/** Why a proof does not hold. `detail` says it in English, for a log or a developer. */
export type ProofReason =
  | 'malformed-proof'
  | 'unsupported-cryptosuite'
  | 'invalid-signature'
  | CanonicalisationCode
export type ProofVerification =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: ProofReason; readonly detail: string }

/** Longer than any Ed25519 signature in base58; decoding base58 takes quadratic time. */
const MAX_PROOF_VALUE = 128

/** The members of a proof that the signature covers, in the order in which they are written. */
export const buildProofOptions = (created: string, verificationMethod: string) =>
  ({
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created,
    verificationMethod,
    proofPurpose: 'assertionMethod',
  }) as const

const withoutProof = (document: JsonObject): JsonObject => {
  const { proof: _proof, ...unsecured } = document
  return unsecured
}

/** The 64 bytes that are signed: the hash of the proof options, then the hash of the document. */
const hashForProof = async (document: JsonObject, options: JsonObject, contexts: ContextDocuments) => {
  const [optionsHash, documentHash] = await Promise.all([
    canonicaliseDocument({ '@context': document['@context'], ...options }, contexts).then(sha256),
    canonicaliseDocument(document, contexts).then(sha256),
  ])
  const data = new Uint8Array(64)
  data.set(optionsHash)
  data.set(documentHash, 32)
  return data
}

/**
 * Signs a JSON-LD document with eddsa-rdfc-2022: the same document with the proof as the last of its `proof`
 * array. The proof covers everything in the document except its proofs; a term that the contexts do not define
 * is refused, not left unsigned. `created` is written in whole seconds.
 *
 * @throws CanonicalisationError when the document has no canonical form
 * @throws RangeError when the signer is not one of Ed25519
 * @see VC Data Integrity EdDSA Cryptosuites 1.0, section 3.2.1 (Create Proof, eddsa-rdfc-2022)
 */
export const signDocument = async <T extends JsonObject>(options: {
  readonly document: T
  readonly signer: Signer
  readonly created: Date
  readonly contexts?: ContextDocuments
}): Promise<Signed<T>> => {
  const { document, signer, created, contexts = pinnedContexts } = options
  if (signer.algorithm !== 'Ed25519') throw new RangeError('eddsa-rdfc-2022 needs an Ed25519 key.')
  const proofOptions = buildProofOptions(formatInstant(created), signer.verificationMethod)
  const signature = await signer.sign(await hashForProof(withoutProof(document), proofOptions, contexts))
  const proof = { ...proofOptions, proofValue: `z${encodeBase58btc(signature)}` }
  const present: unknown = document['proof']
  const proofs = present === undefined ? [] : Array.isArray(present) ? present : [present]
  return { ...document, proof: [...proofs, proof] }
}

const failed = (reason: ProofReason, detail: string): ProofVerification => ({ ok: false, reason, detail })

const readSignature = (proofValue: unknown): Uint8Array | undefined => {
  if (typeof proofValue !== 'string' || proofValue.length > MAX_PROOF_VALUE) return undefined
  if (!/^z[1-9A-HJ-NP-Za-km-z]+$/.test(proofValue)) return undefined
  const signature = base58.decode(proofValue.slice(1))
  return signature.length === 64 ? signature : undefined
}

/** A proof may name contexts of its own; the document's must then begin with them. */
const contextsBeginWith = (document: unknown, proof: unknown): boolean => {
  const [whole, start] = [document, proof].map((value) => (Array.isArray(value) ? value : [value]))
  return start?.every((context, i) => JSON.stringify(context) === JSON.stringify(whole?.[i])) ?? false
}

/**
 * Checks one eddsa-rdfc-2022 proof of a document with a public key of Ed25519 (32 bytes). It says that the
 * holder of the key signed this content, and nothing of whose key it is, when, or whether it still counts.
 * Document and proof may come from anyone; the caller limits their size. Other proofs in the document are set
 * aside first.
 *
 * @see VC Data Integrity EdDSA Cryptosuites 1.0, section 3.2.2 (Verify Proof, eddsa-rdfc-2022)
 */
export const verifyEddsaRdfc2022Proof = async (options: {
  readonly document: JsonObject
  readonly proof: JsonObject
  readonly publicKey: Uint8Array
  readonly contexts?: ContextDocuments
}): Promise<ProofVerification> => {
  const { document, proof, publicKey, contexts = pinnedContexts } = options
  const { proofValue, '@context': proofContext, ...proofOptions } = proof
  if (proofOptions['type'] !== 'DataIntegrityProof' || proofOptions['cryptosuite'] !== 'eddsa-rdfc-2022') {
    return failed('unsupported-cryptosuite', 'The proof is not a DataIntegrityProof with eddsa-rdfc-2022.')
  }
  const signature = readSignature(proofValue)
  if (!signature) return failed('malformed-proof', 'The proof value is not a base58btc Ed25519 signature.')
  if (publicKey.length !== 32) return failed('malformed-proof', 'The key is not an Ed25519 key.')
  const unsecured = withoutProof(document)
  if (proofContext !== undefined && !contextsBeginWith(unsecured['@context'], proofContext)) {
    return failed('malformed-proof', 'The contexts of the proof are not those of the document.')
  }
  const secured = proofContext === undefined ? unsecured : { ...unsecured, '@context': proofContext }
  try {
    const data = await hashForProof(secured, proofOptions, contexts)
    const key = await crypto.subtle.importKey('raw', new Uint8Array(publicKey), 'Ed25519', false, ['verify'])
    const valid = await crypto.subtle.verify('Ed25519', key, new Uint8Array(signature), data)
    return valid ? { ok: true } : failed('invalid-signature', 'The signature does not match the document.')
  } catch (error) {
    if (error instanceof CanonicalisationError) return failed(error.code, error.message)
    return failed('malformed-proof', error instanceof Error ? error.message : 'The key cannot be read.')
  }
}
