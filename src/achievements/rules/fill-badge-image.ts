import type { BadgeDefinition, EditionLanguage } from '../model'

/** The colours a badge template names, each a CSS hex colour. */
export type BadgePalette = Readonly<Record<string, string>>

/** One letter as an outline: SVG path data with y upwards, in thousandths of the type size. */
export type Letter = { readonly outline: string; readonly advance: number }

/** Draws text as letter outlines, so that the picture needs no font. */
export type Lettering = (text: string) => readonly Letter[]

export type BadgeImageParts = {
  readonly definition: Pick<BadgeDefinition, 'image' | 'name'>
  readonly language: EditionLanguage
  /** SVG with slots such as `{{enamel}}` or `{{ringText cx=300 cy=300 radius=222 size=40 spread=220}}`. */
  readonly template: string
  /** SVG fragment centred on 0,0 in a box 280 wide; its slots are palette colours. */
  readonly glyph: string
  readonly palette: BadgePalette
  readonly lettering: Lettering
}

type Measures = Readonly<Record<string, number>>

/**
 * Draws the picture of a badge: fills the named slots of its template with lettering, colours and glyph.
 * Text is escaped and also present as title and description for readers that cannot see the picture.
 * @returns SVG, without references to fonts, scripts or other files.
 * @throws Error naming the slot, where the template asks for one that nothing fills.
 */
export function fillBadgeImage(parts: BadgeImageParts): string {
  const { definition, language, palette, lettering } = parts
  const { image } = definition
  const texts: Record<string, string> = {
    language,
    title: definition.name[language],
    description: image.alt[language],
  }
  const fill = (template: string): string =>
    template.replace(/\{\{([a-zA-Z]+)((?:\s+[a-z]+=-?[\d.]+)*)\}\}/g, (_, slot: string, list: string) => {
      const measures = readMeasures(list)
      if (slot === 'glyph') return fill(parts.glyph)
      if (slot === 'ringText')
        return drawArc(lettering(image.ringText[language].toLocaleUpperCase(language)), measures)
      if (slot === 'ribbonText')
        return drawArc(lettering(image.ribbonText[language].toLocaleUpperCase(language)), measures)
      const value = texts[slot] ?? palette[slot]
      if (value === undefined) throw new Error(`The badge template has a slot that nothing fills: ${slot}`)
      return escapeXml(value)
    })
  return fill(parts.template)
}

function readMeasures(list: string): Measures {
  const pairs = list.trim() === '' ? [] : list.trim().split(/\s+/)
  return Object.fromEntries(
    pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), Number(pair.slice(pair.indexOf('=') + 1))]),
  )
}

/**
 * Sets letters on a circle. `radius` > 0 runs clockwise over the top; `radius` < 0 runs along the bottom, so
 * that the letters stand upright there. `spread` is the widest angle in degrees: longer text is set smaller.
 */
function drawArc(letters: readonly Letter[], measures: Measures): string {
  const { cx = 0, cy = 0, radius = 200, size = 40, spread = 180, tracking = 0 } = measures
  const natural = letters.reduce((sum, letter) => sum + letter.advance + tracking, -tracking)
  const room = (spread * Math.PI * Math.abs(radius)) / 180
  const scale = Math.min(size, (room / natural) * 1000) / 1000
  // A smaller setting keeps the optical middle of the band: the baseline moves in by half of what was lost.
  const baseline = radius + (0.66 * (size - scale * 1000)) / 2
  let at = (-natural / 2) * scale
  const drawn = letters.map((letter) => {
    const middle = at + (letter.advance * scale) / 2
    at += (letter.advance + tracking) * scale
    const degrees = ((middle / baseline) * 180) / Math.PI
    const place = `translate(${round(cx)} ${round(cy)}) rotate(${round(degrees)}) translate(${round((-letter.advance * scale) / 2)} ${round(-baseline)})`
    return letter.outline === ''
      ? ''
      : `<path transform="${place} scale(${round(scale, 5)} ${round(-scale, 5)})" d="${escapeXml(letter.outline)}"/>`
  })
  return drawn.join('')
}

function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits))
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
