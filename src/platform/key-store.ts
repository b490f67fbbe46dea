import { base64, base64urlnopad } from '@scure/base'
import type { KeyStore } from '../deps'
import {
  createRsaSigner,
  generateKeyPair,
  generateRsaKeyPair,
  type JwtSigner,
  type PrivateJwk,
  type RsaPrivateJwk,
  type Signer,
} from '../openbadges/proof'

type Algorithm = 'Ed25519' | 'ES256'
type AnyAlgorithm = Algorithm | 'RS256'

/** Turns an unwrapped private key into a signer; each runtime has its own fastest way. */
export type SignerFactory = (key: {
  readonly algorithm: Algorithm
  readonly privateKeyJwk: PrivateJwk
  readonly verificationMethod: string
}) => Promise<Signer>

const VERSION = 'v1'
const NONCE_BYTES = 12
const LARGEST_CACHE = 500

/**
 * Keeps signing keys encrypted under one key-encryption key: AES-256-GCM, with the algorithm of the key as
 * authenticated data, so that a wrapped key cannot be passed off as one of another kind.
 * Throws when `keyEncryptionKey` is not 32 bytes in base64.
 */
export const createKeyStore = (keyEncryptionKey: string, createSigner: SignerFactory): KeyStore => {
  const secret = Uint8Array.from(base64.decode(keyEncryptionKey))
  if (secret.length !== 32) throw new Error('The key-encryption key must be 32 bytes.')
  const wrappingKey = crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['encrypt', 'decrypt'])
  const signers = new Map<string, Promise<Signer>>()
  const rsaSigners = new Map<string, Promise<JwtSigner>>()

  const open = async (wrapped: string, algorithm: AnyAlgorithm): Promise<unknown> => {
    const [version, nonce, sealed] = wrapped.split('.')
    if (version !== VERSION || nonce === undefined || sealed === undefined) {
      throw new Error('The signing key is wrapped in a form that is not known.')
    }
    const parameters = parametersOf(algorithm, Uint8Array.from(base64urlnopad.decode(nonce)))
    const content = Uint8Array.from(base64urlnopad.decode(sealed))
    const plain = await crypto.subtle
      .decrypt(parameters, await wrappingKey, content)
      .catch((cause: unknown) => {
        throw new Error('The signing key does not open: the key-encryption key is another one.', { cause })
      })
    return JSON.parse(new TextDecoder().decode(plain))
  }

  const wrap = async (
    privateKeyJwk: PrivateJwk | RsaPrivateJwk,
    algorithm: AnyAlgorithm,
  ): Promise<string> => {
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
    const plain = new TextEncoder().encode(JSON.stringify(privateKeyJwk))
    const sealed = await crypto.subtle.encrypt(parametersOf(algorithm, nonce), await wrappingKey, plain)
    return [VERSION, base64urlnopad.encode(nonce), base64urlnopad.encode(new Uint8Array(sealed))].join('.')
  }

  return {
    generate: async (algorithm) => {
      const { publicKeyMultibase, privateKeyJwk } = await generateKeyPair(algorithm)
      return { publicKeyMultibase, wrapped: await wrap(privateKeyJwk, algorithm) }
    },
    generateRsa: async () => {
      const { publicKeyJwk, privateKeyJwk } = await generateRsaKeyPair()
      return { publicKeyJwk, wrapped: await wrap(privateKeyJwk, 'RS256') }
    },
    // What decrypts under our key was written by `wrap` above.
    signer: ({ wrapped, algorithm, verificationMethod }) =>
      keep(signers, `${verificationMethod} ${algorithm} ${wrapped}`, async () =>
        createSigner({
          algorithm,
          privateKeyJwk: (await open(wrapped, algorithm)) as PrivateJwk,
          verificationMethod,
        }),
      ),
    rsaSigner: ({ wrapped, verificationMethod }) =>
      keep(rsaSigners, `${verificationMethod} ${wrapped}`, async () =>
        createRsaSigner({
          privateKeyJwk: (await open(wrapped, 'RS256')) as RsaPrivateJwk,
          verificationMethod,
        }),
      ),
  }
}

/** Makes something once for each name; what could not be made is tried again. */
const keep = <T>(kept: Map<string, Promise<T>>, name: string, make: () => Promise<T>): Promise<T> => {
  const known = kept.get(name)
  if (known !== undefined) return known
  if (kept.size >= LARGEST_CACHE) kept.clear()
  const made = make()
  kept.set(name, made)
  made.catch(() => kept.delete(name))
  return made
}

const parametersOf = (algorithm: AnyAlgorithm, iv: Uint8Array<ArrayBuffer>): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(`colophon signing key ${algorithm}`),
})
