import { base64urlnopad } from '@scure/base'
import { encodeMultikey, fromPublicJwk, type PublicJwk } from './multikey'

export type SignatureAlgorithm = 'Ed25519' | 'ES256' | 'ES384'

/** Signs bytes with one key. `verificationMethod` is the URL under which others find the public key. */
export type Signer = {
  readonly verificationMethod: string
  readonly algorithm: SignatureAlgorithm
  /** The raw signature: 64 bytes for Ed25519, 64 for ES256 and 96 for ES384 (r, then s). */
  sign(data: Uint8Array): Promise<Uint8Array> | Uint8Array
}

/** Signs JWTs: any signer, or one whose signatures exist in JOSE only. */
export type JwtSigner = Omit<Signer, 'algorithm'> & { readonly algorithm: SignatureAlgorithm | 'RS256' }

/** A signer that answers at once, so that a large batch need not wait between credentials. */
export type SyncSigner = Signer & { sign(data: Uint8Array): Uint8Array }

export type PrivateJwk = PublicJwk & { readonly d: string }
export type KeyPair = {
  readonly publicKeyMultibase: string
  readonly publicKeyJwk: PublicJwk
  readonly privateKeyJwk: PrivateJwk
}

const KEY_PARAMETERS = {
  Ed25519: { name: 'Ed25519' },
  ES256: { name: 'ECDSA', namedCurve: 'P-256' },
  ES384: { name: 'ECDSA', namedCurve: 'P-384' },
} as const
const SIGN_PARAMETERS = {
  Ed25519: { name: 'Ed25519' },
  ES256: { name: 'ECDSA', hash: 'SHA-256' },
  ES384: { name: 'ECDSA', hash: 'SHA-384' },
} as const
const CURVES = { Ed25519: 'Ed25519', ES256: 'P-256', ES384: 'P-384' } as const

/**
 * Makes a new key pair from the runtime's own randomness.
 *
 * @see FIPS 186-5, sections 6.2 and 7.4
 */
export const generateKeyPair = async (algorithm: SignatureAlgorithm): Promise<KeyPair> => {
  const pair = await crypto.subtle.generateKey(KEY_PARAMETERS[algorithm], true, ['sign', 'verify'])
  if (!('privateKey' in pair)) throw new TypeError('The runtime made no key pair.')
  return toKeyPair(await crypto.subtle.exportKey('jwk', pair.privateKey))
}

/**
 * Completes a private JWK of Ed25519, P-256 or P-384 to a key pair with its multibase form.
 *
 * @throws RangeError when the JWK is not a private key of a known curve
 */
export const toKeyPair = (jwk: JsonWebKey | PrivateJwk): KeyPair => {
  const key = fromPublicJwk(jwk)
  if (!key || !jwk.d || !jwk.x) throw new RangeError('Not a private key of Ed25519, P-256 or P-384.')
  const publicKeyJwk: PublicJwk =
    key.curve === 'Ed25519'
      ? { kty: 'OKP', crv: key.curve, x: jwk.x }
      : { kty: 'EC', crv: key.curve, x: jwk.x, y: jwk.y ?? '' }
  return {
    publicKeyMultibase: encodeMultikey(key),
    publicKeyJwk,
    privateKeyJwk: { ...publicKeyJwk, d: jwk.d },
  }
}

/**
 * A signer from a private JWK, by WebCrypto; the key cannot be exported from it again.
 *
 * @throws RangeError when the key does not suit the algorithm
 */
export const createSignerFromJwk = async (options: {
  readonly privateKeyJwk: PrivateJwk
  readonly algorithm: SignatureAlgorithm
  readonly verificationMethod: string
}): Promise<Signer> => {
  const { privateKeyJwk, algorithm, verificationMethod } = options
  if (privateKeyJwk.crv !== CURVES[algorithm]) {
    throw new RangeError(`A key of ${privateKeyJwk.crv} cannot sign with ${algorithm}.`)
  }
  const { kty, crv, x, y, d } = privateKeyJwk
  const jwk: JsonWebKey = y === undefined ? { kty, crv, x, d } : { kty, crv, x, y, d }
  const key = await crypto.subtle.importKey('jwk', jwk, KEY_PARAMETERS[algorithm], false, ['sign'])
  return {
    verificationMethod,
    algorithm,
    sign: async (data) =>
      new Uint8Array(await crypto.subtle.sign(SIGN_PARAMETERS[algorithm], key, new Uint8Array(data))),
  }
}

/** Bytes as base64url without padding, as JOSE writes them. */
export const toBase64Url = (bytes: Uint8Array): string => base64urlnopad.encode(bytes)
