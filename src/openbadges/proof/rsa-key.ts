import { base64urlnopad } from '@scure/base'
import type { JwtSigner } from './signer'

/** A public RSA key. It has no multibase form in use, so it is published as JsonWebKey. */
export type RsaPublicJwk = { readonly kty: 'RSA'; readonly n: string; readonly e: string }
export type RsaPrivateJwk = RsaPublicJwk & {
  readonly d: string
  readonly p: string
  readonly q: string
  readonly dp: string
  readonly dq: string
  readonly qi: string
}
export type RsaKeyPair = { readonly publicKeyJwk: RsaPublicJwk; readonly privateKeyJwk: RsaPrivateJwk }

const PARAMETERS = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const
/** Bits of the modulus; RFC 7518 forbids less. */
const MINIMUM_BITS = 2048

const bitsOf = (n: string): number => base64urlnopad.decode(n).length * 8

/**
 * Makes a new RSA key pair for RS256 from the runtime's own randomness. `bits` is the length of the modulus.
 *
 * @throws RangeError when the key would be shorter than 2048 bits
 * @see RFC 7518, section 3.3 (RS256)
 */
export const generateRsaKeyPair = async (bits = MINIMUM_BITS): Promise<RsaKeyPair> => {
  if (bits < MINIMUM_BITS) throw new RangeError(`An RSA key of ${bits} bits is too short.`)
  const kind = { ...PARAMETERS, modulusLength: bits, publicExponent: Uint8Array.of(1, 0, 1) }
  const pair = await crypto.subtle.generateKey(kind, true, ['sign', 'verify'])
  if (!('privateKey' in pair)) throw new TypeError('The runtime made no key pair.')
  const jwk = await crypto.subtle.exportKey('jwk', pair.privateKey)
  const { n = '', e = '', d = '', p = '', q = '', dp = '', dq = '', qi = '' } = jwk
  const publicKeyJwk = { kty: 'RSA', n, e } as const
  return { publicKeyJwk, privateKeyJwk: { ...publicKeyJwk, d, p, q, dp, dq, qi } }
}

/**
 * A signer of JWTs with RS256 from a private RSA key, by WebCrypto; the key cannot be exported from it again.
 *
 * @throws RangeError when the key is shorter than 2048 bits
 * @see RFC 7518, section 3.3 (RS256)
 */
export const createRsaSigner = async (options: {
  readonly privateKeyJwk: RsaPrivateJwk
  readonly verificationMethod: string
}): Promise<JwtSigner> => {
  const { privateKeyJwk, verificationMethod } = options
  if (bitsOf(privateKeyJwk.n) < MINIMUM_BITS) throw new RangeError('The RSA key is shorter than 2048 bits.')
  const key = await crypto.subtle.importKey('jwk', { ...privateKeyJwk }, PARAMETERS, false, ['sign'])
  return {
    verificationMethod,
    algorithm: 'RS256',
    sign: async (data) =>
      new Uint8Array(await crypto.subtle.sign(PARAMETERS.name, key, new Uint8Array(data))),
  }
}
