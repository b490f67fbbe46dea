import { type ContextDocuments, pinnedContexts } from '../../../../contexts'
import type { JsonObject } from '../../model/json'
import { formatInstant } from '../format-instant'
import type { Signer } from '../signer'
import { groupStatements } from './group-statements'
import { writeBaseProofValue } from './proof-value'
import { hashProofOptions, joinSignData, makeStatementSigner } from './sd-hashes'

/** A proof of the suite, base or derived. */
export type SdProof = {
  readonly type: 'DataIntegrityProof'
  readonly cryptosuite: 'ecdsa-sd-2023'
  readonly created: string
  readonly verificationMethod: string
  readonly proofPurpose: 'assertionMethod'
  readonly proofValue: string
}

export type SelectivelySigned<T extends JsonObject> = T & { readonly proof: readonly [SdProof] }

/**
 * Signs a document so that its holder can show any part of it: a base proof of ecdsa-sd-2023, which is for the
 * holder alone. What `mandatoryPointers` (JSON Pointers) lead to is in every part that is shown. Each other statement
 * is signed by a key pair made for this one proof, and that key with the mandatory statements by the issuer's, of
 * P-256. A document that has proofs already is refused: they would be lost in a part.
 *
 * @throws CanonicalisationError when the document has no canonical form, or has parts that cannot be told apart
 * @throws PointerError when a pointer leads nowhere
 * @throws RangeError when the key is not of P-256 or the document has a proof
 * @see VC Data Integrity ECDSA Cryptosuites 1.0, section 3.6.1 (Create Base Proof, ecdsa-sd-2023)
 */
export const signSelectively = async <T extends JsonObject>(options: {
  readonly document: T
  readonly signer: Signer
  readonly created: Date
  readonly mandatoryPointers?: readonly string[]
  readonly contexts?: ContextDocuments
}): Promise<SelectivelySigned<T>> => {
  const { document, signer, created, mandatoryPointers = [], contexts = pinnedContexts } = options
  if (signer.algorithm !== 'ES256') throw new RangeError('ecdsa-sd-2023 signs with a key of P-256.')
  if (document['proof'] !== undefined) throw new RangeError('The document has a proof already.')
  const proof = {
    type: 'DataIntegrityProof',
    cryptosuite: 'ecdsa-sd-2023',
    created: formatInstant(created),
    verificationMethod: signer.verificationMethod,
    proofPurpose: 'assertionMethod',
  } as const
  const hmacKey = crypto.getRandomValues(new Uint8Array(32))
  const [{ lines, find }, proofHash, statements] = await Promise.all([
    groupStatements(document, hmacKey, contexts),
    hashProofOptions(document, proof, contexts),
    makeStatementSigner(),
  ])
  const mandatory = await find(mandatoryPointers)
  const [always, other] = [true, false].map((is) => lines.filter((_, place) => mandatory.has(place) === is))
  const [baseSignature, ...signatures] = await Promise.all([
    joinSignData(proofHash, statements.publicKey, always ?? []).then((data) => signer.sign(data)),
    ...(other ?? []).map(statements.sign),
  ])
  const { publicKey } = statements
  const proofValue = writeBaseProofValue({ baseSignature, publicKey, hmacKey, signatures, mandatoryPointers })
  return { ...document, proof: [{ ...proof, proofValue }] }
}
