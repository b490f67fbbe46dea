import { base64, base64urlnopad } from '@scure/base'
import type { KeyStore } from '../deps'
import { generateKeyPair, type PrivateJwk, type Signer } from '../openbadges/proof'

type Algorithm = 'Ed25519' | 'ES256'

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

  const open = async (wrapped: string, algorithm: Algorithm): Promise<PrivateJwk> => {
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
    // What decrypts under our key was written by `generate` below.
    return JSON.parse(new TextDecoder().decode(plain)) as PrivateJwk
  }

  return {
    generate: async (algorithm) => {
      const { publicKeyMultibase, privateKeyJwk } = await generateKeyPair(algorithm)
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
      const plain = new TextEncoder().encode(JSON.stringify(privateKeyJwk))
      const sealed = await crypto.subtle.encrypt(parametersOf(algorithm, nonce), await wrappingKey, plain)
      const wrapped = [
        VERSION,
        base64urlnopad.encode(nonce),
        base64urlnopad.encode(new Uint8Array(sealed)),
      ].join('.')
      return { publicKeyMultibase, wrapped }
    },
    signer: ({ wrapped, algorithm, verificationMethod }) => {
      const name = `${verificationMethod} ${algorithm} ${wrapped}`
      const known = signers.get(name)
      if (known !== undefined) return known
      if (signers.size >= LARGEST_CACHE) signers.clear()
      const made = open(wrapped, algorithm).then((privateKeyJwk) =>
        createSigner({ algorithm, privateKeyJwk, verificationMethod }),
      )
      signers.set(name, made)
      made.catch(() => signers.delete(name))
      return made
    },
  }
}

const parametersOf = (algorithm: Algorithm, iv: Uint8Array<ArrayBuffer>): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(`colophon signing key ${algorithm}`),
})
