import fc from 'fast-check'
import { PDFDocument } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { writeDays, writeDuration } from '../../../src/certificates/rules/certificate-text'
import { firstSentence } from '../../../src/certificates/rules/first-sentence'
import { breakLines } from '../../../src/documents/rules/break-lines'
import { openFace, openFont } from '../../../src/documents/rules/open-face'
import { boxOf, readSvgPath } from '../../../src/documents/rules/read-svg-path'
import { shapeText } from '../../../src/documents/rules/shape-text'
import { subsetTrueType } from '../../../src/documents/rules/subset-true-type'
import { readColour, toInk } from '../../../src/documents/rules/write-colour'
import { assets } from '../sample'

const { context } = await PDFDocument.create()
const garamond = await assets.read('fonts/EBGaramond-Regular.ttf')
const faces = [
  openFace(context, 'F1', garamond),
  openFace(context, 'F2', await assets.read('fonts/NotoNaskhArabic-Regular.ttf')),
]
const style = { faces, size: 12 }

describe('lines', () => {
  const words = fc.array(fc.stringMatching(/^[a-zŵŷáł]{1,12}$/), { minLength: 1, maxLength: 30 })

  test('lose no word and are no wider than they may be', () => {
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 100, max: 400 }),
        fc.constantFrom('even', 'full'),
        (list, width, kind) => {
          const lines = breakLines(list.join(' '), style, width, kind)
          expect(lines.map(({ text }) => text).join(' ')).toBe(list.join(' '))
          for (const line of lines) expect(line.width).toBeLessThanOrEqual(width + 0.01)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('keep a figure with the word that follows it', () => {
    const lines = breakLines('for at least 20 hours', style, 80)
    expect(lines.map(({ text }) => text)).toEqual(['for at least', '20 hours'])
  })
})

describe('letters', () => {
  test('of Arabic are joined and run from right to left', () => {
    const { glyphs } = shapeText('محمد', style)
    expect(glyphs.map(({ text }) => text).join('')).toBe('دمحم')
    const alone = glyphs.map(({ text, face }) => face.font.layout(text).glyphs[0]?.id)
    expect(glyphs.some(({ glyph }, index) => glyph.id !== alone[index])).toBe(true)
  })

  test('of two directions keep the order of their words', () => {
    const { glyphs } = shapeText('Al (محمد) B', style)
    const drawn = [...glyphs].sort((one, other) => one.x - other.x)
    expect(drawn.map(({ text }) => text).join('')).toBe('Al (دمحم) B')
  })

  test('that no font has are left out', () => {
    expect(
      shapeText('Jo 漢 Smith', style)
        .glyphs.map(({ text }) => text)
        .join(''),
    ).toBe('Jo  Smith')
  })
})

test('a subset of a font has the outlines and widths of the whole', () => {
  const whole = openFont(garamond)
  const ids = [...'Tystysgrif ŵŷ Ế'].map((letter) => whole.glyphForCodePoint(letter.codePointAt(0) ?? 0).id)
  const unique = [...new Set(ids)]
  const subset = openFont(subsetTrueType(garamond, unique))
  for (const [index, id] of unique.entries()) {
    expect(subset.getGlyph(index + 1).advanceWidth).toBe(whole.getGlyph(id).advanceWidth)
    expect(subset.getGlyph(index + 1).path.toSVG()).toBe(whole.getGlyph(id).path.toSVG())
  }
})

describe('a path of SVG', () => {
  test.each([
    ['M10 20h30v-5l2 2z', { left: 10, bottom: 15, width: 32, height: 5 }],
    ['M-5 0A5 5 0 1 1 5 0A5 5 0 1 1 -5 0Z', { left: -5, bottom: -5, width: 10, height: 10 }],
    ['M0 0Q5 10 10 0', { left: 0, bottom: 0, width: 10, height: 5 }],
    ['m1 1 2 2 2-2', { left: 1, bottom: 1, width: 4, height: 2 }],
  ])('%s', (data, box) => {
    const found = boxOf(readSvgPath(data))
    for (const [name, value] of Object.entries(box))
      expect(found).toHaveProperty(name, expect.closeTo(value, 1))
  })

  test('of an unknown command is refused', () => {
    expect(() => readSvgPath('M0 0X1 1')).toThrow(RangeError)
  })
})

test('ink can be read on white whatever the theme colour', () => {
  const channel = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (colour) => {
      const [red, green, blue] = readColour(toInk(`#${colour.toString(16).padStart(6, '0')}`)).map(channel)
      const luminance = 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
      expect(1.05 / (luminance + 0.05)).toBeGreaterThanOrEqual(7)
    }),
  )
})

test('days and hours in words', () => {
  expect(writeDays('2025-12-30', '2026-01-05', 'en')).toBe('30 December 2025 to 5 January 2026')
  expect(writeDays('2026-01-05', '2026-05-20', 'cy')).toBe('5 Ionawr i 20 Mai 2026')
  expect(writeDays('2026-01-05', '2026-01-05', 'en')).toBe('5 January 2026')
  expect([60, 61, 45, 1200].map((minutes) => writeDuration(minutes, 'en'))).toEqual([
    '1 hour',
    '1 hour 1 minute',
    '45 minutes',
    '20 hours',
  ])
  expect(writeDuration(1275, 'cy')).toBe('21 awr 15 munud')
  expect(firstSentence('Ten hours. And more.')).toBe('Ten hours.')
})
