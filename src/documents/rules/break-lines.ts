import { type ShapedText, shapeText, type TextStyle } from './shape-text'

/** Words joined to lines no wider than `width`; a longer word has a line of its own. */
const fill = (words: readonly { text: string; width: number }[], space: number, width: number): string[] => {
  const lines: string[] = []
  let used = 0
  for (const word of words) {
    const last = lines.length - 1
    if (last >= 0 && used + space + word.width <= width) {
      lines[last] = `${lines[last]} ${word.text}`
      used += space + word.width
    } else {
      lines.push(word.text)
      used = word.width
    }
  }
  return lines
}

/** The words of a text; a figure stays with the word that follows it. */
const splitWords = (text: string): readonly string[] =>
  text.replace(/\s+/g, ' ').match(/(?:\d[\d.,]* )?\S+/g) ?? []

/**
 * Breaks a text into as few lines as `width` points allow. Even lines are as near to each other in length as their
 * number lets them be; full ones take what fits.
 */
export const breakLines = (
  text: string,
  style: TextStyle,
  width: number,
  lines: 'even' | 'full' = 'even',
): ShapedText[] => {
  const words = splitWords(text).map((word) => ({ text: word, width: shapeText(word, style).width }))
  const space = shapeText('n n', style).width - 2 * shapeText('n', style).width
  const fewest = fill(words, space, width).length
  const longest = Math.max(0, ...words.map((word) => word.width))
  let [narrow, wide] = [lines === 'even' ? Math.min(longest, width) : width, width]
  while (wide - narrow > 1) {
    const middle = (narrow + wide) / 2
    if (fill(words, space, middle).length <= fewest) wide = middle
    else narrow = middle
  }
  return fill(words, space, wide).map((line) => shapeText(line, style))
}

/** One line, set smaller where it would be wider than `width` points. */
export const fitLine = (text: string, style: TextStyle, width: number): ShapedText => {
  const line = shapeText(text, style)
  return line.width <= width ? line : shapeText(text, { ...style, size: (style.size * width) / line.width })
}
