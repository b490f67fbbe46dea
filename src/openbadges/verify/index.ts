export { checkCredentialModel } from './check-data-model'
export { checkJsonLd } from './check-json-ld'
export type { FetchDocument, FetchedDocument } from './document-source'
export { buildProblem, readDateTimeStamp } from './findings'
export { type CommandLineReport, listInside, toCommandLineReport, writePlainReport } from './format-report'
export { parseJsonObject } from './parse-credential'
export { checkRelatedResources, type FetchBytes } from './related-resource'
export {
  type Bilingual,
  type Check,
  type CheckId,
  type CheckOutcome,
  type CredentialKind,
  type CredentialSummary,
  checkIds,
  type InnerReport,
  type Problem,
  recordCheckIds,
  type Verdict,
  type VerificationReport,
} from './report'
export { summariseCredential } from './summarise-credential'
export { checkTexts, headlineTexts, type ProblemCode, problemTexts, reportTexts } from './text'
export { openUnsecured } from './unsecured'
export { type KnownIssuer, type VerifyInput, type VerifyOptions, verifyCredential } from './verify-credential'
export {
  type GenericCheck,
  type GenericOptions,
  type GenericReport,
  genericChecks,
  verifyGenericCredential,
} from './verify-generic-credential'
export { type PresentationReport, verifyPresentation } from './verify-presentation'
