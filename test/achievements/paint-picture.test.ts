import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { beforeAll, expect, test } from 'vitest'
import { drawOwnBadge } from '../../src/achievements/images/draw-own'
import { ownGlyphs, ownPalettes, ownTemplates } from '../../src/achievements/own/model'
import { coverShape, flatten } from '../../src/achievements/rules/cover-shape'
import { describeBadgeImage } from '../../src/achievements/rules/describe-badge-image'
import { paintPicture } from '../../src/achievements/rules/paint-picture'
import { readSvgPath } from '../../src/documents/rules/read-svg-path'
import { readColour } from '../../src/documents/rules/write-colour'
import { writePng } from '../../src/openbadges/bake'
import { readPng } from '../../src/openbadges/bake/png-chunks'
import { assets } from '../certificates/sample'
import { ownImage, ownWords } from '../support/own-badge'

const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
beforeAll(async () => {
  await initWasm(await readFile(wasm))
})

const SIZE = 120

/** How far apart two pictures are on average, from 0 to 255, each laid on white. */
const distance = (one: ArrayLike<number>, other: ArrayLike<number>, premultiplied: boolean): number => {
  let sum = 0
  for (let at = 0; at < SIZE * SIZE * 4; at += 4)
    for (let part = 0; part < 3; part++) {
      const [a, b] = [(one[at + 3] ?? 0) / 255, (other[at + 3] ?? 0) / 255]
      const mine = (one[at + part] ?? 0) * a + 255 * (1 - a)
      const theirs = (other[at + part] ?? 0) * (premultiplied ? 1 : b) + 255 * (1 - b)
      sum += Math.abs(mine - theirs)
    }
  return sum / (SIZE * SIZE * 3)
}

test.each(ownTemplates.map((template, index) => [template, ownGlyphs[index * 4 - 1] ?? 'note'] as const))(
  'a %s with %s is painted as an independent renderer paints it',
  async (template, glyph) => {
    const image = { ...ownImage, template, glyph }
    const definition = { name: ownWords.name, image: { ...image, alt: describeBadgeImage(image) } }
    const svg = await drawOwnBadge(assets, definition, 'cy')
    const drawing = new Resvg(svg, { fitTo: { mode: 'width', value: SIZE } }).render()
    expect(distance(paintPicture(svg, SIZE), drawing.pixels, true)).toBeLessThan(3)
  },
  60_000,
)

test('an own badge is drawn as one of the release: letter by letter the same', async () => {
  const [ring, ribbon] = ['Green Library', 'Volunteer']
  const image = {
    ...{ template: 'octagon', glyph: 'leaf', palette: 'leaf' },
    ringText: { en: ring, cy: 'Llyfrgell Werdd' },
    ribbonText: { en: ribbon, cy: 'Gwirfoddolwr' },
    alt: { en: 'Alt', cy: 'Alt' },
  }
  const drawn = await drawOwnBadge(assets, { name: { en: 'Name', cy: 'Enw' }, image }, 'en')
  const released = new TextDecoder().decode(await assets.read('badges/LV-17.svg'))
  const paths = (svg: string) => svg.match(/<path transform="[^"]*" d="[^"]*"\/>/g) ?? []
  expect(paths(drawn).length).toBeGreaterThan(20)
  expect(paths(drawn)).toEqual(paths(released))
})

test('what a shape covers comes to its area', () => {
  let area = 0
  coverShape(flatten(readSvgPath('M10.5 10H20.25V30H10.5Z'), [1, 0, 0, 1, 0, 0]), 40, (_x, _y, part) => {
    area += part
  })
  expect(area).toBeCloseTo(9.75 * 20, 3)
})

test('a painted picture is a PNG that other readers take', async () => {
  const pixels = new Uint8ClampedArray(16 * 16 * 4).map((_, index) => index % 251)
  const read = readPng(writePng(pixels, 16))
  expect(read).toMatchObject({ ok: true, png: { width: 16, height: 16 } })
})

/** @see WCAG 2.2, contrast ratio */
const contrastOf = (one: string, other: string): number => {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = readColour(colour).map((part) =>
      part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

test('every palette that a service may choose has lettering that stands out by 4.5 to 1', async () => {
  const palettes = JSON.parse(await readFile('templates/badge/palettes.json', 'utf8'))
  for (const name of ownPalettes) {
    const { lettering, enamel, enamelDark, ribbon, ribbonShade, ribbonInk } = palettes[name]
    const pairs = [
      [lettering, enamel],
      [lettering, enamelDark],
      [ribbonInk, ribbon],
      [ribbonInk, ribbonShade],
    ] as const
    for (const [one, other] of pairs) expect([name, contrastOf(one, other) >= 4.5]).toEqual([name, true])
  }
})
