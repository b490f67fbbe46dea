import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js'
import { type ContextDocuments, pinnedContexts } from '../../../contexts'
import { canonicaliseDocument } from '../canonicalise'
import type { JsonObject } from '../model/json'
import { buildProofOptions, encodeBase58btc, formatInstant, type Signer, type SyncSigner } from '../proof'
import type { Sha256 } from './blank-nodes'
import { type CompiledDocument, compileDocument } from './compile-document'
import { cutJson, fillJson, type JsonTemplate } from './json-template'
import { createSentinels, type SlotValues } from './slots'
import { NotCompilable } from './statements'

/** A signed credential as its JSON text, which is what is stored and handed out. */
export type IssuedCredential = { readonly json: string; readonly proofValue: string }

export type CompiledCredential<N extends string> = {
  readonly verificationMethod: string
  /** The canonical form of the unsigned document; undefined where the values do not fit the compiled shape. */
  fill(values: SlotValues<N>): string | undefined
  /** The signed credential, at once with a signer that answers at once; undefined as with `fill`. */
  issue(values: SlotValues<N>, by: { signer: SyncSigner; created: Date }): IssuedCredential | undefined
  issue(
    values: SlotValues<N>,
    by: { signer: Signer; created: Date },
  ): IssuedCredential | Promise<IssuedCredential> | undefined
}

export type CompileResult<N extends string> =
  | { readonly ok: true; readonly compiled: CompiledCredential<N> }
  | { readonly ok: false; readonly reason: string }

export type CompileOptions<N extends string> = {
  /** The unsigned document with a stand-in of `createSentinels` in each slot. */
  readonly template: JsonObject
  readonly sentinels: SlotValues<N>
  /** The key that will sign: it is part of what is signed. */
  readonly verificationMethod: string
  readonly contexts?: ContextDocuments
  /** A faster SHA-256 of the runtime, where it has one that answers at once. */
  readonly sha256?: Sha256
}

const encoder = new TextEncoder()
const portableSha256: Sha256 = (text) => nobleSha256(encoder.encode(text))

const PROOF_SLOTS = createSentinels({ created: 'instant' })
const PROOF_VALUE = 'stand-in of a proof value'

/** Values unlike the stand-ins, with all that canonical form escapes. */
const trialValues = (sentinels: SlotValues): SlotValues =>
  Object.fromEntries(
    Object.entries(sentinels).map(([name, sentinel]) =>
      /^[a-z]+:/.test(sentinel) ? [name, `${sentinel}0`] : [name, `${sentinel} "\\\n\u0001é\u{1F4DA}`],
    ),
  )

/** Compares one filling with what the long way gives, so that an assumption that fails shows before anything is signed. */
const checkAgainstLongWay = async (
  document: CompiledDocument,
  json: JsonTemplate,
  sentinels: SlotValues,
  contexts: ContextDocuments,
): Promise<void> => {
  const values = trialValues(sentinels)
  const long = await canonicaliseDocument(JSON.parse(fillJson(json, values)), contexts)
  const short = document(values)
  if (short === undefined) throw new NotCompilable('two blank nodes look alike')
  if (short !== long) throw new NotCompilable('the compiled form differs from the long way')
}

const compileParts = async (options: CompileOptions<string>, sha256: Sha256) => {
  const { template, sentinels, verificationMethod, contexts = pinnedContexts } = options
  const proofOptions = buildProofOptions(PROOF_SLOTS.created, verificationMethod)
  const unsigned = cutJson(JSON.stringify(template), sentinels)
  const signed = cutJson(
    JSON.stringify({ ...template, proof: [{ ...proofOptions, proofValue: PROOF_VALUE }] }),
    {
      ...sentinels,
      'proof created': PROOF_SLOTS.created,
      'proof value': PROOF_VALUE,
    },
  )
  if (!unsigned || !signed || 'proof' in template) {
    throw new NotCompilable('a stand-in is not in the document exactly once')
  }
  const document = await compileDocument(template, sentinels, sha256, contexts)
  const proof = await compileDocument(
    { '@context': template['@context'], ...proofOptions },
    PROOF_SLOTS,
    sha256,
    contexts,
  )
  await checkAgainstLongWay(document, unsigned, sentinels, contexts)
  return { document, proof, signed }
}

/** The hash of the proof options; a batch is signed in few different seconds, so the last one is kept. */
const createProofHash = (proof: CompiledDocument, sha256: Sha256) => {
  let last: { created: string; hash: Uint8Array } | undefined
  return (created: string): Uint8Array | undefined => {
    if (last?.created === created) return last.hash
    const canonical = proof({ created })
    if (canonical === undefined) return undefined
    last = { created, hash: sha256(canonical) }
    return last.hash
  }
}

const isWellFormed = (values: SlotValues): boolean => {
  for (const name in values) if (!values[name]?.isWellFormed()) return false
  return true
}

/**
 * Compiles a credential that many people will get: what differs from one to the next are its slots. Issuing then
 * skips the reading of JSON-LD, and gives byte for byte what `signDocument` gives. A shape that cannot be
 * compiled says why; a caller then signs the long way.
 *
 * @throws CanonicalisationError where the document has no canonical form, so cannot be signed at all
 * @see VC Data Integrity EdDSA Cryptosuites 1.0, section 3.2 (eddsa-rdfc-2022)
 */
export const compileCredential = async <N extends string>(
  options: CompileOptions<N>,
): Promise<CompileResult<N>> => {
  const { verificationMethod, sha256 = portableSha256 } = options
  let parts: Awaited<ReturnType<typeof compileParts>>
  try {
    parts = await compileParts(options, sha256)
  } catch (error) {
    if (error instanceof NotCompilable) return { ok: false, reason: error.message }
    throw error
  }
  const { document, proof, signed } = parts
  const proofHash = createProofHash(proof, sha256)
  const finish = (values: SlotValues, created: string, signature: Uint8Array): IssuedCredential => {
    const proofValue = `z${encodeBase58btc(signature)}`
    return {
      json: fillJson(signed, { ...values, 'proof created': created, 'proof value': proofValue }),
      proofValue,
    }
  }
  const issue = (values: SlotValues, by: { signer: Signer; created: Date }) => {
    if (by.signer.verificationMethod !== verificationMethod || by.signer.algorithm !== 'Ed25519')
      return undefined
    const created = formatInstant(by.created)
    const optionsHash = proofHash(created)
    const canonical = isWellFormed(values) ? document(values) : undefined
    if (canonical === undefined || optionsHash === undefined) return undefined
    const data = new Uint8Array(64)
    data.set(optionsHash)
    data.set(sha256(canonical), 32)
    const signature = by.signer.sign(data)
    return signature instanceof Uint8Array
      ? finish(values, created, signature)
      : signature.then((bytes) => finish(values, created, bytes))
  }
  const fill = (values: SlotValues) => (isWellFormed(values) ? document(values) : undefined)
  // The answer comes at once exactly where the signer's does, which the overloads of the type say.
  return { ok: true, compiled: { verificationMethod, fill, issue: issue as CompiledCredential<N>['issue'] } }
}
