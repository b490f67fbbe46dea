/** The least number of entries that a list may have, so that one entry tells little of its holder. */
export const MINIMUM_ENTRIES = 131_072

/**
 * Makes a list of `entries` places, all unset.
 *
 * @throws RangeError when there are fewer places than the specification allows, or no whole number of bytes
 */
export const createStatusBits = (entries: number = MINIMUM_ENTRIES): Uint8Array => {
  if (!Number.isSafeInteger(entries / 8) || entries < MINIMUM_ENTRIES) {
    throw new RangeError(`A status list has ${MINIMUM_ENTRIES} or more places, in whole bytes.`)
  }
  return new Uint8Array(entries / 8)
}

/**
 * Tells whether the place `index` (from 0) is set: the first place is the highest bit of the first byte.
 * Undefined where the list has no such place.
 *
 * @see Bitstring Status List 1.0, section 3.2 (Validate Algorithm)
 */
export const readStatusBit = (bits: Uint8Array, index: number): boolean | undefined => {
  const byte = Number.isSafeInteger(index) && index >= 0 ? bits[Math.floor(index / 8)] : undefined
  return byte === undefined ? undefined : (byte & (0x80 >> (index % 8))) !== 0
}

/**
 * Sets or clears the place `index` (from 0) in the given list.
 *
 * @throws RangeError when the list has no such place
 */
export const writeStatusBit = (bits: Uint8Array, index: number, set: boolean): void => {
  if (readStatusBit(bits, index) === undefined) throw new RangeError(`The list has no place ${index}.`)
  const [at, mask] = [Math.floor(index / 8), 0x80 >> (index % 8)]
  bits[at] = set ? (bits[at] ?? 0) | mask : (bits[at] ?? 0) & ~mask
}
