export {
  type Achievement,
  type Alignment,
  type Evidence,
  type Image,
  type Profile,
  type ResultDescription,
  zAchievement,
  zAlignment,
  zEvidence,
  zImage,
  zProfile,
  zResultDescription,
} from './achievement'
export {
  type AchievementCredential,
  type AchievementSubject,
  type BitstringStatusListCredential,
  type IdentityObject,
  type Result,
  zAchievementCredential,
  zAchievementSubject,
  zBitstringStatusListCredential,
  zIdentityObject,
  zResult,
} from './credential'
export { isJsonObject, type JsonObject } from './json'
export { type DataIntegrityProof, zDataIntegrityProof } from './proof'
export {
  type BitstringStatusListEntry,
  type CredentialStatus,
  zBitstringStatusListEntry,
  zCredentialStatus,
} from './status'
