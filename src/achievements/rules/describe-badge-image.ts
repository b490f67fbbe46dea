import type { Editions } from '../model'
import type { OwnImage } from '../own/model'
import { glyphNames, paletteNames, templateNames } from './image-names'

const article = (words: string) => (/^[aeiou]/i.test(words) ? 'An' : 'A')

/** What a picture shows, for those who cannot see it. */
export const describeBadgeImage = (image: OwnImage): Editions => {
  const { template, palette, glyph, ringText, ribbonText } = image
  const [shape, colours, symbol] = [templateNames[template], paletteNames[palette], glyphNames[glyph]]
  const words = [shape.before.en, colours.en, 'badge', shape.after.en].filter(Boolean).join(' ')
  const geiriau = ['Bathodyn', shape.before.cy, colours.cy, shape.after.cy].filter(Boolean).join(' ')
  return {
    en: `${article(words)} ${words}: ${symbol.en}, with the words ${ringText.en}, ${ribbonText.en}.`,
    cy: `${geiriau}: ${symbol.cy}, gyda’r geiriau ${ringText.cy}, ${ribbonText.cy}.`,
  }
}
