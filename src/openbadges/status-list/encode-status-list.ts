import { base64urlnopad } from '@scure/base'
import { Gunzip, gzipSync } from 'fflate'

/** The least number of entries that a list may have, so that one entry tells little of its holder. */
export const MINIMUM_ENTRIES = 131_072
/** Some 16 million entries: larger lists are not read. */
const MAX_BYTES = 2 * 1024 * 1024
const MAX_ENCODED = 4 * 1024 * 1024

export type StatusListReason = 'not-encoded' | 'too-large' | 'too-short'
export type DecodedStatusList =
  | { readonly ok: true; readonly bits: Uint8Array }
  | { readonly ok: false; readonly reason: StatusListReason }

/**
 * Makes a list of `entries` places, all unset.
 *
 * @throws RangeError when there are fewer places than the specification allows, or no whole number of bytes
 */
export const createStatusBits = (entries: number = MINIMUM_ENTRIES): Uint8Array => {
  if (!Number.isSafeInteger(entries / 8) || entries < MINIMUM_ENTRIES || entries > MAX_BYTES * 8) {
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

/**
 * A list as `encodedList` holds it: gzip, then base64url with the multibase prefix `u`. The same bits always
 * give the same text.
 *
 * @throws RangeError when the list is shorter than the specification allows
 * @see Bitstring Status List 1.0, section 3.3 (Bitstring Generation Algorithm)
 */
export const encodeStatusList = (bits: Uint8Array): string => {
  if (bits.length * 8 < MINIMUM_ENTRIES) throw new RangeError('The status list is too short.')
  return `u${base64urlnopad.encode(gzipSync(bits, { mtime: 0, level: 9 }))}`
}

/** What a gzip stream says, at its end, of the length of what is in it; undefined when it is not gzip. */
const statedLength = (packed: Uint8Array): number | undefined => {
  if (packed.length < 18 || packed[0] !== 0x1f || packed[1] !== 0x8b) return undefined
  return new DataView(packed.buffer, packed.byteOffset).getUint32(packed.length - 4, true)
}

/** Unpacks gzip into at most MAX_BYTES; undefined when there is more. A bad stream throws. */
const unpack = (packed: Uint8Array): Uint8Array | undefined => {
  const chunks: Uint8Array[] = []
  let length = 0
  const gunzip = new Gunzip((chunk) => {
    length += chunk.length
    if (length <= MAX_BYTES) chunks.push(chunk)
  })
  for (let at = 0; at < packed.length && length <= MAX_BYTES; at += 1024) {
    gunzip.push(packed.subarray(at, at + 1024), at + 1024 >= packed.length)
  }
  if (length > MAX_BYTES) return undefined
  if (length !== statedLength(packed)) throw new RangeError('The stream is not whole.')
  const bits = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    bits.set(chunk, offset)
    offset += chunk.length
  }
  return bits
}

/**
 * Reads an `encodedList`. It may come from anyone: what is unpacked is limited to 2 MiB, some 16 million places.
 * Lists without the prefix `u`, as older issuers write them, are read too.
 *
 * @see Bitstring Status List 1.0, section 3.4 (Bitstring Expansion Algorithm)
 */
export const decodeStatusList = (encoded: string): DecodedStatusList => {
  if (encoded.length > MAX_ENCODED) return { ok: false, reason: 'too-large' }
  try {
    const bits = unpack(base64urlnopad.decode(encoded.replace(/^u/, '').replace(/=+$/, '')))
    if (!bits) return { ok: false, reason: 'too-large' }
    return bits.length * 8 < MINIMUM_ENTRIES ? { ok: false, reason: 'too-short' } : { ok: true, bits }
  } catch {
    return { ok: false, reason: 'not-encoded' }
  }
}
