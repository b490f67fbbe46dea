import { base58, base64urlnopad } from '@scure/base'
import { compressPoint, decompressPoint } from './elliptic-points'
import { encodeBase58btc } from './encode-base58btc'

export type KeyCurve = 'Ed25519' | 'P-256' | 'P-384'
/** A public key: 32 bytes of Ed25519, or a compressed point of P-256 (33 bytes) or P-384 (49 bytes). */
export type PublicKey = { readonly curve: KeyCurve; readonly bytes: Uint8Array }
/** The members of a public JWK that this project reads and writes. */
export type PublicJwk = {
  readonly kty: 'OKP' | 'EC'
  readonly crv: KeyCurve
  readonly x: string
  readonly y?: string
}

/** Multicodec prefixes of public keys, as varints. */
const PREFIXES: readonly { curve: KeyCurve; prefix: readonly [number, number]; length: number }[] = [
  { curve: 'Ed25519', prefix: [0xed, 0x01], length: 32 },
  { curve: 'P-256', prefix: [0x80, 0x24], length: 33 },
  { curve: 'P-384', prefix: [0x81, 0x24], length: 49 },
]
/** Longer than any key known here in base58; decoding base58 takes quadratic time. */
const MAX_TEXT = 128

/**
 * A public key as the `publicKeyMultibase` of a Multikey: `z6Mk…` for Ed25519, `zDn…` for P-256, `z82…` for P-384.
 *
 * @throws RangeError when the key has the wrong length for its curve
 * @see Controlled Identifiers 1.0, section 2.2.2 (Multikey)
 */
export const encodeMultikey = ({ curve, bytes }: PublicKey): string => {
  const known = PREFIXES.find((candidate) => candidate.curve === curve)
  if (known?.length !== bytes.length) throw new RangeError(`A public key of ${curve} has another length.`)
  return `z${encodeBase58btc(Uint8Array.of(...known.prefix, ...bytes))}`
}

/**
 * Reads a `publicKeyMultibase`; undefined when it is not a public key of Ed25519, P-256 or P-384. The text may
 * come from anyone.
 *
 * @see Controlled Identifiers 1.0, section 2.2.2 (Multikey)
 */
export const decodeMultikey = (text: string): PublicKey | undefined => {
  if (text.length > MAX_TEXT || !/^z[1-9A-HJ-NP-Za-km-z]+$/.test(text)) return undefined
  const bytes = base58.decode(text.slice(1))
  const known = PREFIXES.find(({ prefix }) => bytes[0] === prefix[0] && bytes[1] === prefix[1])
  const key = bytes.slice(2)
  if (!known || key.length !== known.length) return undefined
  if (known.curve !== 'Ed25519' && !decompressPoint(known.curve, key)) return undefined
  return { curve: known.curve, bytes: key }
}

/**
 * A public key as a JWK.
 *
 * @throws RangeError when the bytes are not a key of the curve
 * @see RFC 7518, section 6.2.1; RFC 8037, section 2
 */
export const toPublicJwk = ({ curve, bytes }: PublicKey): PublicJwk => {
  if (curve === 'Ed25519') return { kty: 'OKP', crv: curve, x: base64urlnopad.encode(bytes) }
  const point = decompressPoint(curve, bytes)
  if (!point) throw new RangeError(`The bytes are not a point of ${curve}.`)
  return { kty: 'EC', crv: curve, x: base64urlnopad.encode(point.x), y: base64urlnopad.encode(point.y) }
}

/**
 * Reads the public part of a JWK; undefined when it is no key of a known curve. The JWK may come from anyone; a
 * private part is not read.
 *
 * @see RFC 7518, section 6.2.1; RFC 8037, section 2
 */
export const fromPublicJwk = (
  jwk: { [name: string]: unknown } | JsonWebKey | PublicJwk,
): PublicKey | undefined => {
  const { crv, x, y } = { crv: undefined, x: undefined, y: undefined, ...jwk }
  try {
    if (crv === 'Ed25519' && typeof x === 'string') {
      const bytes = base64urlnopad.decode(x)
      return bytes.length === 32 ? { curve: crv, bytes } : undefined
    }
    if ((crv !== 'P-256' && crv !== 'P-384') || typeof x !== 'string' || typeof y !== 'string')
      return undefined
    const given = { x: base64urlnopad.decode(x), y: base64urlnopad.decode(y) }
    const bytes = compressPoint(given)
    const point = decompressPoint(crv, bytes)
    return point && point.y.length === given.y.length && point.y.every((byte, i) => byte === given.y[i])
      ? { curve: crv, bytes }
      : undefined
  } catch {
    return undefined
  }
}
