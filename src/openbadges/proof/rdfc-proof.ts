import { base58 } from '@scure/base'
import { type ContextDocuments, pinnedContexts } from '../../../contexts'
import { type CanonicalisationCode, CanonicalisationError, canonicaliseDocument } from '../canonicalise'
import { canonicaliseAlike } from '../compile/canonicalise-alike'
import type { JsonObject } from '../model/json'
import { encodeBase58btc } from './encode-base58btc'
import { formatInstant } from './format-instant'
import type { KeyCurve, PublicKey } from './multikey'
import { type Primitives, type SignatureScheme, webPrimitives } from './primitives'
import type { SignatureAlgorithm, Signer } from './signer'

/** What a suite does with a key of a curve: how it hashes and signs, and the bytes of a signature. */
type Signature = {
  readonly hash: 'SHA-256' | 'SHA-384'
  readonly length: 64 | 96
} & SignatureScheme

const ed25519 = {
  Ed25519: { hash: 'SHA-256', length: 64, key: { name: 'Ed25519' }, parameters: { name: 'Ed25519' } },
} as const

/**
 * The suites that sign hashes of the RDFC-1.0 canonical form, each with the curves that it knows. `eddsa-2022`
 * and `Ed25519Signature2020` are the older forms of `eddsa-rdfc-2022`: met in badges of others, never made here.
 */
const SUITES = {
  'eddsa-rdfc-2022': ed25519,
  'eddsa-2022': ed25519,
  Ed25519Signature2020: ed25519,
  'ecdsa-rdfc-2019': {
    'P-256': {
      hash: 'SHA-256',
      length: 64,
      key: { name: 'ECDSA', namedCurve: 'P-256' },
      parameters: { name: 'ECDSA', hash: 'SHA-256' },
    },
    'P-384': {
      hash: 'SHA-384',
      length: 96,
      key: { name: 'ECDSA', namedCurve: 'P-384' },
      parameters: { name: 'ECDSA', hash: 'SHA-384' },
    },
  },
} as const satisfies Record<string, { readonly [C in KeyCurve]?: Signature }>

/** The suites that this project signs with. */
export type RdfcSuite = 'eddsa-rdfc-2022' | 'ecdsa-rdfc-2019'

const SUITE_OF = {
  Ed25519: { cryptosuite: 'eddsa-rdfc-2022', hash: 'SHA-256' },
  ES256: { cryptosuite: 'ecdsa-rdfc-2019', hash: 'SHA-256' },
  ES384: { cryptosuite: 'ecdsa-rdfc-2019', hash: 'SHA-384' },
} as const satisfies Record<SignatureAlgorithm, { cryptosuite: RdfcSuite; hash: Signature['hash'] }>

/** The name of the suite of a proof: its `cryptosuite`, or its type where that is older than `DataIntegrityProof`. */
const nameSuite = (proof: JsonObject): unknown =>
  proof['type'] === 'DataIntegrityProof'
    ? proof['cryptosuite'] !== 'Ed25519Signature2020' && proof['cryptosuite']
    : proof['type'] === 'Ed25519Signature2020' && proof['cryptosuite'] === undefined && proof['type']

const findSuite = (proof: JsonObject): { readonly [C in KeyCurve]?: Signature } | undefined => {
  const name = nameSuite(proof)
  // Own members only: the name comes from a document of anyone.
  return typeof name === 'string' && Object.hasOwn(SUITES, name)
    ? SUITES[name as keyof typeof SUITES]
    : undefined
}

/** Whether a proof is of a suite that `verifyRdfcProof` can check. */
export const isRdfcProof = (proof: JsonObject): boolean => findSuite(proof) !== undefined

/** A proof as this project makes it. */
export type RdfcProof = {
  readonly type: 'DataIntegrityProof'
  readonly cryptosuite: RdfcSuite
  readonly created: string
  readonly verificationMethod: string
  readonly proofPurpose: 'assertionMethod'
  readonly proofValue: string
}

export type Signed<T extends JsonObject> = T & { readonly proof: readonly RdfcProof[] }

/** Why a proof does not hold. `detail` says it in English, for a log or a developer. */
export type ProofReason =
  | 'malformed-proof'
  | 'unsupported-cryptosuite'
  | 'invalid-signature'
  | 'base-proof'
  | CanonicalisationCode
export type ProofVerification =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: ProofReason; readonly detail: string }

/** Longer than any signature known here in base58; decoding base58 takes quadratic time. */
const MAX_PROOF_VALUE = 160

/** The members of a proof that the signature covers, in the order in which they are written. */
export const buildProofOptions = (
  created: string,
  verificationMethod: string,
  cryptosuite: RdfcSuite = 'eddsa-rdfc-2022',
) =>
  ({
    type: 'DataIntegrityProof',
    cryptosuite,
    created,
    verificationMethod,
    proofPurpose: 'assertionMethod',
  }) as const

const withoutProof = (document: JsonObject): JsonObject => {
  if (!('proof' in document)) return document
  const { proof: _proof, ...unsecured } = document
  return unsecured
}

/** A way to the canonical form of a document; all ways lead to the same. */
export type Canonicalise = typeof canonicaliseDocument

/** The bytes that are signed: the hash of the proof options, then the hash of the document. */
const hashForProof = async (
  document: JsonObject,
  options: JsonObject,
  contexts: ContextDocuments,
  hash: Signature['hash'],
  { canonicalise, digest }: { canonicalise: Canonicalise } & Pick<Primitives, 'digest'>,
) => {
  const whole = { '@context': document['@context'], ...options }
  const optionsHash = await digest(hash, await canonicalise(whole, contexts, hash))
  const documentHash = await digest(hash, await canonicalise(document, contexts, hash))
  const data = new Uint8Array(optionsHash.length + documentHash.length)
  data.set(optionsHash)
  data.set(documentHash, optionsHash.length)
  return data
}

/**
 * Signs a JSON-LD document with the suite of the signer's key (eddsa-rdfc-2022 for Ed25519, ecdsa-rdfc-2019 for
 * P-256 and P-384): the same document with the proof as the last of its `proof` array. The proof covers everything in the document except its proofs; a term that the contexts do not define
 * is refused, not left unsigned. `created` is written in whole seconds.
 *
 * @throws CanonicalisationError when the document has no canonical form
 * @see VC Data Integrity EdDSA Cryptosuites 1.0, section 3.2.1 (Create Proof, eddsa-rdfc-2022)
 * @see VC Data Integrity ECDSA Cryptosuites 1.0, section 3.2.1 (Create Proof, ecdsa-rdfc-2019)
 */
export const signDocument = async <T extends JsonObject>(options: {
  readonly document: T
  readonly signer: Signer
  readonly created: Date
  readonly contexts?: ContextDocuments
}): Promise<Signed<T>> => {
  const { document, signer, created, contexts = pinnedContexts } = options
  const { cryptosuite, hash } = SUITE_OF[signer.algorithm]
  const proofOptions = buildProofOptions(formatInstant(created), signer.verificationMethod, cryptosuite)
  const signature = await signer.sign(
    await hashForProof(withoutProof(document), proofOptions, contexts, hash, {
      canonicalise: canonicaliseDocument,
      digest: webPrimitives.digest,
    }),
  )
  const proof = { ...proofOptions, proofValue: `z${encodeBase58btc(signature)}` }
  const present: unknown = document['proof']
  const proofs = present === undefined ? [] : Array.isArray(present) ? present : [present]
  return { ...document, proof: [...proofs, proof] }
}

const failed = (reason: ProofReason, detail: string): ProofVerification => ({ ok: false, reason, detail })

const readSignature = (proofValue: unknown, length: number): Uint8Array | undefined => {
  if (typeof proofValue !== 'string' || proofValue.length > MAX_PROOF_VALUE) return undefined
  if (!/^z[1-9A-HJ-NP-Za-km-z]+$/.test(proofValue)) return undefined
  const signature = base58.decode(proofValue.slice(1))
  return signature.length === length ? signature : undefined
}

/** A proof may name contexts of its own; the document's must then begin with them. */
const contextsBeginWith = (document: unknown, proof: unknown): boolean => {
  const [whole, start] = [document, proof].map((value) => (Array.isArray(value) ? value : [value]))
  return start?.every((context, i) => JSON.stringify(context) === JSON.stringify(whole?.[i])) ?? false
}

/**
 * Checks one proof of the suites eddsa-rdfc-2022 (Ed25519; also by its older names eddsa-2022 and
 * Ed25519Signature2020) and ecdsa-rdfc-2019 (P-256 with SHA-256, P-384 with SHA-384) with a public key. It says that the holder of the key signed this content, and nothing of whose key
 * it is, when, or whether it still counts. Document and proof may come from anyone; the caller limits their
 * size. Other proofs in the document are set aside first, but for the `previous` ones, which this proof covers.
 *
 * @see VC Data Integrity EdDSA Cryptosuites 1.0, section 3.2.2 (Verify Proof, eddsa-rdfc-2022)
 * @see VC Data Integrity ECDSA Cryptosuites 1.0, section 3.2.2 (Verify Proof, ecdsa-rdfc-2019)
 */
export const verifyRdfcProof = async (options: {
  readonly document: JsonObject
  readonly proof: JsonObject
  readonly publicKey: PublicKey
  /** The proofs that `previousProof` names. */
  readonly previous?: readonly JsonObject[]
  readonly contexts?: ContextDocuments
  /** `canonicaliseDocument` keeps away from anything that was compiled. */
  readonly canonicalise?: Canonicalise
  readonly primitives?: Primitives
}): Promise<ProofVerification> => {
  const { document, proof, publicKey, previous = [], contexts = pinnedContexts } = options
  const { canonicalise = canonicaliseAlike, primitives = webPrimitives } = options
  const { proofValue, '@context': proofContext, ...proofOptions } = proof
  const suite = findSuite(proof)
  if (!suite) return failed('unsupported-cryptosuite', 'The proof is not of a suite that is known here.')
  const scheme = suite[publicKey.curve]
  if (!scheme) return failed('malformed-proof', 'The key is not of a curve of the suite.')
  const signature = readSignature(proofValue, scheme.length)
  if (!signature) return failed('malformed-proof', 'The proof value is no signature of the suite.')
  const bare = withoutProof(document)
  const unsecured = previous.length === 0 ? bare : { ...bare, proof: previous }
  if (proofContext !== undefined && !contextsBeginWith(unsecured['@context'], proofContext)) {
    return failed('malformed-proof', 'The contexts of the proof are not those of the document.')
  }
  const secured = proofContext === undefined ? unsecured : { ...unsecured, '@context': proofContext }
  try {
    const ways = { canonicalise, digest: primitives.digest }
    const data = await hashForProof(secured, proofOptions, contexts, scheme.hash, ways)
    return (await primitives.isSignedBy(publicKey, scheme, signature, data))
      ? { ok: true }
      : failed('invalid-signature', 'The signature does not match the document.')
  } catch (error) {
    if (error instanceof CanonicalisationError) return failed(error.code, error.message)
    return failed('malformed-proof', error instanceof Error ? error.message : 'The key cannot be read.')
  }
}
