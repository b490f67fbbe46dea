import { createPrivateKey, hash, sign } from 'node:crypto'
import type { Sha256 } from '../openbadges/compile'
import type { PrivateJwk, SyncSigner } from '../openbadges/proof'

/** An Ed25519 signer that answers at once, for large batches: WebCrypto would wait for a thread each time. */
export const createNodeEd25519Signer = (options: {
  readonly privateKeyJwk: PrivateJwk
  readonly verificationMethod: string
}): SyncSigner => {
  const { kty, crv, x, d } = options.privateKeyJwk
  const key = createPrivateKey({ key: { kty, crv, x, d }, format: 'jwk' })
  return {
    verificationMethod: options.verificationMethod,
    algorithm: 'Ed25519',
    sign: (data) => sign(null, data, key),
  }
}

/** SHA-256 of a text by OpenSSL. */
export const nodeSha256: Sha256 = (text) => hash('sha256', text, 'buffer')
