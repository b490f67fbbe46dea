import { type ContextDocuments, pinnedContexts } from '../../../../contexts'
import { CanonicalisationError, labelDataset, toDataset } from '../../canonicalise'
import type { JsonObject } from '../../model/json'
import type { PublicKey } from '../multikey'
import type { ProofReason, ProofVerification } from '../rdfc-proof'
import { writeStatements } from './group-statements'
import { type DerivedProofValue, isBaseProofValue, readDerivedProofValue } from './proof-value'
import { hashProofOptions, importPublicKey, joinSignData, readPublicKey, SIGNATURE } from './sd-hashes'

const failed = (reason: ProofReason, detail: string): ProofVerification => ({ ok: false, reason, detail })

/** Whether a proof is one of ecdsa-sd-2023. */
export const isSdProof = (proof: JsonObject): boolean =>
  proof['type'] === 'DataIntegrityProof' && proof['cryptosuite'] === 'ecdsa-sd-2023'

const holds = (key: CryptoKey, signature: Uint8Array, data: Uint8Array<ArrayBuffer>) =>
  crypto.subtle.verify(SIGNATURE, key, new Uint8Array(signature), data)

/** Whether every statement is signed: the mandatory ones by the issuer with the other key, each other one by that. */
const areSigned = async (
  lines: readonly string[],
  value: DerivedProofValue,
  proofHash: Uint8Array,
  issuerKey: PublicKey,
): Promise<boolean> => {
  const mandatory = new Set(value.mandatoryIndexes)
  const others = lines.filter((_, place) => !mandatory.has(place))
  const statementKey = readPublicKey(value.publicKey)
  const areInside = value.mandatoryIndexes.every((place) => place < lines.length)
  if (statementKey === undefined || !areInside || mandatory.size !== value.mandatoryIndexes.length)
    return false
  if (others.length !== value.signatures.length) return false
  const always = lines.filter((_, place) => mandatory.has(place))
  const data = await joinSignData(proofHash, value.publicKey, always)
  if (!(await holds(await importPublicKey(issuerKey), value.baseSignature, data))) return false
  const key = await importPublicKey(statementKey)
  const each = await Promise.all(
    others.map((line, number) =>
      holds(key, value.signatures[number] ?? new Uint8Array(), new TextEncoder().encode(line)),
    ),
  )
  return each.every((one) => one)
}

/**
 * Checks a derived proof of ecdsa-sd-2023 with the issuer's public key: that everything in the document was signed by
 * the holder of that key, and that nothing which the issuer made mandatory was left out. A base proof is refused as
 * `base-proof`, for it holds what its holder alone should have. Document and proof may come from anyone; the caller
 * limits their size.
 *
 * @see VC Data Integrity ECDSA Cryptosuites 1.0, section 3.6.7 (Verify Derived Proof, ecdsa-sd-2023)
 */
export const verifyDerivedProof = async (options: {
  readonly document: JsonObject
  readonly proof: JsonObject
  readonly publicKey: PublicKey
  readonly contexts?: ContextDocuments
}): Promise<ProofVerification> => {
  const { proof, publicKey, contexts = pinnedContexts } = options
  const { proof: _proofs, ...document } = options.document
  if (!isSdProof(proof)) return failed('unsupported-cryptosuite', 'The proof is not of ecdsa-sd-2023.')
  if (publicKey.curve !== 'P-256') return failed('malformed-proof', 'The key is not of P-256.')
  const value = readDerivedProofValue(proof['proofValue'])
  if (value === undefined) {
    return isBaseProofValue(proof['proofValue'])
      ? failed(
          'base-proof',
          'The proof is for the holder, who shows a part of the document with another one.',
        )
      : failed('malformed-proof', 'The proof value is no derived proof.')
  }
  try {
    const dataset = await toDataset(document, contexts)
    const { labels } = await labelDataset(dataset)
    const shown = new Map(
      [...labels].flatMap(([own, canonical]) => {
        const label = value.labels.get(canonical)
        return label === undefined ? [] : [[own, label] as const]
      }),
    )
    const lines = writeStatements(dataset, shown)
    const proofHash = await hashProofOptions(document, proof, contexts)
    return (await areSigned(lines, value, proofHash, publicKey))
      ? { ok: true }
      : failed('invalid-signature', 'A statement of the document is not signed.')
  } catch (error) {
    if (error instanceof CanonicalisationError) return failed(error.code, error.message)
    return failed('malformed-proof', error instanceof Error ? error.message : 'The key cannot be read.')
  }
}
