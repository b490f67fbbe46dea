import { createPublicKey, hash, verify } from 'node:crypto'
import { keepKeys, type SyncPrimitives, toPublicJwk } from '../openbadges/proof'

const readKey = keepKeys((publicKey) =>
  createPublicKey({ key: { ...toPublicJwk(publicKey) }, format: 'jwk' }),
)

const HASHES = { 'SHA-256': 'sha256', 'SHA-384': 'sha384' } as const

/** Hashes and signatures by OpenSSL, at once: WebCrypto would wait for a thread each time. */
export const nodePrimitives: SyncPrimitives = {
  digest: (name, text) => hash(HASHES[name], text, 'buffer'),
  isSignedBy: (publicKey, scheme, signature, data) => {
    const key = readKey(publicKey, scheme)
    const { hash: name } = scheme.parameters
    return name === 'SHA-256' || name === 'SHA-384'
      ? verify(HASHES[name], data, { key, dsaEncoding: 'ieee-p1363' }, signature)
      : verify(null, data, key, signature)
  },
}
