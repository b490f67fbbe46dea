import { type ContextDocuments, pinnedContexts } from '../../../../contexts'
import type { JsonObject } from '../../model/json'
import { groupStatements } from './group-statements'
import { readBaseProofValue, writeDerivedProofValue } from './proof-value'
import { selectDocument } from './select-document'

/** Why nothing can be derived: no base proof of this suite, a broken one, or nothing that would be shown. */
export type DeriveReason = 'no-base-proof' | 'malformed-proof' | 'nothing-selected'
export type Derived =
  | { readonly ok: true; readonly document: JsonObject }
  | { readonly ok: false; readonly reason: DeriveReason }

const findBaseProof = (document: JsonObject): JsonObject | undefined => {
  const present = document['proof']
  const all: unknown[] = Array.isArray(present) ? present : [present]
  const isObject = (one: unknown): one is JsonObject => typeof one === 'object' && one !== null
  return all.filter(isObject).find((proof) => proof['cryptosuite'] === 'ecdsa-sd-2023')
}

/** Numbers the statements that are shown from 0, and gives the numbers of the mandatory ones. */
const renumber = (shown: readonly number[], mandatory: ReadonlySet<number>): number[] =>
  shown.flatMap((place, number) => (mandatory.has(place) ? [number] : []))

/**
 * What a holder shows of a document that was signed selectively: the parts that the issuer made mandatory and those
 * that `selectivePointers` (JSON Pointers) lead to, with a derived proof. It tells nothing of the other parts, and
 * needs no key. The document comes from its holder; its proof is read, not verified.
 *
 * @throws CanonicalisationError when the document has no canonical form, or has parts that cannot be told apart
 * @throws PointerError when a pointer leads nowhere
 * @see VC Data Integrity ECDSA Cryptosuites 1.0, section 3.6.6 (Add Derived Proof, ecdsa-sd-2023)
 */
export const deriveCredential = async (options: {
  readonly document: JsonObject
  readonly selectivePointers: readonly string[]
  readonly contexts?: ContextDocuments
}): Promise<Derived> => {
  const { selectivePointers, contexts = pinnedContexts } = options
  const { proof: _proofs, ...document } = options.document
  const proof = findBaseProof(options.document)
  if (proof === undefined) return { ok: false, reason: 'no-base-proof' }
  const base = readBaseProofValue(proof['proofValue'])
  if (base === undefined) return { ok: false, reason: 'malformed-proof' }
  const { mandatoryPointers } = base
  const pointers = [...mandatoryPointers, ...selectivePointers]
  const shownDocument = selectDocument(document, pointers)
  if (shownDocument === undefined) return { ok: false, reason: 'nothing-selected' }
  const { lines, find, labelsOf } = await groupStatements(document, base.hmacKey, contexts)
  const [mandatory, selected, labels] = await Promise.all([
    find(mandatoryPointers),
    find(selectivePointers),
    labelsOf(pointers),
  ])
  const others = lines.flatMap((_, place) => (mandatory.has(place) ? [] : [place]))
  if (others.length !== base.signatures.length) return { ok: false, reason: 'malformed-proof' }
  const shown = lines.flatMap((_, place) => (mandatory.has(place) || selected.has(place) ? [place] : []))
  const proofValue = writeDerivedProofValue({
    baseSignature: base.baseSignature,
    publicKey: base.publicKey,
    signatures: base.signatures.filter((_, number) => selected.has(others[number] ?? -1)),
    labels,
    mandatoryIndexes: renumber(shown, mandatory),
  })
  return { ok: true, document: { ...shownDocument, proof: { ...proof, proofValue } } }
}
