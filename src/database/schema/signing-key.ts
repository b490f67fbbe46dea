import type { Generated, JSONColumnType } from 'kysely'
import type { RsaPublicJwk } from '../../openbadges/proof'

/** A key that signs for an organisation. Public columns are published for ever, the wrapped key never. */
export type SigningKeyTable = {
  organisation_id: string
  id: string
  /** Fragment of the verification method, such as key-1. */
  fragment: string
  algorithm: 'Ed25519' | 'ES256' | 'RS256'
  /** Of an Ed25519 or ES256 key; null for one of RSA, which has no multibase form. */
  public_key_multibase: string | null
  /** Of an RSA key; null for the others. */
  public_key_jwk: JSONColumnType<RsaPublicJwk | null, string | null, never>
  /** The private key, encrypted under the key-encryption key; only the key store can use it. */
  wrapped_private_key: string
  created_at: Generated<Date>
  /** From then on another key signs; what this one signed stays valid. */
  retired_at: Date | null
  /** Somebody else may have had the key since; what it signed from then on does not count. */
  compromised_at: Date | null
}
