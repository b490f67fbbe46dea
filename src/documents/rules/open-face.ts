import { create, type Font, type Glyph, type GlyphRun } from 'fontkit'
import { type PDFContext, type PDFRef, PDFString } from 'pdf-lib'
import { subsetTrueType } from './subset-true-type'

/** One font of the page. Only the glyphs that were drawn go into the PDF. */
export type Face = {
  /** Its name among the resources of the page. */
  readonly resource: string
  readonly reference: PDFRef
  readonly font: Font
  /** Sets characters of one direction; asked again it gives the same run, for a text is tried in many sizes. */
  layout(characters: string, features: readonly string[]): GlyphRun
  /** The code of a glyph in a string of the page, four hex digits; `text` is what a reader copies out. */
  encode(glyph: Glyph, text: string): string
  /** Writes the font with the glyphs encoded so far. */
  embed(): void
}

const hex4 = (value: number): string => value.toString(16).padStart(4, '0')

const toHex16 = (text: string): string =>
  Array.from({ length: text.length }, (_, index) => hex4(text.charCodeAt(index))).join('')

/** From glyph codes to text, for copying and searching; at most 100 in one block. */
const writeToUnicode = (texts: readonly string[]): string => {
  // A glyph that stands for no character of its own is copied out as a space without width.
  const lines = texts.map((text, index) => `<${hex4(index + 1)}> <${toHex16(text || '\u200b')}>`)
  const blocks = Array.from({ length: Math.ceil(lines.length / 100) }, (_, block) => {
    const part = lines.slice(block * 100, block * 100 + 100)
    return `${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`
  })
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n')
}

/** What a reader needs to know of a font as a whole, with its program. */
const describeFont = (context: PDFContext, font: Font, name: string, program: Uint8Array): PDFRef => {
  const scale = 1000 / font.unitsPerEm
  return context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: 4,
      FontBBox: [font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY].map((side) => side * scale),
      ItalicAngle: font.italicAngle,
      Ascent: font.ascent * scale,
      Descent: font.descent * scale,
      CapHeight: (font.capHeight || font.ascent) * scale,
      StemV: 80,
      FontFile2: context.register(context.flateStream(program, { Length1: program.length })),
    }),
  )
}

/** The one font of a file. Any bytes will do, whatever the package's types say; a file of ours holds one font, not a collection. */
export const openFont = (bytes: Uint8Array): Font => create(bytes as Parameters<typeof create>[0]) as Font

/**
 * Sets characters by the tables of the font. Where a mark has no anchor for the letter beneath it, which the library
 * cannot go on from, marks above stand where the font itself draws them.
 */
const layOut = (font: Font, characters: string, features: readonly string[]): GlyphRun => {
  try {
    return font.layout(characters, [...features])
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const asked = features.map((feature) => [feature, true] as const)
    return font.layout(characters, Object.fromEntries([...asked, ['abvm', false]]))
  }
}

/**
 * Opens a TrueType font for drawing on the pages of one PDF, as a composite font whose codes are the glyphs of
 * its subset in the order of their first use, so that the same page gives the same bytes.
 *
 * @see ISO 32000-2, 9.7 Composite fonts
 */
export const openFace = (context: PDFContext, resource: string, bytes: Uint8Array): Face => {
  const font = openFont(bytes)
  const reference = context.nextRef()
  const scale = 1000 / font.unitsPerEm
  const used = new Map<number, { code: number; glyph: Glyph; text: string }>()

  const embed = () => {
    const entries = [...used.values()]
    if (entries.length === 0) return
    const name = `COLOPH+${font.postscriptName ?? resource}`
    const program = subsetTrueType(
      bytes,
      entries.map(({ glyph }) => glyph.id),
    )
    const descriptor = describeFont(context, font, name, program)
    const descendant = context.register(
      context.obj({
        Type: 'Font',
        Subtype: 'CIDFontType2',
        BaseFont: name,
        CIDSystemInfo: {
          Registry: PDFString.of('Adobe'),
          Ordering: PDFString.of('Identity'),
          Supplement: 0,
        },
        FontDescriptor: descriptor,
        CIDToGIDMap: 'Identity',
        W: [1, entries.map(({ glyph }) => glyph.advanceWidth * scale)],
      }),
    )
    const toUnicode = context.flateStream(writeToUnicode(entries.map(({ text }) => text)))
    context.assign(
      reference,
      context.obj({
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: name,
        Encoding: 'Identity-H',
        DescendantFonts: [descendant],
        ToUnicode: context.register(toUnicode),
      }),
    )
  }

  const runs = new Map<string, GlyphRun>()
  return {
    resource,
    reference,
    font,
    layout: (characters, features) => {
      const key = `${features.join()} ${characters}`
      const known = runs.get(key)
      if (known !== undefined) return known
      const run = layOut(font, characters, features)
      runs.set(key, run)
      return run
    },
    encode: (glyph, text) => {
      const known = used.get(glyph.id)
      if (known !== undefined) return hex4(known.code)
      const code = used.size + 1
      used.set(glyph.id, { code, glyph, text })
      return hex4(code)
    },
    embed,
  }
}
