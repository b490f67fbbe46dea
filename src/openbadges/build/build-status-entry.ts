export type StatusEntryInput = {
  /** The address of the status list. */
  readonly statusListCredential: string
  /** The place in the list, from 0. */
  readonly statusListIndex: number | string
  readonly statusPurpose?: 'revocation' | 'suspension'
}

/**
 * The entry that says in which list, and where in it, the status of a credential stands.
 *
 * @throws RangeError when the index is not a place in a status list
 * @see Bitstring Status List 1.0, section 2.1 (BitstringStatusListEntry)
 */
export const buildStatusEntry = ({
  statusListCredential,
  statusListIndex,
  statusPurpose,
}: StatusEntryInput) => {
  const index = String(statusListIndex)
  if (!/^(0|[1-9]\d{0,14})$/.test(index)) throw new RangeError(`${index} is not a place in a status list.`)
  return {
    type: 'BitstringStatusListEntry',
    statusPurpose: statusPurpose ?? 'revocation',
    statusListIndex: index,
    statusListCredential,
  }
}
