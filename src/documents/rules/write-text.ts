import type { Face } from './open-face'
import type { ShapedText } from './shape-text'
import { writeNumber, writeNumbers } from './write-number'

/** The operators that draw a set line with its baseline starting at `left`, `bottom`, in the current colour. */
export const writeText = ({ glyphs, size }: ShapedText, left: number, bottom: number): string => {
  const lines: string[] = []
  let pen = 0
  let before: { face: Face; y: number } | undefined
  for (const { face, glyph, text, x, y } of glyphs) {
    if (before?.face !== face || before.y !== y) {
      if (before !== undefined) lines.push('] TJ')
      if (before?.face !== face) lines.push(`/${face.resource} ${writeNumber(size)} Tf`)
      lines.push(`1 0 0 1 ${writeNumbers(left + x, bottom + y)} Tm [`)
      pen = x
    }
    const shift = ((pen - x) / size) * 1000
    if (Math.abs(shift) > 0.5) lines.push(writeNumber(shift))
    pen = x + (glyph.advanceWidth / face.font.unitsPerEm) * size
    lines.push(`<${face.encode(glyph, text)}>`)
    before = { face, y }
  }
  return before === undefined ? '' : `BT ${lines.join(' ')} ] TJ ET`
}
