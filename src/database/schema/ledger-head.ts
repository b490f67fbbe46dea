import type { Generated } from 'kysely'

/** The last entry of a person's chain: who adds to the chain locks it first. */
export type LedgerHeadTable = {
  organisation_id: string
  person_id: string
  /** 0 before the first entry. */
  sequence: Generated<number>
  /** The root of the chain: the hash of its last entry, in hexadecimal. */
  hash: string
}
