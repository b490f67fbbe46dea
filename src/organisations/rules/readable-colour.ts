const shape = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i

/** The least contrast of text: WCAG 2.2 AA. */
export const LEAST_CONTRAST = 4.5

type Parts = readonly [red: number, green: number, blue: number]

const read = (colour: string): Parts => {
  const [, red = '', green = '', blue = ''] = shape.exec(colour) ?? []
  if (red === '') throw new RangeError(`Not a colour of the form #rrggbb: ${colour}`)
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)]
}

const write = (parts: readonly number[]): string =>
  `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = read(colour).map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/**
 * The contrast of two colours of the form #rrggbb, from 1 to 21. Throws `RangeError` for another form.
 *
 * @see WCAG 2.2, contrast ratio
 */
export const contrastOf = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/**
 * The colour itself where it reads on a ground, else the nearest of its shades towards `towards` (black or white) that
 * does, with a contrast of 4.5 to 1.
 */
export const nearestReadable = (colour: string, ground: string, towards: '#000000' | '#ffffff'): string => {
  const [from, to] = [read(colour), read(towards)]
  for (let step = 0; step <= 255; step += 1) {
    const mixed = write(from.map((part, place) => part + ((to[place] ?? 0) - part) * (step / 255)))
    if (contrastOf(mixed, ground) >= LEAST_CONTRAST) return mixed
  }
  return towards
}
