import { z } from 'zod'
import { zAchievement, zEvidence, zImage, zOneOrMany, zProfile, zTypes, zUri } from './achievement'
import { zDataIntegrityProof } from './proof'
import { zCredentialStatus } from './status'

/** xsd:dateTimeStamp: a date, a time and a zone. */
export const zInstant = z.iso.datetime({ offset: true })

export const zIdentityObject = z.strictObject({
  type: z.literal('IdentityObject'),
  hashed: z.boolean(),
  identityHash: z.string(),
  identityType: z.string(),
  salt: z.string().optional(),
})
export type IdentityObject = z.infer<typeof zIdentityObject>

export const zResult = z.looseObject({
  type: zTypes('Result'),
  resultDescription: z.string().optional(),
  value: z.string().optional(),
  status: z.string().optional(),
  achievedLevel: z.string().optional(),
})
export type Result = z.infer<typeof zResult>

export const zAchievementSubject = z.looseObject({
  id: zUri.optional(),
  type: zTypes('AchievementSubject'),
  identifier: zOneOrMany(z.looseObject({ identityHash: z.string(), identityType: z.string() })).optional(),
  achievement: zAchievement,
  activityStartDate: z.string().optional(),
  activityEndDate: z.string().optional(),
  creditsEarned: z.number().optional(),
  narrative: z.string().optional(),
  role: z.string().optional(),
  term: z.string().optional(),
  licenseNumber: z.string().optional(),
  image: zImage.optional(),
  source: zProfile.optional(),
  result: zOneOrMany(zResult).optional(),
})
export type AchievementSubject = z.infer<typeof zAchievementSubject>

/** What credentials of data model 1.1 and 2.0 have in common: dates differ by name, so both are optional here. */
const credentialMembers = {
  '@context': z.array(z.union([z.string(), z.looseObject({})])).min(1),
  id: zUri,
  issuer: z.union([z.string(), zProfile]),
  name: z.string().optional(),
  description: z.string().optional(),
  validFrom: zInstant.optional(),
  validUntil: zInstant.optional(),
  issuanceDate: zInstant.optional(),
  expirationDate: zInstant.optional(),
  awardedDate: z.string().optional(),
  credentialStatus: zOneOrMany(zCredentialStatus).optional(),
  proof: zOneOrMany(zDataIntegrityProof).optional(),
}

/**
 * An Open Badges 3.0 credential by shape, ours or another issuer's. Parsing says nothing of its truth, and the
 * parsed value is for reading only: store, verify and show on the document as it came.
 *
 * @see Open Badges 3.0, section B.1.2 (AchievementCredential)
 */
export const zAchievementCredential = z.looseObject({
  ...credentialMembers,
  type: zTypes('OpenBadgeCredential', 'AchievementCredential'),
  image: zImage.optional(),
  evidence: zOneOrMany(zEvidence).optional(),
  credentialSubject: zAchievementSubject,
})
export type AchievementCredential = z.infer<typeof zAchievementCredential>

/**
 * A status list by shape.
 *
 * @see Bitstring Status List 1.0, section 2.2 (BitstringStatusListCredential)
 */
export const zBitstringStatusListCredential = z.looseObject({
  ...credentialMembers,
  id: zUri.optional(),
  issuer: z.union([z.string(), z.looseObject({ id: z.string() })]),
  type: zTypes('BitstringStatusListCredential'),
  credentialSubject: z.looseObject({
    id: z.string().optional(),
    type: z.literal('BitstringStatusList'),
    statusPurpose: zOneOrMany(z.string()),
    encodedList: z.string(),
    ttl: z.number().optional(),
  }),
})
export type BitstringStatusListCredential = z.infer<typeof zBitstringStatusListCredential>
