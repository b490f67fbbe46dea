export {
  type AchievementInput,
  type AlignmentInput,
  type BuiltAchievement,
  buildAchievement,
  formatHours,
  type ResultDescriptionInput,
} from './build-achievement'
export {
  type AchievementCredentialInput,
  type BuiltCredential,
  buildAchievementCredential,
  type EvidenceInput,
  type SubjectInput,
} from './build-achievement-credential'
export {
  type AssociationInput,
  buildClrCredential,
  type ClrCredentialInput,
} from './build-clr-credential'
export { buildEndorsementCredential, type EndorsementCredentialInput } from './build-endorsement-credential'
export { buildIdentityObject, hashIdentity } from './build-identity-object'
export { type BuiltImage, buildImage, type ImageInput } from './build-image'
export { buildIssuerProfile, type IssuerProfile, type IssuerProfileInput } from './build-issuer-profile'
export type { StatusEntryInput } from './build-status-entry'
export { buildStatusListCredential, type StatusListCredentialInput } from './build-status-list-credential'
