/**
 * Names as a screen in a public place shows them: the first word, and of the last as many letters as tell the people
 * apart (`Ann B.`, or `Ann Be.` beside `Ann Bl.`). Those that nothing shorter tells apart stay whole; equal names stay
 * equal. In the order given.
 */
export const shortenNames = (names: readonly string[]): string[] =>
  names.map((name) => {
    const others = names.filter((other) => other !== name)
    return formsOf(name).find((form) => !others.some((other) => formsOf(other).includes(form))) ?? name
  })

/** From the shortest to the whole name. */
const formsOf = (name: string): string[] => {
  const words = name.split(' ')
  const [first = ''] = words
  const last = words.length > 1 ? [...segment(words.at(-1) ?? '')] : []
  const cut = last.slice(0, -1).map((_, letters) => `${first} ${last.slice(0, letters + 1).join('')}.`)
  return [...cut, name]
}

/** Letters as people count them, with their accents and vowel signs. */
const segment = (word: string): string[] =>
  [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(word)].map((part) => part.segment)
