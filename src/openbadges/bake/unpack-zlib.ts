import { Unzlib } from 'fflate'

const piece = 8 * 1024

/** Raised where packed data hold more than the reader allows. */
export class UnpackLimitError extends Error {}

/**
 * Unpacks zlib data. Throws `UnpackLimitError` past `limit` bytes, whatever the data promise; undefined for
 * anything that is not zlib. Trust: any bytes may come in.
 *
 * @see RFC 1950
 */
export const unpackZlib = (data: Uint8Array, limit: number): Uint8Array | undefined => {
  const parts: Uint8Array[] = []
  let size = 0
  const stream = new Unzlib((part) => {
    size += part.length
    if (size > limit) throw new UnpackLimitError()
    parts.push(part)
  })
  try {
    for (let at = 0; at < data.length; at += piece)
      stream.push(data.subarray(at, at + piece), at + piece >= data.length)
  } catch (error) {
    if (error instanceof UnpackLimitError) throw error
    if (parts.length === 0) return undefined
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
