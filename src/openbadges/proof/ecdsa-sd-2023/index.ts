export { type Derived, type DeriveReason, deriveCredential } from './derive-credential'
export {
  type BaseProofValue,
  type DerivedProofValue,
  readBaseProofValue,
  readDerivedProofValue,
} from './proof-value'
export { PointerError, selectDocument } from './select-document'
export { type SdProof, type SelectivelySigned, signSelectively } from './sign-selectively'
export { isSdProof, verifyDerivedProof } from './verify-derived-proof'
