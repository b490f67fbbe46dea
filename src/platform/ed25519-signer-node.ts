import { createPrivateKey, sign } from 'node:crypto'
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
