import { type PublicKey, toPublicJwk } from './multikey'

/** How WebCrypto names a kind of key, and how it checks a signature with it. */
export type SignatureScheme = {
  readonly key: { readonly name: string; readonly namedCurve?: string }
  readonly parameters: { readonly name: string; readonly hash?: string }
}

/** Keys that were read before: reading one takes longer than checking a signature with it. */
const MAX_KEYS = 128
const keys = new Map<string, Promise<CryptoKey>>()

const importKey = (publicKey: PublicKey, scheme: SignatureScheme): Promise<CryptoKey> => {
  const name = `${publicKey.curve} ${publicKey.bytes.join()}`
  const known = keys.get(name)
  if (known) return known
  const [oldest] = keys.keys()
  if (keys.size >= MAX_KEYS && oldest !== undefined) keys.delete(oldest)
  const imported = crypto.subtle.importKey('jwk', toPublicJwk(publicKey), scheme.key, false, ['verify'])
  keys.set(name, imported)
  return imported
}

/**
 * Whether a key signed these bytes. Key, signature and bytes may come from anyone.
 *
 * @throws RangeError or DOMException when the bytes are no key of the curve
 * @see Web Cryptography API, section 14.3.4 (verify)
 */
export const isSignedBy = async (
  publicKey: PublicKey,
  scheme: SignatureScheme,
  signature: Uint8Array,
  data: Uint8Array<ArrayBuffer>,
): Promise<boolean> =>
  crypto.subtle.verify(scheme.parameters, await importKey(publicKey, scheme), new Uint8Array(signature), data)
