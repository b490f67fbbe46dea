import { base64urlnopad } from '@scure/base'
import { gzipSync } from 'fflate'
import { MINIMUM_ENTRIES } from './status-bits'

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
