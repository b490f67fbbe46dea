export { alignClaim, changeOwnClaim, recordClaim } from './claims'
export { confirmClaims, type Decision, decideOnClaim, waitingClaims } from './decisions'
export { addEvidence, getEvidenceFile, type NewEvidence, takeEvidenceAway } from './evidence'
export {
  type ConfirmedClaim,
  claimsForExport,
  confirmedClaimsWithin,
  getClaim,
  listClaims,
  suggestSkills,
} from './record'
export { drawSkillsRecord, skillsAsData, writeSkillsRecord } from './take-away'
