export { type JwtKeyReference, signCredentialJwt } from './credential-jwt'
export {
  buildDidWeb,
  buildDidWebDocument,
  buildJwks,
  type DidDocument,
  type DidKey,
  type DidVerificationMethod,
  didWebDocumentUrl,
  type Jwks,
} from './did-web'
export {
  buildProofOptions,
  type Eddsa2022Proof,
  type ProofReason,
  type ProofVerification,
  type Signed,
  signDocument,
  verifyEddsaRdfc2022Proof,
} from './eddsa-rdfc-2022'
export { compressPoint, decompressPoint, type EllipticCurve, type EllipticPoint } from './elliptic-points'
export { encodeBase58btc } from './encode-base58btc'
export { formatInstant } from './format-instant'
export {
  decodeMultikey,
  encodeMultikey,
  fromPublicJwk,
  type KeyCurve,
  type PublicJwk,
  type PublicKey,
  toPublicJwk,
} from './multikey'
export {
  createSignerFromJwk,
  generateKeyPair,
  type KeyPair,
  type PrivateJwk,
  type SignatureAlgorithm,
  type Signer,
  type SyncSigner,
  toBase64Url,
  toKeyPair,
} from './signer'
