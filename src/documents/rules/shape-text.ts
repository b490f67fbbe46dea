import bidiFactory from 'bidi-js'
import type { Glyph } from 'fontkit'
import type { Face } from './open-face'

export type TextStyle = {
  /** The fonts in the order of preference; the first that has a character draws it. */
  readonly faces: readonly Face[]
  /** In points. */
  readonly size: number
  readonly features?: readonly string[]
  /** Space between characters, in thousandths of the size. */
  readonly tracking?: number
}

/** One glyph of a line; measures in points from the start of the baseline. */
type PlacedGlyph = {
  readonly face: Face
  readonly glyph: Glyph
  readonly text: string
  readonly x: number
  readonly y: number
}

export type ShapedText = {
  readonly text: string
  readonly size: number
  readonly width: number
  readonly glyphs: readonly PlacedGlyph[]
}

type Run = { readonly face: Face; readonly level: number; text: string }

const bidi = bidiFactory()

/** Characters that belong to the run around them: spaces, marks and punctuation that scripts share. */
const joins = /^[\p{M}\p{Z}\p{P}]$/u

/** Characters without a shape, which say how those beside them are joined. */
const shapeless = /^\p{Cf}$/u

/** The scripts whose letters are set rightly here; letters of others would stand unjoined or out of order. */
const knownScripts =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Tamil}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Zyyy}\p{Script=Zinh}]$/u

const faceFor = (character: string, faces: readonly Face[], before: Face | undefined): Face | undefined => {
  if (!knownScripts.test(character)) return undefined
  const has = (face: Face) => face.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)
  if (shapeless.test(character)) return before
  if (before !== undefined && joins.test(character) && has(before)) return before
  return faces.find(has)
}

/** Whether some font has every letter and figure of the text. */
export const canDraw = (text: string, faces: readonly Face[]): boolean =>
  [...text.normalize('NFC')].every(
    (character) => !/[\p{L}\p{N}]/u.test(character) || faceFor(character, faces, undefined) !== undefined,
  )

/** Runs of one font and one direction, in the order of reading; characters that no font has are left out. */
const splitRuns = (text: string, faces: readonly Face[]): Run[] => {
  const { levels } = bidi.getEmbeddingLevels(text, 'auto')
  const mirrored = bidi.getMirroredCharactersMap(text, levels)
  const runs: Run[] = []
  let at = 0
  for (const character of text) {
    const level = levels[at] ?? 0
    const shown = mirrored.get(at) ?? character
    at += character.length
    const last = runs.at(-1)
    const face = faceFor(shown, faces, last?.face)
    if (face === undefined) continue
    if (last?.face === face && last.level === level) last.text += shown
    else runs.push({ face, level, text: shown })
  }
  return runs
}

/** Runs from left to right: from the deepest level up, stretches of that level or deeper are turned round. */
const orderRuns = (runs: readonly Run[]): Run[] => {
  const ordered = [...runs]
  const deepest = Math.max(0, ...runs.map(({ level }) => level))
  for (let level = deepest; level > 0; level--) {
    for (let start = 0; start < ordered.length; start++) {
      let end = start
      while ((ordered[end]?.level ?? -1) >= level) end++
      if (end - start > 1) ordered.splice(start, end - start, ...ordered.slice(start, end).reverse())
      start = Math.max(start, end)
    }
  }
  return ordered
}

/**
 * Sets one line of text: right-to-left words in their order, letters joined and marks placed as their fonts
 * say, ligatures and kerning. Characters that none of the fonts has are left out.
 *
 * @see Unicode Standard Annex 9, The Bidirectional Algorithm
 */
export const shapeText = (source: string, style: TextStyle): ShapedText => {
  const text = source.normalize('NFC')
  const glyphs: PlacedGlyph[] = []
  let pen = 0
  for (const { face, level, text: characters } of orderRuns(splitRuns(text, style.faces))) {
    const run = face.layout(characters, style.features ?? [])
    const scale = style.size / face.font.unitsPerEm
    const isTurned = level % 2 === 1 && run.direction !== 'rtl'
    const order = run.glyphs.map((_, index) => (isTurned ? run.glyphs.length - 1 - index : index))
    for (const index of order) {
      const [glyph, position] = [run.glyphs[index], run.positions[index]]
      if (glyph === undefined || position === undefined) continue
      glyphs.push({
        face,
        glyph,
        text: String.fromCodePoint(...glyph.codePoints),
        x: pen + position.xOffset * scale,
        y: position.yOffset * scale,
      })
      pen += position.xAdvance * scale
      if (position.xAdvance > 0) pen += ((style.tracking ?? 0) * style.size) / 1000
    }
  }
  const trailing = glyphs.length === 0 ? 0 : ((style.tracking ?? 0) * style.size) / 1000
  return { text, size: style.size, width: Math.max(0, pen - trailing), glyphs }
}
