/**
 * A number from 0 up to, not including, `limit` that follows from the words alone: the same words give the same
 * number on every machine, and a word more gives another. FNV-1a over the UTF-16 units, then mixed.
 */
export const rollDice = (limit: number, ...words: readonly (string | number)[]): number => {
  let hash = 2_166_136_261
  for (const unit of words.join(' ')) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 16_777_619)
  hash = Math.imul(hash ^ (hash >>> 16), 2_246_822_507)
  hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909)
  return ((hash ^ (hash >>> 16)) >>> 0) % limit
}
