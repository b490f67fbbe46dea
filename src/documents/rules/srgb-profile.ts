const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0))

const number32 = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255)

/** A fixed-point number of 16 and 16 bits. */
const fixed = (value: number): number[] => number32(Math.round(value * 65536) >>> 0)

const colour = (x: number, y: number, z: number): number[] => [
  ...ascii('XYZ '),
  ...number32(0),
  ...fixed(x),
  ...fixed(y),
  ...fixed(z),
]

const words = (text: string): number[] => [...ascii('text'), ...number32(0), ...ascii(text), 0]

const description = (text: string): number[] => [
  ...ascii('desc'),
  ...number32(0),
  ...number32(text.length + 1),
  ...ascii(text),
  0,
  ...Array.from({ length: 78 }, () => 0),
]

const toMultipleOf4 = (bytes: readonly number[]): number[] => [
  ...bytes,
  ...Array.from({ length: (4 - (bytes.length % 4)) % 4 }, () => 0),
]

/**
 * An ICC profile of the colour space sRGB, version 2: primaries adapted to D50 and a gamma of 2.2, which is how the
 * curve of sRGB is near enough for printing.
 *
 * @see ICC.1:2001-04, and IEC 61966-2-1 for the primaries
 */
export const writeSrgbProfile = (): Uint8Array => {
  const curve = [...ascii('curv'), ...number32(0), ...number32(1), 0x02, 0x33, 0, 0]
  const tags: readonly (readonly [string, readonly number[]])[] = [
    ['desc', description('sRGB')],
    ['cprt', words('Public domain')],
    ['wtpt', colour(0.9642, 1, 0.8249)],
    ['rXYZ', colour(0.4361, 0.2225, 0.0139)],
    ['gXYZ', colour(0.3851, 0.7169, 0.0971)],
    ['bXYZ', colour(0.1431, 0.0606, 0.7141)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]
  let at = 128 + 4 + tags.length * 12
  const directory: number[] = [...number32(tags.length)]
  const bodies: number[] = []
  for (const [tag, bytes] of tags) {
    const body = toMultipleOf4(bytes)
    directory.push(...ascii(tag), ...number32(at), ...number32(bytes.length))
    bodies.push(...body)
    at += body.length
  }
  const header = [
    ...number32(at),
    ...number32(0),
    ...number32(0x02100000),
    ...ascii('mntrRGB XYZ '),
    ...[0x07, 0xea, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0],
    ...ascii('acsp'),
    ...Array.from({ length: 28 }, () => 0),
    ...[...fixed(0.9642), ...fixed(1), ...fixed(0.8249)],
    ...Array.from({ length: 48 }, () => 0),
  ]
  return Uint8Array.from([...header, ...directory, ...bodies])
}
