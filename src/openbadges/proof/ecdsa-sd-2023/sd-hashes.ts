import type { ContextDocuments } from '../../../../contexts'
import { canonicaliseDocument, sha256 } from '../../canonicalise'
import type { JsonObject } from '../../model/json'
import { encodeBase58btc } from '../encode-base58btc'
import { decodeMultikey, type PublicKey, toPublicJwk } from '../multikey'

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' } as const
/** How statements and the whole are signed in this suite. */
export const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const

/** The hash of a proof's own members under the contexts of the document; `proofValue` is left out. */
export const hashProofOptions = async (
  document: JsonObject,
  proof: JsonObject,
  contexts: ContextDocuments,
): Promise<Uint8Array> => {
  const { proofValue: _value, ...options } = proof
  return sha256(await canonicaliseDocument({ '@context': document['@context'], ...options }, contexts))
}

/**
 * What the issuer's key signs: the hash of the proof's options, the public key of the statements' signatures, and
 * the hash of the mandatory statements.
 *
 * @see VC Data Integrity ECDSA Cryptosuites 1.0, section 3.5.1 (serializeSignData)
 */
export const joinSignData = async (
  proofHash: Uint8Array,
  publicKey: Uint8Array,
  mandatory: readonly string[],
): Promise<Uint8Array<ArrayBuffer>> => {
  const mandatoryHash = await sha256(mandatory.join(''))
  return Uint8Array.of(...proofHash, ...publicKey, ...mandatoryHash)
}

/** Reads a P-256 public key in the form of this suite, multicodec prefix and point; undefined where it is none. */
export const readPublicKey = (bytes: Uint8Array): PublicKey | undefined => {
  const key = decodeMultikey(`z${encodeBase58btc(bytes)}`)
  return key?.curve === 'P-256' ? key : undefined
}

/** A P-256 public key, ready to verify with. */
export const importPublicKey = (key: PublicKey): Promise<CryptoKey> =>
  crypto.subtle.importKey('jwk', toPublicJwk(key), ECDSA, false, ['verify'])

/** A new pair for one proof, and what signs with it. */
export const makeStatementSigner = async () => {
  const pair = await crypto.subtle.generateKey(ECDSA, true, ['sign', 'verify'])
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  const [sign, y] = [2 + ((point.at(-1) ?? 0) & 1), point.subarray(1, 33)]
  return {
    publicKey: Uint8Array.of(0x80, 0x24, sign, ...y),
    sign: async (line: string): Promise<Uint8Array> =>
      new Uint8Array(await crypto.subtle.sign(SIGNATURE, pair.privateKey, new TextEncoder().encode(line))),
  }
}
