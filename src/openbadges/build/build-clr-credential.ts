import { CLR_URL, CREDENTIALS_V2_URL, OPEN_BADGES_URL } from '../../../contexts'
import { type AssociationType, listAchievementIds } from '../model/clr'
import type { IdentityObject } from '../model/credential'
import { isJsonObject, type JsonObject } from '../model/json'
import { formatInstant } from '../proof'
import type { BuiltAchievement } from './build-achievement'
import type { BuiltCredential } from './build-achievement-credential'
import { buildImage, type ImageInput } from './build-image'
import type { IssuerProfile } from './build-issuer-profile'
import { buildStatusEntry, type StatusEntryInput } from './build-status-entry'
import { given } from './given'

export type AssociationInput = {
  readonly associationType: AssociationType
  /** The ids of two achievements in the record. */
  readonly sourceId: string
  readonly targetId: string
}

export type ClrCredentialInput = {
  readonly id: string
  readonly issuer: IssuerProfile
  readonly name: string
  readonly description?: string | undefined
  readonly image?: ImageInput | undefined
  /** Whether this is only a part of what the issuer knows; left out where it is not said. */
  readonly partial?: boolean | undefined
  readonly subject: { readonly id: string; readonly identifiers?: readonly IdentityObject[] | undefined }
  /** The badges of the record as they were signed, each with its own proof; at least one. */
  readonly credentials: readonly JsonObject[]
  /** Achievements that are told without a badge. */
  readonly achievements?: readonly BuiltAchievement[] | undefined
  readonly associations?: readonly AssociationInput[] | undefined
  readonly validFrom: Date
  readonly validUntil?: Date | undefined
  readonly awardedDate?: Date | undefined
  readonly status?: StatusEntryInput | undefined
}

const needed = ['@context', 'type', 'issuer', 'validFrom', 'credentialSubject', 'proof']

const checkSigned = (credentials: readonly JsonObject[]) => {
  if (credentials.length === 0) throw new RangeError('A learner record holds at least one credential.')
  for (const credential of credentials) {
    const absent = needed.find((name) => credential[name] === undefined)
    if (!isJsonObject(credential) || absent !== undefined)
      throw new RangeError(`A credential in a learner record has its ${absent ?? 'members'}.`)
  }
}

const checkAssociations = (subject: JsonObject, associations: readonly AssociationInput[]) => {
  const ids = listAchievementIds(subject)
  const loose = associations.flatMap(({ sourceId, targetId }) => [sourceId, targetId])
  const unknown = loose.find((id) => !ids.has(id))
  if (unknown !== undefined)
    throw new RangeError(`${unknown} is not the id of an achievement in this learner record.`)
}

/**
 * An unsigned learner record (CLR 2.0): the signed badges of one person, each kept whole with its own proof,
 * and how their achievements belong together. Sign the badges first, then this.
 *
 * @throws RangeError when there is no badge, a badge is not signed, an association names an achievement that
 *   is not in the record, a date is invalid, or the status index is not a place in a list
 * @see Comprehensive Learner Record 2.0, ClrCredential, ClrSubject, Association
 */
export const buildClrCredential = (input: ClrCredentialInput): BuiltCredential => {
  checkSigned(input.credentials)
  const associations = input.associations ?? []
  const credentialSubject = {
    id: input.subject.id,
    type: ['ClrSubject'],
    ...given('identifier', input.subject.identifiers),
    verifiableCredential: input.credentials,
    ...given('achievement', input.achievements),
    ...given(
      'association',
      associations.map(({ associationType, sourceId, targetId }) => ({
        type: 'Association',
        associationType,
        sourceId,
        targetId,
      })),
    ),
  }
  checkAssociations(credentialSubject, associations)
  return {
    '@context': [CREDENTIALS_V2_URL, CLR_URL, OPEN_BADGES_URL],
    id: input.id,
    type: ['VerifiableCredential', 'ClrCredential'],
    name: input.name,
    ...given('description', input.description),
    ...given('image', input.image && buildImage(input.image)),
    ...given('partial', input.partial),
    issuer: input.issuer,
    validFrom: formatInstant(input.validFrom),
    ...given('validUntil', input.validUntil && formatInstant(input.validUntil)),
    ...given('awardedDate', input.awardedDate && formatInstant(input.awardedDate)),
    credentialSubject,
    ...given('credentialStatus', input.status && buildStatusEntry(input.status)),
  }
}
