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

/**
 * Breaks a text into as few lines as `width` points allow, and makes them as even as that number of lines lets
 * them be.
 */
export const breakLines = (text: string, style: TextStyle, width: number): ShapedText[] => {
  const words = text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => ({ text: word, width: shapeText(word, style).width }))
  const space = shapeText('n n', style).width - 2 * shapeText('n', style).width
  const fewest = fill(words, space, width).length
  let [narrow, wide] = [0, width]
  while (wide - narrow > 1) {
    const middle = (narrow + wide) / 2
    const longest = Math.max(0, ...words.map((word) => word.width))
    if (middle >= longest && fill(words, space, middle).length <= fewest) wide = middle
    else narrow = middle
  }
  return fill(words, space, wide).map((line) => shapeText(line, style))
}
