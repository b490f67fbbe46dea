import type { Assets } from '../deps'
import type { Book } from './rules/open-book'
import { scriptFontsFor, type Typefaces } from './rules/typefaces'

/**
 * Opens the fonts that a document with these texts needs: those of Latin, Greek and Cyrillic, and of each other script
 * in them. Throws when an asset is missing.
 */
export const openTypefaces = async (
  book: Book,
  assets: Assets,
  texts: readonly string[],
): Promise<Typefaces> => {
  const open = async (name: string) => book.openFace(await assets.read(`fonts/${name}.ttf`))
  const [roman, italic, medium] = [
    await open('EBGaramond-Regular'),
    await open('EBGaramond-Italic'),
    await open('EBGaramond-Medium'),
  ]
  const [sans, sansBold] = [await open('NotoSans-Regular'), await open('NotoSans-SemiBold')]
  const others = await Promise.all(scriptFontsFor(texts.join(' ')).map(open))
  return {
    roman: [roman, sans, ...others],
    italic: [italic, roman, sans, ...others],
    medium: [medium, sans, ...others],
    sans: [sans, ...others],
    sansBold: [sansBold, sans, ...others],
  }
}
