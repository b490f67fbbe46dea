/** A path as PDF draws it: moves, straight lines, cubic curves and closings, all absolute. */
export type Segment =
  | { readonly kind: 'm' | 'l'; readonly points: readonly [number, number] }
  | { readonly kind: 'c'; readonly points: readonly [number, number, number, number, number, number] }
  | { readonly kind: 'h' }

export type Box = {
  readonly left: number
  readonly bottom: number
  readonly width: number
  readonly height: number
}

const numbersPerCommand: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  H: 1,
  V: 1,
  C: 6,
  S: 4,
  Q: 4,
  A: 7,
  Z: 0,
}

type Command = { readonly letter: string; readonly values: readonly number[] }

const readCommands = (data: string): Command[] =>
  [...data.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)].flatMap(([, letter = '', list = '']) => {
    const values = (list.match(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/g) ?? []).map(Number)
    const count = numbersPerCommand[letter.toUpperCase()]
    if (count === undefined) throw new RangeError(`No such path command: ${letter}`)
    if (count === 0) return [{ letter, values }]
    return Array.from({ length: Math.max(1, values.length / count) }, (_, index) => ({
      letter: index > 0 && letter.toUpperCase() === 'M' ? (letter === 'm' ? 'l' : 'L') : letter,
      values: values.slice(index * count, index * count + count),
    }))
  })

/** The part of an elliptical arc command that is drawn, as cubic curves of a quarter turn at most. */
const arcToCurves = (
  from: readonly [number, number],
  [rx0 = 0, ry0 = 0, tilt = 0, large = 0, sweep = 0, x = 0, y = 0]: readonly number[],
): Segment[] => {
  if (rx0 === 0 || ry0 === 0) return [{ kind: 'l', points: [x, y] }]
  const [cos, sin] = [Math.cos((tilt * Math.PI) / 180), Math.sin((tilt * Math.PI) / 180)]
  const [dx, dy] = [(from[0] - x) / 2, (from[1] - y) / 2]
  const [u, v] = [cos * dx + sin * dy, cos * dy - sin * dx]
  const grow = Math.max(1, Math.hypot(u / rx0, v / ry0))
  const [rx, ry] = [Math.abs(rx0) * grow, Math.abs(ry0) * grow]
  const left = Math.max(0, (rx * ry) ** 2 - (rx * v) ** 2 - (ry * u) ** 2)
  const factor = (large === sweep ? -1 : 1) * Math.sqrt(left / ((rx * v) ** 2 + (ry * u) ** 2 || 1))
  const [cu, cv] = [(factor * rx * v) / ry, (-factor * ry * u) / rx]
  const start = Math.atan2((v - cv) / ry, (u - cu) / rx)
  let turn = Math.atan2((-v - cv) / ry, (-u - cu) / rx) - start
  if (sweep === 0 && turn > 0) turn -= 2 * Math.PI
  if (sweep === 1 && turn < 0) turn += 2 * Math.PI
  const [middleX, middleY] = [(from[0] + x) / 2, (from[1] + y) / 2]
  const place = (a: number, b: number): [number, number] => [
    cos * (cu + rx * a) - sin * (cv + ry * b) + middleX,
    sin * (cu + rx * a) + cos * (cv + ry * b) + middleY,
  ]
  const pieces = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-6))
  const step = turn / pieces
  const reach = (4 / 3) * Math.tan(step / 4)
  return Array.from({ length: pieces }, (_, piece): Segment => {
    const [a, b] = [start + piece * step, start + (piece + 1) * step]
    const first = place(Math.cos(a) - reach * Math.sin(a), Math.sin(a) + reach * Math.cos(a))
    const second = place(Math.cos(b) + reach * Math.sin(b), Math.sin(b) - reach * Math.cos(b))
    const end = piece === pieces - 1 ? ([x, y] as const) : place(Math.cos(b), Math.sin(b))
    return { kind: 'c', points: [...first, ...second, ...end] }
  })
}

/** The values of a command as absolute ones. */
const toAbsolute = ({ letter, values }: Command, x: number, y: number): Command => {
  const upper = letter.toUpperCase()
  if (letter === upper) return { letter, values }
  const moved = values.map((value, index) => {
    if (upper === 'H') return value + x
    if (upper === 'V') return value + y
    if (upper === 'A') return index === 5 ? value + x : index === 6 ? value + y : value
    return value + (index % 2 === 0 ? x : y)
  })
  return { letter: upper, values: moved }
}

/**
 * Reads the data of an SVG path. Throws `RangeError` for a command that SVG does not have.
 *
 * @see SVG 2, 9.3 Path data
 */
export const readSvgPath = (data: string): Segment[] => {
  const segments: Segment[] = []
  let [x, y, startX, startY, controlX, controlY] = [0, 0, 0, 0, 0, 0]
  for (const command of readCommands(data)) {
    const { letter, values } = toAbsolute(command, x, y)
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = values
    let [nextControlX, nextControlY] = [Number.NaN, Number.NaN]
    if (letter === 'M') {
      segments.push({ kind: 'm', points: [a, b] })
      ;[x, y, startX, startY] = [a, b, a, b]
    } else if (letter === 'Z') {
      segments.push({ kind: 'h' })
      ;[x, y] = [startX, startY]
    } else if (letter === 'A') {
      segments.push(...arcToCurves([x, y], values))
      ;[x, y] = [values[5] ?? x, values[6] ?? y]
    } else if (letter === 'C' || letter === 'S') {
      const first =
        letter === 'C' ? [a, b] : [controlX ? 2 * x - controlX : x, controlY ? 2 * y - controlY : y]
      const [p = 0, q = 0, r = 0, s = 0] = letter === 'C' ? [c, d, e, f] : [a, b, c, d]
      segments.push({ kind: 'c', points: [first[0] ?? x, first[1] ?? y, p, q, r, s] })
      ;[nextControlX, nextControlY, x, y] = [p, q, r, s]
    } else if (letter === 'Q') {
      const points = [
        x + (2 / 3) * (a - x),
        y + (2 / 3) * (b - y),
        c + (2 / 3) * (a - c),
        d + (2 / 3) * (b - d),
      ]
      const [p = 0, q = 0, r = 0, s = 0] = points
      segments.push({ kind: 'c', points: [p, q, r, s, c, d] })
      ;[x, y] = [c, d]
    } else {
      ;[x, y] = letter === 'H' ? [a, y] : letter === 'V' ? [x, a] : [a, b]
      segments.push({ kind: 'l', points: [x, y] })
    }
    ;[controlX, controlY] = [nextControlX, nextControlY]
  }
  return segments
}

/** The smallest box around a path, to the nearest sixteenth of each curve. */
export const boxOf = (segments: readonly Segment[]): Box => {
  const [xs, ys]: [number[], number[]] = [[], []]
  for (const segment of segments) {
    if (segment.kind === 'h') continue
    if (segment.kind !== 'c') {
      xs.push(segment.points[0])
      ys.push(segment.points[1])
      continue
    }
    const [a, b, c, d, e, f] = segment.points
    const [x, y] = [xs.at(-1) ?? a, ys.at(-1) ?? b]
    for (let t = 1 / 16; t <= 1; t += 1 / 16) {
      const [p, q, r, s] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3]
      xs.push(p * x + q * a + r * c + s * e)
      ys.push(p * y + q * b + r * d + s * f)
    }
  }
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)]
  return { left, bottom, width: Math.max(...xs) - left, height: Math.max(...ys) - bottom }
}
