import { z } from 'zod'
import type { Assets } from '../../deps'
import type { BadgeDefinition, EditionLanguage } from '../model'
import { fillBadgeImage, type Lettering } from '../rules/fill-badge-image'

const zParts = z.object({
  templates: z.record(z.string(), z.string()),
  glyphs: z.record(z.string(), z.string()),
  palettes: z.record(z.string(), z.record(z.string(), z.string())),
  letters: z.record(z.string(), z.object({ outline: z.string(), advance: z.number() })),
  kerning: z.record(z.string(), z.number()),
})
type Parts = z.infer<typeof zParts>

/** The parts of the release, read once. */
const known = new WeakMap<Assets, Promise<Parts>>()

const readParts = async (assets: Assets): Promise<Parts> =>
  zParts.parse(JSON.parse(new TextDecoder().decode(await assets.read('badges/parts.json'))))

const partsOf = (assets: Assets): Promise<Parts> => {
  const parts = known.get(assets) ?? readParts(assets)
  known.set(assets, parts)
  return parts
}

const withoutAccent = (letter: string) => letter.normalize('NFD').charAt(0)

const letteringOf =
  ({ letters, kerning }: Parts): Lettering =>
  (text) => {
    const characters = [...text.normalize('NFC')]
    return characters.map((character, index) => {
      const letter = letters[character] ?? { outline: '', advance: 250 }
      const next = characters[index + 1]
      const pair = next === undefined ? '' : withoutAccent(character) + withoutAccent(next)
      return { outline: letter.outline, advance: letter.advance + (kerning[pair] ?? 0) }
    })
  }

/** The picture of a badge that is no part of the release, drawn from the same parts by the same rule as those that are. */
export const drawOwnBadge = async (
  assets: Assets,
  definition: Pick<BadgeDefinition, 'image' | 'name'>,
  language: EditionLanguage,
): Promise<string> => {
  const parts = await partsOf(assets)
  const { template, glyph, palette } = definition.image
  return fillBadgeImage({
    ...{ definition, language },
    template: parts.templates[template] ?? '',
    glyph: parts.glyphs[glyph] ?? '',
    palette: parts.palettes[palette] ?? {},
    lettering: letteringOf(parts),
  })
}
