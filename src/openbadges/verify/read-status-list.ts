import { base64urlnopad } from '@scure/base'
import { Gunzip } from 'fflate'

/** The fewest entries that a status list may have. */
export const minStatusEntries = 131_072

/** The most bytes that a list may unpack to: 128 million entries. */
const maxListBytes = 16 * 1024 * 1024
const piece = 8 * 1024

const packedSize = (packed: Uint8Array): number | undefined =>
  packed.length < 18
    ? undefined
    : new DataView(packed.buffer, packed.byteOffset).getUint32(packed.length - 4, true)

class ListTooLarge extends Error {}

/**
 * Unpacks the `encodedList` of a status list into its bits, bounded at 16 MB. Undefined where it is not
 * gzip in base64url with the multibase letter `u`, or is larger.
 *
 * @see Bitstring Status List 1.0, 3.4 Bitstring Expansion Algorithm
 */
export const readStatusList = (encodedList: unknown): Uint8Array | undefined => {
  if (typeof encodedList !== 'string' || !encodedList.startsWith('u')) return undefined
  const parts: Uint8Array[] = []
  let size = 0
  let packed = new Uint8Array()
  try {
    packed = new Uint8Array(base64urlnopad.decode(encodedList.slice(1).replace(/=+$/, '')))
    const stream = new Gunzip((part) => {
      size += part.length
      if (size > maxListBytes) throw new ListTooLarge()
      parts.push(part)
    })
    for (let at = 0; at < packed.length; at += piece) {
      stream.push(packed.subarray(at, at + piece), at + piece >= packed.length)
    }
  } catch {
    return undefined
  }
  // A gzip stream ends with the size of what was packed: less than that is a list cut short.
  if (packedSize(packed) !== size) return undefined
  const bits = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    bits.set(part, at)
    at += part.length
  }
  return bits
}

/** The bit at an index, counted from the left; undefined past the end. */
export const readStatusBit = (bits: Uint8Array, index: number): boolean | undefined => {
  const byte = bits[Math.floor(index / 8)]
  return byte === undefined ? undefined : (byte & (0x80 >> (index % 8))) !== 0
}
