const address = /[^\s@<>"',;:()[\]]+@[^\s@<>"',;:()[\]]+\.[\p{L}\p{N}-]+/gu

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Words as they may stand in a record, and what is put in place of somebody else's name or address. */
export type Redaction = {
  /** What is the person's own and stays: name, address. */
  readonly own: readonly string[]
  /** Names of others. */
  readonly names: readonly string[]
  readonly withheld: string
}

/**
 * Makes a function that takes the names and addresses of others out of a text. Whole names only, whatever the
 * capitals; the longest first, so that no part of a name is left over.
 */
export const redactThirdParties = ({ own, names, withheld }: Redaction): ((text: string) => string) => {
  const mine = new Set(own.map((one) => one.toLowerCase()))
  const others = [...new Set(names)]
    .filter((name) => name.length > 2 && !mine.has(name.toLowerCase()))
    .sort((a, b) => b.length - a.length)
    .map(literally)
  const pattern =
    others.length === 0
      ? undefined
      : new RegExp(`(?<![\\p{L}\\p{N}])(?:${others.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  return (text) => {
    const without = text.replace(address, (found) => (mine.has(found.toLowerCase()) ? found : withheld))
    return pattern === undefined ? without : without.replace(pattern, withheld)
  }
}
