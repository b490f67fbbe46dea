import { type PublicKey, toPublicJwk } from './multikey'

/** How WebCrypto names a kind of key, and how it checks a signature with it. */
export type SignatureScheme = {
  readonly key: { readonly name: string; readonly namedCurve?: string }
  readonly parameters: { readonly name: string; readonly hash?: string }
}

/**
 * The steps of checking a proof that take the most time. WebCrypto, the default, hands each to another thread and
 * waits; a platform that can answer at once may bring its own. Keys, signatures and bytes may come from anyone.
 */
export type Primitives = {
  /** The hash of a text as UTF-8. */
  readonly digest: (hash: 'SHA-256' | 'SHA-384', text: string) => Uint8Array | Promise<Uint8Array>
  /** Whether a key signed these bytes. Throws when the bytes are no key of the curve. */
  readonly isSignedBy: (
    publicKey: PublicKey,
    scheme: SignatureScheme,
    signature: Uint8Array,
    data: Uint8Array<ArrayBuffer>,
  ) => boolean | Promise<boolean>
}

/** Primitives that answer at once. */
export type SyncPrimitives = {
  readonly digest: (...question: Parameters<Primitives['digest']>) => Uint8Array
  readonly isSignedBy: (...question: Parameters<Primitives['isSignedBy']>) => boolean
}

const MAX_KEYS = 128

/** Keeps the keys that were read last: reading one takes longer than checking a signature with it. */
export const keepKeys = <K>(read: (publicKey: PublicKey, scheme: SignatureScheme) => K) => {
  const keys = new Map<string, K>()
  return (publicKey: PublicKey, scheme: SignatureScheme): K => {
    const name = `${publicKey.curve} ${publicKey.bytes.join()}`
    const known = keys.get(name)
    if (known !== undefined) return known
    const [oldest] = keys.keys()
    if (keys.size >= MAX_KEYS && oldest !== undefined) keys.delete(oldest)
    const key = read(publicKey, scheme)
    keys.set(name, key)
    return key
  }
}

const importKey = keepKeys((publicKey, scheme) =>
  crypto.subtle.importKey('jwk', toPublicJwk(publicKey), scheme.key, false, ['verify']),
)

/**
 * Hashes and signatures by WebCrypto, as every platform has it.
 *
 * @see Web Cryptography API, sections 14.3.4 (verify) and 14.3.5 (digest)
 */
export const webPrimitives: Primitives = {
  digest: async (hash, text) =>
    new Uint8Array(await crypto.subtle.digest(hash, new TextEncoder().encode(text))),
  isSignedBy: async (publicKey, scheme, signature, data) =>
    crypto.subtle.verify(
      scheme.parameters,
      await importKey(publicKey, scheme),
      new Uint8Array(signature),
      data,
    ),
}
