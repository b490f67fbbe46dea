import { base58, base64urlnopad } from '@scure/base'
import type { JWK } from 'jose'
import { sha256 } from '../canonicalise'
import { type CanonicalForms, canonicaliseIn, listEditions } from './canonical-forms'
import type { DocumentSource } from './document-source'
import { findKey } from './find-key'
import { failed, isObject, notChecked, passed, readInstant, toList, toText, writeDay } from './findings'
import type { Finding, JsonObject } from './report'

/** What a signature came to: whether it holds, and whether its key is the issuer's. */
export type ProofFindings = { readonly proof: Finding; readonly binding: Finding }

/** What a proof is checked against. */
export type ProofQuestion = {
  readonly document: JsonObject
  readonly forms: CanonicalForms
  readonly issuerId: string
  readonly now: Date
  readonly documents: DocumentSource
}

const only = (proof: Finding): ProofFindings => ({ proof, binding: notChecked('not-reached') })

const readSignature = (value: unknown): Uint8Array | undefined => {
  try {
    const bytes =
      typeof value === 'string' && /^z.{80,90}$/.test(value) ? base58.decode(value.slice(1)) : undefined
    return bytes?.length === 64 ? bytes : undefined
  } catch {
    return undefined
  }
}

const verifyEd25519 = async (jwk: JWK, signature: Uint8Array, data: Uint8Array): Promise<boolean> => {
  if (jwk.crv !== 'Ed25519' || jwk.x === undefined) return false
  try {
    const raw = new Uint8Array(base64urlnopad.decode(jwk.x))
    const key = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify'])
    return await crypto.subtle.verify('Ed25519', key, new Uint8Array(signature), new Uint8Array(data))
  } catch {
    return false
  }
}

/** Whether the proof's own contexts, if it has any, are the first of the document's. */
const startsWithContexts = (document: JsonObject, proof: JsonObject): boolean => {
  const own = toList(document['@context']).map((entry) => JSON.stringify(entry))
  return toList(proof['@context']).every((entry, index) => JSON.stringify(entry) === own[index])
}

/** Whether the signature holds over the document in any edition of the contexts. */
const holdsOver = async (question: ProofQuestion, proof: JsonObject, jwk: JWK, signature: Uint8Array) => {
  const { document, forms } = question
  const options = {
    ...Object.fromEntries(Object.entries(proof).filter(([name]) => name !== 'proofValue')),
    '@context': document['@context'],
  }
  for (const edition of listEditions(document)) {
    const [body, head] = [await forms(edition), await canonicaliseIn(options, edition)]
    if (!body.ok || !head.ok) continue
    const data = new Uint8Array(64)
    data.set(await sha256(head.text))
    data.set(await sha256(body.text), 32)
    if (await verifyEd25519(jwk, signature, data)) return true
  }
  return false
}

const checkOutline = (proof: JsonObject, question: ProofQuestion): Finding => {
  const type = toText(proof['type'])
  const suite = toText(proof['cryptosuite'])
  if (type === undefined) return failed('proof-malformed', { pointer: '/proof/type' })
  if (type !== 'DataIntegrityProof' || suite !== 'eddsa-rdfc-2022' || proof['previousProof'] !== undefined) {
    return notChecked('proof-not-supported', { pointer: '/proof', values: { suite: suite ?? type } })
  }
  if (proof['proofPurpose'] !== 'assertionMethod')
    return failed('proof-purpose-wrong', { pointer: '/proof/proofPurpose' })
  const expires = proof['expires']
  const ends = readInstant(expires)
  if (expires !== undefined && ends === undefined)
    return failed('proof-malformed', { pointer: '/proof/expires' })
  if (ends !== undefined && ends <= question.now)
    return failed('proof-expired', { pointer: '/proof/expires', values: { date: writeDay(ends) } })
  if (!startsWithContexts(question.document, proof))
    return failed('proof-malformed', { pointer: '/proof/@context' })
  return passed
}

/**
 * Checks one Data Integrity proof with the eddsa-rdfc-2022 suite: the signature over the canonical form of the
 * document and of the proof's options, with the key that it names, made to assert. Other suites are
 * `not-checked`. The newest and the April 2025 copy of the Open Badges context are both tried.
 *
 * @see VC Data Integrity EdDSA Cryptosuites 1.0, 3.2.2 Verify Proof (eddsa-rdfc-2022)
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
  const signature = readSignature(proof['proofValue'])
  if (signature === undefined) return only(failed('proof-malformed', { pointer: '/proof/proofValue' }))
  const { issuerId, now, documents } = question
  const signedAt = readInstant(proof['created'])
  const found = await findKey(methodId, { issuerId, now, documents, ...(signedAt ? { signedAt } : {}) })
  if (!found.ok) return only(found.finding)
  return (await holdsOver(question, proof, found.value.jwk, signature))
    ? { proof: passed, binding: found.value.binding }
    : only(failed('proof-wrong', { pointer: '/proof' }))
}
