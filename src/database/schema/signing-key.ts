import type { Generated } from 'kysely'

/** A key that signs for an organisation. Public columns are published for ever, the wrapped key never. */
export type SigningKeyTable = {
  organisation_id: string
  id: string
  /** Fragment of the verification method, such as key-1. */
  fragment: string
  algorithm: 'Ed25519' | 'ES256'
  public_key_multibase: string
  /** The private key, encrypted under the key-encryption key; only the key store can use it. */
  wrapped_private_key: string
  created_at: Generated<Date>
  /** From then on another key signs; what this one signed stays valid. */
  retired_at: Date | null
  /** Somebody else may have had the key since; what it signed from then on does not count. */
  compromised_at: Date | null
}
