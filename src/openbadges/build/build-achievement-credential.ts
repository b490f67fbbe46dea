import { CREDENTIALS_V2_URL, OPEN_BADGES_URL } from '../../../contexts'
import type { IdentityObject } from '../model/credential'
import type { JsonObject } from '../model/json'
import { formatInstant } from '../proof'
import { type AlignmentInput, type BuiltAchievement, buildAlignment } from './build-achievement'
import { buildImage, type ImageInput } from './build-image'
import type { IssuerProfile } from './build-issuer-profile'
import { buildStatusEntry, type StatusEntryInput } from './build-status-entry'
import { given } from './given'

export type EvidenceInput = {
  /** The address of the evidence, where it has one. */
  readonly id?: string | undefined
  readonly name?: string | undefined
  readonly description?: string | undefined
  readonly narrative?: string | undefined
  readonly genre?: string | undefined
  readonly audience?: string | undefined
}

export type ResultInput = {
  readonly resultDescription?: string | undefined
  readonly value?: string | undefined
  /** What this person's result shows, beside what the achievement is aligned to. */
  readonly alignments?: readonly AlignmentInput[] | undefined
}

export type SubjectInput = {
  /** An opaque `urn:uuid:` made for this person or this award; a JWT cannot do without. */
  readonly id: string
  readonly identifiers?: readonly IdentityObject[] | undefined
  readonly activityStart?: Date | undefined
  readonly activityEnd?: Date | undefined
  readonly role?: string | undefined
  readonly term?: string | undefined
  readonly narrative?: string | undefined
  readonly licenseNumber?: string | undefined
  /** Results by the id of a result description of the achievement, where it has one; values are text, hours too. */
  readonly results?: readonly ResultInput[] | undefined
}

export type AchievementCredentialInput = {
  readonly id: string
  readonly issuer: IssuerProfile
  readonly achievement: BuiltAchievement
  readonly subject: SubjectInput
  readonly validFrom: Date
  readonly validUntil?: Date | undefined
  /** When the achievement was awarded, where a later edition of the credential has a later `validFrom`. */
  readonly awardedDate?: Date | undefined
  /** What wallets list; the achievement's name where absent. */
  readonly name?: string | undefined
  readonly description?: string | undefined
  readonly image?: ImageInput | undefined
  readonly evidence?: readonly EvidenceInput[] | undefined
  /** Endorsements of this credential, each signed and about its id. */
  readonly endorsements?: readonly JsonObject[] | undefined
  readonly status?: StatusEntryInput | undefined
}

export type BuiltCredential = JsonObject & {
  readonly '@context': readonly string[]
  readonly id: string
  readonly type: readonly string[]
  readonly issuer: IssuerProfile
  readonly validFrom: string
  readonly name: string
}

const buildSubject = (subject: SubjectInput, achievement: BuiltAchievement) => ({
  id: subject.id,
  type: ['AchievementSubject'],
  ...given('identifier', subject.identifiers),
  ...given('activityStartDate', subject.activityStart && formatInstant(subject.activityStart)),
  ...given('activityEndDate', subject.activityEnd && formatInstant(subject.activityEnd)),
  ...given('role', subject.role),
  ...given('term', subject.term),
  ...given('narrative', subject.narrative),
  ...given('licenseNumber', subject.licenseNumber),
  ...given(
    'result',
    subject.results?.map(({ resultDescription, value, alignments }) => ({
      type: ['Result'],
      ...given('resultDescription', resultDescription),
      ...given('value', value),
      ...given('alignment', alignments?.map(buildAlignment)),
    })),
  ),
  achievement,
})

const buildEvidence = (evidence: EvidenceInput) => ({
  ...given('id', evidence.id),
  type: ['Evidence'],
  ...given('name', evidence.name),
  ...given('description', evidence.description),
  ...given('narrative', evidence.narrative),
  ...given('genre', evidence.genre),
  ...given('audience', evidence.audience),
})

/**
 * An unsigned Open Badges 3.0 credential: one person earned one achievement. Instants are written in whole
 * seconds, absent members are left out, and everything that the specification allows to be a list is one.
 *
 * @throws RangeError when a date is invalid or the status index is not a place in a list
 * @see Open Badges 3.0, section B.1.2 (AchievementCredential)
 */
export const buildAchievementCredential = (input: AchievementCredentialInput): BuiltCredential => ({
  '@context': [CREDENTIALS_V2_URL, OPEN_BADGES_URL],
  id: input.id,
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: input.name ?? input.achievement.name,
  ...given('description', input.description),
  ...given('image', input.image && buildImage(input.image)),
  issuer: input.issuer,
  validFrom: formatInstant(input.validFrom),
  ...given('validUntil', input.validUntil && formatInstant(input.validUntil)),
  ...given('awardedDate', input.awardedDate && formatInstant(input.awardedDate)),
  credentialSubject: buildSubject(input.subject, input.achievement),
  ...given('evidence', input.evidence?.map(buildEvidence)),
  ...given('endorsement', input.endorsements),
  ...given('credentialStatus', input.status && buildStatusEntry(input.status)),
})
