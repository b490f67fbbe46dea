export type { Sha256 } from './blank-nodes'
export {
  type CompiledCredential,
  type CompileOptions,
  type CompileResult,
  compileCredential,
  type IssuedCredential,
} from './compile-credential'
export { type CredentialIssuer, createCredentialIssuer } from './create-credential-issuer'
export { createSentinels, type SlotKind, type SlotValues } from './slots'
