import { CREDENTIALS_V2_URL } from '../../../contexts'
import type { JsonObject } from '../model/json'
import { formatInstant } from '../proof'
import { given } from './given'

export type StatusListCredentialInput = {
  /** The address that the list is published at. */
  readonly id: string
  /** The URI of the issuer of the credentials in the list. */
  readonly issuerId: string
  readonly validFrom: Date
  readonly validUntil?: Date | undefined
  readonly statusPurpose?: 'revocation' | 'suspension'
  /** What `encodeStatusList` gives. */
  readonly encodedList: string
  /** How long a copy may be kept, in milliseconds. */
  readonly ttl?: number | undefined
}

/**
 * An unsigned status list: which of an issuer's credentials are revoked, or suspended.
 *
 * @throws RangeError when a date is invalid
 * @see Bitstring Status List 1.0, section 2.2
 */
export const buildStatusListCredential = (
  input: StatusListCredentialInput,
): JsonObject & { readonly id: string } => ({
  '@context': [CREDENTIALS_V2_URL],
  id: input.id,
  type: ['VerifiableCredential', 'BitstringStatusListCredential'],
  issuer: { id: input.issuerId },
  validFrom: formatInstant(input.validFrom),
  ...given('validUntil', input.validUntil && formatInstant(input.validUntil)),
  credentialSubject: {
    id: `${input.id}#list`,
    type: 'BitstringStatusList',
    statusPurpose: input.statusPurpose ?? 'revocation',
    encodedList: input.encodedList,
    ...given('ttl', input.ttl),
  },
})
