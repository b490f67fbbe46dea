import type { Generated } from 'kysely'

/** A Bitstring status list. Indexes come from a keyed permutation of a counter, so none is given twice. */
export type StatusListTable = {
  organisation_id: string
  id: string
  purpose: 'revocation' | 'suspension'
  /** Number of entries. */
  size: number
  /** Key of the permutation, hex. */
  permutation_key: string
  /** How many indexes have been given out. */
  allocated: Generated<number>
  /** Goes up with every change of a status. */
  revision: Generated<number>
  /** The signed list and the revision it was made from. */
  document: string | null
  document_revision: number | null
  /** Until when the signed list holds, and the fragment of the key that signed it. */
  document_until: Date | null
  document_key: string | null
  opened_at: Generated<Date>
}
