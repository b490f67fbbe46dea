const ROUNDS = 8

/** A mixing function of 32 bits (the finaliser of MurmurHash3). */
const mix = (value: number): number => {
  let mixed = value >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

const roundKeys = (key: Uint8Array): number[] =>
  Array.from({ length: ROUNDS }, (_, round) => {
    let state = mix(round + 1)
    for (const byte of key) state = mix((state ^ byte) + 0x9e3779b9)
    return state
  })

/** One pass of a balanced Feistel network over 2 × `half` bits: a bijection for any keys. */
const feistel = (value: number, half: number, keys: readonly number[]): number => {
  const mask = 2 ** half - 1
  let left = Math.floor(value / 2 ** half)
  let right = value & mask
  for (const key of keys) [left, right] = [right, (left ^ (mix(right ^ key) & mask)) >>> 0]
  return left * 2 ** half + right
}

/**
 * The place in a status list for the award with the running number `counter`: every number from 0 below `size`
 * gets a place of its own, in an order that looks random to those without the key. So places are never given
 * twice, no table of used ones is needed, and neighbours in a list tell nothing of who was awarded when.
 *
 * `key` is 16 or more random bytes kept for each list. It hides the order, it protects no secret.
 *
 * @throws RangeError when `counter` is not a whole number below `size`, or the key is short
 * @see Bitstring Status List 1.0, section 5.2 (random assignment of indexes)
 */
export const permuteIndex = (options: {
  readonly key: Uint8Array
  readonly counter: number
  readonly size: number
}): number => {
  const { key, counter, size } = options
  if (!Number.isSafeInteger(size) || size < 1 || size > 2 ** 30)
    throw new RangeError('The size is out of range.')
  if (!Number.isSafeInteger(counter) || counter < 0 || counter >= size)
    throw new RangeError('The list is full.')
  if (key.length < 16) throw new RangeError('The key has fewer than 16 bytes.')
  const half = Math.max(1, Math.ceil(Math.log2(size) / 2))
  const keys = roundKeys(key)
  let place = feistel(counter, half, keys)
  while (place >= size) place = feistel(place, half, keys)
  return place
}
