import type { Face } from './open-face'

/** The fonts of a document; each list in the order in which a character is looked for. */
export type Typefaces = {
  readonly roman: readonly Face[]
  readonly italic: readonly Face[]
  readonly medium: readonly Face[]
  readonly sans: readonly Face[]
  readonly sansBold: readonly Face[]
}

/** Fonts for one script each; Latin, Greek and Cyrillic are in those that every document opens. */
const fontsByScript: readonly { readonly script: RegExp; readonly font: string }[] = [
  { script: /\p{Script=Arabic}/u, font: 'NotoNaskhArabic-Regular' },
  { script: /\p{Script=Hebrew}/u, font: 'NotoSansHebrew-Regular' },
  { script: /\p{Script=Devanagari}/u, font: 'NotoSansDevanagari-Regular' },
  { script: /\p{Script=Bengali}/u, font: 'NotoSansBengali-Regular' },
  { script: /\p{Script=Gurmukhi}/u, font: 'NotoSansGurmukhi-Regular' },
  { script: /\p{Script=Tamil}/u, font: 'NotoSansTamil-Regular' },
  // Han characters have the shapes of the language: of Japanese beside kana, of Korean beside hangul.
  { script: /\p{Script=Hiragana}|\p{Script=Katakana}/u, font: 'NotoSansJP-Regular' },
  { script: /\p{Script=Hangul}/u, font: 'NotoSansKR-Regular' },
  { script: /\p{Script=Han}/u, font: 'NotoSansSC-Regular' },
]

/** The fonts beyond the usual ones that a text needs, in the order in which a character is looked for. */
export const scriptFontsFor = (text: string): string[] =>
  fontsByScript.filter(({ script }) => script.test(text)).map(({ font }) => font)

/** Scripts whose lines need more room than Latin. */
export const isTallScript = (text: string): boolean =>
  /\p{Script=Arabic}|\p{Script=Devanagari}|\p{Script=Bengali}|\p{Script=Gurmukhi}|\p{Script=Tamil}/u.test(
    text,
  )

/** Whether letters are drawn in another order than they are read, so that a reader must be given the text itself. */
export const isReordered = (text: string): boolean =>
  /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Devanagari}|\p{Script=Bengali}|\p{Script=Gurmukhi}|\p{Script=Tamil}/u.test(
    text,
  )
