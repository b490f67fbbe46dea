/** Where people come and go at a library: a tablet that was linked to it, or a poster with a code to scan. */
export type CheckInPointTable = {
  organisation_id: string
  id: string
  branch_id: string
  kind: 'tablet' | 'poster'
  /** Part of its address; of a tablet it opens nothing by itself. */
  key: string
  /** SHA-256 of what the linked tablet keeps, in hexadecimal. */
  device_hash: string | null
  created_by: string
  created_at: Date
  linked_at: Date | null
  /** From then on it takes nobody in. */
  revoked_at: Date | null
}
