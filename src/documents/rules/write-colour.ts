import { writeNumber } from './write-number'

/** Red, green and blue from 0 to 1. Throws `RangeError` for anything but `#rrggbb`. */
export const readColour = (colour: string): readonly [number, number, number] => {
  const [, red, green, blue] = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour) ?? []
  if (red === undefined || green === undefined || blue === undefined)
    throw new RangeError(`Not a colour of the form #rrggbb: ${colour}`)
  return [Number.parseInt(red, 16) / 255, Number.parseInt(green, 16) / 255, Number.parseInt(blue, 16) / 255]
}

/** A CSS hex colour as the three operands of a PDF colour operator. */
export const writeColour = (colour: string): string => readColour(colour).map(writeNumber).join(' ')

const luminance = (colour: readonly number[]): number => {
  const [red = 0, green = 0, blue = 0] = colour.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/**
 * The colour itself where text in it can be read on white, else as dark a shade of it as that takes: a contrast
 * of 7 to 1.
 *
 * @see WCAG 2.2, 1.4.6 Contrast (Enhanced)
 */
export const toInk = (colour: string): string => {
  let shade = [...readColour(colour)]
  while (1.05 / (luminance(shade) + 0.05) < 7) shade = shade.map((part) => part * 0.95)
  return `#${shade
    .map((part) =>
      Math.floor(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

/** The colour mixed with white: 1 leaves it as it is, 0 gives white. */
export const toTint = (colour: string, strength: number): string =>
  `#${readColour(colour)
    .map((part) =>
      Math.round((1 - strength + part * strength) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
