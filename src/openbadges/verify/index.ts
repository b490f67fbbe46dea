export type { FetchDocument, FetchedDocument } from './document-source'
export { type CommandLineReport, toCommandLineReport, writePlainReport } from './format-report'
export {
  type Bilingual,
  type Check,
  type CheckId,
  type CheckOutcome,
  type CredentialSummary,
  checkIds,
  type Problem,
  type Verdict,
  type VerificationReport,
} from './report'
export { summariseCredential } from './summarise-credential'
export { checkTexts, headlineTexts, type ProblemCode, problemTexts, reportTexts } from './text'
export { type KnownIssuer, type VerifyInput, type VerifyOptions, verifyCredential } from './verify-credential'
