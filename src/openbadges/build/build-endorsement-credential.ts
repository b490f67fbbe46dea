import { CREDENTIALS_V2_URL, OPEN_BADGES_URL } from '../../../contexts'
import { formatInstant } from '../proof'
import type { BuiltCredential } from './build-achievement-credential'
import type { IssuerProfile } from './build-issuer-profile'
import { buildStatusEntry, type StatusEntryInput } from './build-status-entry'
import { given } from './given'

export type EndorsementCredentialInput = {
  readonly id: string
  /** Who endorses. */
  readonly issuer: IssuerProfile
  /** What wallets list; the specification requires it here. */
  readonly name: string
  readonly description?: string | undefined
  /** The id of the credential, achievement or profile that is endorsed. */
  readonly endorsedId: string
  /** What the endorser says of it; Markdown. */
  readonly comment?: string | undefined
  readonly validFrom: Date
  readonly validUntil?: Date | undefined
  readonly awardedDate?: Date | undefined
  readonly status?: StatusEntryInput | undefined
}

/**
 * An unsigned endorsement: somebody speaks for a credential, an achievement or an issuer. It is a credential of
 * its own, is signed by the endorser, and then goes into `endorsement` of the thing endorsed.
 *
 * @throws RangeError when a date is invalid or the status index is not a place in a list
 * @see Open Badges 3.0, EndorsementCredential
 */
export const buildEndorsementCredential = (input: EndorsementCredentialInput): BuiltCredential => ({
  '@context': [CREDENTIALS_V2_URL, OPEN_BADGES_URL],
  id: input.id,
  type: ['VerifiableCredential', 'EndorsementCredential'],
  name: input.name,
  ...given('description', input.description),
  issuer: input.issuer,
  validFrom: formatInstant(input.validFrom),
  ...given('validUntil', input.validUntil && formatInstant(input.validUntil)),
  ...given('awardedDate', input.awardedDate && formatInstant(input.awardedDate)),
  credentialSubject: {
    id: input.endorsedId,
    type: ['EndorsementSubject'],
    ...given('endorsementComment', input.comment),
  },
  ...given('credentialStatus', input.status && buildStatusEntry(input.status)),
})
