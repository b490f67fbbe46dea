import { tidyName } from './tidy-name'

/** Letters that decomposition leaves whole although a searcher types two plain letters or one. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/**
 * A name folded for search: lower case, without accents, vowel signs or apostrophes, and with a space where a
 * hyphen stood. Names of any script stay in their script; folding a folded name changes nothing.
 */
export const foldName = (name: string): string =>
  tidyName(
    name
      .normalize('NFKD')
      .replace(/[\p{M}\u0640]/gu, '')
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[\p{M}'’‘ʼ`´]/gu, '')
      .replace(/[ßæœøłđðþı]/g, (letter) => plainLetters[letter] ?? letter)
      .replace(/[\p{Pd}.,]/gu, ' '),
  )
