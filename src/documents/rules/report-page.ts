import type { Paper } from '../model'
import { paperSizes } from '../model'
import { breakLines, fitLine } from './break-lines'
import type { Book, Canvas, PartOptions } from './open-book'
import { type ShapedText, shapeText, type TextStyle } from './shape-text'
import { isReordered, type Typefaces } from './typefaces'

const margin = { side: 56, top: 58, bottom: 66 }

/** Where the next thing of a report goes, and the pages it has so far. */
export type Flow = {
  readonly book: Book
  readonly faces: Typefaces
  readonly language: string
  readonly colours: Readonly<Record<'ink' | 'text' | 'quiet' | 'line', string>>
  readonly left: number
  readonly width: number
  readonly pages: Canvas[]
  canvas: Canvas
  /** The height above which everything is taken. */
  at: number
}

export const openFlow = (
  book: Book,
  paper: Paper,
  setting: Pick<Flow, 'faces' | 'language' | 'colours'>,
): Flow => {
  const [width, height] = paperSizes[paper]
  const canvas = book.page(width, height)
  return {
    ...setting,
    ...{ book, canvas, pages: [canvas], at: height - margin.top },
    ...{ left: margin.side, width: width - 2 * margin.side },
  }
}

export const turnPage = (flow: Flow): void => {
  const { width, height } = flow.canvas
  flow.canvas = flow.book.page(width, height)
  flow.pages.push(flow.canvas)
  flow.at = height - margin.top
}

/** Whether so many points are left on the page. */
export const hasRoom = (flow: Flow, height: number): boolean => flow.at - height >= margin.bottom

/** Turns the page unless so many points are left on it. */
export const makeRoom = (flow: Flow, height: number): void => {
  if (!hasRoom(flow, height)) turnPage(flow)
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** A line that is too wide, such as a long address or words that no spaces part, in pieces that fit. */
const breakLong = (line: ShapedText, style: TextStyle, width: number): ShapedText[] => {
  if (line.width <= width) return [line]
  const pieces: string[] = ['']
  for (const { segment } of graphemes.segment(line.text)) {
    const longer = `${pieces.at(-1) ?? ''}${segment}`
    if (shapeText(longer, style).width <= width) pieces[pieces.length - 1] = longer
    else pieces.push(segment)
  }
  return pieces.map((piece) => fitLine(piece, style, width))
}

/** The lines of a text; its own line breaks are kept. */
export const linesOf = (text: string, style: TextStyle, width: number): ShapedText[] =>
  text
    .split('\n')
    .flatMap((line) => breakLines(line, style, width, 'full'))
    .flatMap((line) => breakLong(line, style, width))

/** The text itself for those who have it read out, where what is drawn has another order. */
export const spoken = (text: string) => (isReordered(text) ? { text } : {})

export type Setting = {
  readonly style: TextStyle
  readonly leading: number
  readonly colour: string
  readonly role: PartOptions['role']
  /** Where it is not that of the document. */
  readonly language?: string
  /** Points from the left edge of the text. */
  readonly indent?: number
  readonly above?: number
  /** Points that must be left for what belongs beneath. */
  readonly keep?: number
}

/** Sets a text at the place reached, over pages where it needs them. */
export const setText = (flow: Flow, text: string, setting: Setting): void => {
  const { style, leading, colour, role, indent = 0, above = 0, keep = 0, language = flow.language } = setting
  const lines = linesOf(text, style, flow.width - indent)
  flow.at -= above
  makeRoom(flow, Math.min(lines.length, 2) * leading + keep)
  let from = 0
  while (from < lines.length) {
    const start = from
    while (from < lines.length && hasRoom(flow, (from - start + 1) * leading)) from++
    if (from === start) from++
    const piece = lines.slice(start, from)
    const { canvas } = flow
    const words = piece.map((line) => line.text).join(' ')
    canvas.part({ role, language, ...spoken(words) }, () => {
      for (const line of piece) {
        // The space keeps the words of two lines apart where they are read out or copied.
        const set = line === lines.at(-1) ? line : shapeText(`${line.text} `, { ...style, size: line.size })
        canvas.text(set, flow.left + indent, flow.at - leading * 0.76, colour)
        flow.at -= leading
      }
    })
    if (from < lines.length) turnPage(flow)
  }
}
