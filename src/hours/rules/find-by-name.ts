import { foldName } from '../../people/rules/fold-name'

/** A file names few roles and libraries, many times. */
const keptTexts = 500

/**
 * A lookup of roles or branches by any of the names each goes by, whatever the case, accents and punctuation.
 * The first to claim a name keeps it.
 */
export const findByName = <T>(
  items: readonly T[],
  namesOf: (item: T) => readonly (string | null)[],
): ((text: string) => T | undefined) => {
  const byName = new Map<string, T>()
  for (const item of items) {
    for (const name of namesOf(item)) {
      const key = name === null ? '' : foldName(name)
      if (key !== '' && !byName.has(key)) byName.set(key, item)
    }
  }
  const folded = new Map<string, string>()
  return (text) => {
    const key = folded.get(text) ?? foldName(text)
    if (folded.size < keptTexts) folded.set(text, key)
    return byName.get(key)
  }
}
