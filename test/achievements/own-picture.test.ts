import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { drawOwnBadge } from '../../src/achievements/images/draw-own'
import { ownGlyphs, ownPalettes, ownTemplates } from '../../src/achievements/own/model'
import { describeBadgeImage } from '../../src/achievements/rules/describe-badge-image'
import { readColour } from '../../src/documents/rules/write-colour'
import { readPng } from '../../src/openbadges/bake/png-chunks'
import { drawPngOnNode } from '../../src/platform/draw-png-node'
import { assets } from '../certificates/sample'
import { ownImage, ownWords } from '../support/own-badge'

test.each(ownTemplates.map((template, index) => [template, ownGlyphs[index * 4 - 1] ?? 'note'] as const))(
  'a %s with %s is a PNG of its size with something in it',
  async (template, glyph) => {
    const image = { ...ownImage, template, glyph }
    const definition = { name: ownWords.name, image: { ...image, alt: describeBadgeImage(image) } }
    const png = await drawPngOnNode(await drawOwnBadge(assets, definition, 'cy'), 120)
    expect(readPng(png)).toMatchObject({ ok: true, png: { width: 120, height: 120 } })
    // One colour alone takes some 100 bytes.
    expect(png.length).toBeGreaterThan(3000)
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
