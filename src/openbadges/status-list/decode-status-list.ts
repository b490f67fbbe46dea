import { base64urlnopad } from '@scure/base'
import { Gunzip } from 'fflate'
import { MINIMUM_ENTRIES } from './status-bits'

/** The most bytes that a list may unpack to, 16 MB: some 134 million places. */
const MAX_BYTES = 16 * 1024 * 1024
/** Longer text than the worst packing of a list of that size is not even decoded. */
const MAX_ENCODED = 24 * 1024 * 1024
/** How much is unpacked at a time: a piece may grow a thousandfold before its size is seen. */
const PIECE = 8 * 1024

/** The kinds of list: newer ones carry the multibase letter `u` before the text, the older ones do not. */
export type StatusListKind = 'BitstringStatusList' | 'StatusList2021'
export type DecodedStatusList =
  | { readonly ok: true; readonly bits: Uint8Array }
  | { readonly ok: false; readonly reason: 'too-short'; readonly bits: Uint8Array }
  | { readonly ok: false; readonly reason: 'not-encoded' | 'too-large'; readonly bits?: undefined }

class TooLarge extends Error {}

const join = (parts: readonly Uint8Array[], length: number): Uint8Array => {
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** What a gzip stream says, at its end, of the length of what is in it. */
const statedLength = (packed: Uint8Array): number | undefined =>
  packed.length < 18
    ? undefined
    : new DataView(packed.buffer, packed.byteOffset).getUint32(packed.length - 4, true)

/** Unpacks gzip into at most MAX_BYTES; undefined for a stream that was cut short. A bad stream throws. */
const unpack = (packed: Uint8Array): Uint8Array | undefined => {
  const parts: Uint8Array[] = []
  let length = 0
  const gunzip = new Gunzip((part) => {
    length += part.length
    if (length > MAX_BYTES) throw new TooLarge()
    parts.push(part)
  })
  for (let at = 0; at < packed.length; at += PIECE) {
    gunzip.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length)
  }
  return length === statedLength(packed) ? join(parts, length) : undefined
}

/** The text without what goes round it; undefined where a Bitstring list lacks its multibase letter. */
const readText = (encoded: unknown, kind: StatusListKind): string | undefined => {
  if (typeof encoded !== 'string') return undefined
  if (kind === 'BitstringStatusList') return encoded.startsWith('u') ? encoded.slice(1) : undefined
  // Issuers of the older kind have written it with and without the letter; gzip itself never begins with it.
  return encoded.startsWith('u') ? encoded.slice(1) : encoded
}

/**
 * Reads an `encodedList` into its bits: gzip in base64url, after the multibase letter `u` for a Bitstring list.
 * A list with fewer places than the specification allows is `too-short`, and its bits are given all the same, so
 * that a place which is set in it counts.
 *
 * Trust: the text may come from anyone. What is unpacked is limited to 16 MB, and a stream that was cut short is
 * refused.
 *
 * @see Bitstring Status List 1.0, section 3.4 (Bitstring Expansion Algorithm); Status List 2021, section 3.3
 */
export const decodeStatusList = (
  encoded: unknown,
  kind: StatusListKind = 'BitstringStatusList',
): DecodedStatusList => {
  const text = readText(encoded, kind)
  if (text === undefined) return { ok: false, reason: 'not-encoded' }
  if (text.length > MAX_ENCODED) return { ok: false, reason: 'too-large' }
  try {
    const bits = unpack(Uint8Array.from(base64urlnopad.decode(text.replace(/=+$/, ''))))
    if (bits === undefined) return { ok: false, reason: 'not-encoded' }
    return bits.length * 8 < MINIMUM_ENTRIES ? { ok: false, reason: 'too-short', bits } : { ok: true, bits }
  } catch (error) {
    return { ok: false, reason: error instanceof TooLarge ? 'too-large' : 'not-encoded' }
  }
}
