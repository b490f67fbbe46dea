export { type JwtKeyReference, signCredentialJwt, signEnvelopedCredential } from './credential-jwt'
export {
  buildDidWeb,
  buildDidWebDocument,
  buildJwks,
  type DidDocument,
  type DidKey,
  type DidVerificationMethod,
  didWebDocumentUrl,
  type Jwks,
  type PublishedKey,
} from './did-web'
export {
  type BaseProofValue,
  type Derived,
  type DerivedProofValue,
  type DeriveReason,
  deriveCredential,
  isSdProof,
  PointerError,
  readBaseProofValue,
  readDerivedProofValue,
  type SdProof,
  type SelectivelySigned,
  selectDocument,
  signSelectively,
  verifyDerivedProof,
} from './ecdsa-sd-2023'
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
  keepKeys,
  type Primitives,
  type SignatureScheme,
  type SyncPrimitives,
  webPrimitives,
} from './primitives'
export {
  buildProofOptions,
  type Canonicalise,
  isRdfcProof,
  type ProofReason,
  type ProofVerification,
  type RdfcProof,
  type RdfcSuite,
  type Signed,
  signDocument,
  verifyRdfcProof,
} from './rdfc-proof'
export {
  createRsaSigner,
  generateRsaKeyPair,
  type RsaKeyPair,
  type RsaPrivateJwk,
  type RsaPublicJwk,
} from './rsa-key'
export { type SignedCredential, signCredential } from './sign-credential'
export {
  createSignerFromJwk,
  generateKeyPair,
  type JwtSigner,
  type KeyPair,
  type PrivateJwk,
  type SignatureAlgorithm,
  type Signer,
  type SyncSigner,
  toBase64Url,
  toKeyPair,
} from './signer'
