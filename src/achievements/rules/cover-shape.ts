import type { Segment } from '../../documents/rules/read-svg-path'

/** As in SVG: a b c d e f of `matrix(...)`. */
export type Matrix = readonly [number, number, number, number, number, number]
type Point = readonly [number, number]
export type Polygon = readonly Point[]

/** Lines of a curve, and rows of a pixel. */
const PIECES = 12
const ROWS = 5

type Line = { readonly points: Point[]; closed: boolean }

/** The lines of a path, curves as short ones. */
const linesOf = (segments: readonly Segment[]): Line[] => {
  const lines: Line[] = []
  for (const segment of segments) {
    const line = lines.at(-1)
    if (segment.kind === 'm') lines.push({ points: [[...segment.points]], closed: false })
    else if (line === undefined) continue
    else if (segment.kind === 'l') line.points.push([...segment.points])
    else if (segment.kind === 'h') {
      line.closed = true
      const [first] = line.points
      if (first !== undefined) lines.push({ points: [first], closed: false })
    } else if (segment.kind === 'c') {
      const [x, y] = line.points.at(-1) ?? [0, 0]
      const [a, b, c, d, e, f] = segment.points
      for (let piece = 1; piece <= PIECES; piece++) {
        const t = piece / PIECES
        const [p, q, r, s] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3]
        line.points.push([p * x + q * a + r * c + s * e, p * y + q * b + r * d + s * f])
      }
    }
  }
  return lines.filter(({ points }) => points.length > 1)
}

const place =
  ([a, b, c, d, e, f]: Matrix) =>
  ([x, y]: Point): Point => [a * x + c * y + e, b * x + d * y + f]

/** A path as polygons on the sheet. */
export const flatten = (segments: readonly Segment[], matrix: Matrix): Polygon[] =>
  linesOf(segments).map(({ points }) => points.map(place(matrix)))

/** All turned the same way, so that polygons that lie over each other add up and never cut each other out. */
const turned = (polygon: Polygon): Polygon => {
  let area = 0
  polygon.forEach(([x, y], index) => {
    const [nextX, nextY] = polygon[(index + 1) % polygon.length] ?? [0, 0]
    area += x * nextY - nextX * y
  })
  return area < 0 ? [...polygon].reverse() : polygon
}

const disc = ([x, y]: Point, radius: number): Polygon =>
  Array.from({ length: 20 }, (_, index): Point => {
    const angle = (index / 20) * 2 * Math.PI
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
  })

/** Where a line is so nearly straight on that its corner is filled by two triangles. */
const STRAIGHT = Math.cos(0.2)

const towards = (from: Point, to: Point): Point => {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1
  return [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
}

/** What fills the outside of a corner. */
const joinOf = (before: Point, point: Point, after: Point, half: number): Polygon[] => {
  const [a, b] = [towards(before, point), towards(point, after)]
  if (a[0] * b[0] + a[1] * b[1] < STRAIGHT) return [disc(point, half)]
  const beside = ([dx, dy]: Point, side: number): Point => [
    point[0] + dy * half * side,
    point[1] - dx * half * side,
  ]
  return [1, -1].map((side) => [point, beside(a, side), beside(b, side)])
}

/** What a stroke along a path covers, with round joins, as polygons that may lie over each other. */
export const strokeOutline = (
  segments: readonly Segment[],
  pen: { readonly width: number; readonly round: boolean },
  matrix: Matrix,
): Polygon[] => {
  const half = pen.width / 2
  const polygons: Polygon[] = []
  for (const { points, closed } of linesOf(segments)) {
    const ring = closed ? [...points, points[0] ?? [0, 0]] : points
    ring.forEach((point, index) => {
      const next = ring[index + 1]
      const before = ring[index - 1] ?? (closed ? ring.at(-2) : undefined)
      if (before !== undefined && next !== undefined) polygons.push(...joinOf(before, point, next, half))
      else if (!closed && pen.round) polygons.push(disc(point, half))
      if (next === undefined) return
      const length = Math.hypot(next[0] - point[0], next[1] - point[1])
      if (length === 0) return
      const [dx, dy] = [((next[1] - point[1]) / length) * half, ((point[0] - next[0]) / length) * half]
      polygons.push([
        [point[0] + dx, point[1] + dy],
        [next[0] + dx, next[1] + dy],
        [next[0] - dx, next[1] - dy],
        [point[0] - dx, point[1] - dy],
      ])
    })
  }
  return polygons.map((polygon) => turned(polygon.map(place(matrix))))
}

type Edge = {
  readonly top: number
  readonly bottom: number
  readonly x: number
  readonly slope: number
  readonly way: 1 | -1
}

const edgesOf = (polygons: readonly Polygon[]): Edge[] =>
  polygons.flatMap((polygon) =>
    polygon.flatMap(([x1, y1], index): Edge[] => {
      const [x2, y2] = polygon[(index + 1) % polygon.length] ?? [x1, y1]
      if (y1 === y2) return []
      const slope = (x2 - x1) / (y2 - y1)
      return y1 < y2
        ? [{ top: y1, bottom: y2, x: x1, slope, way: 1 }]
        : [{ top: y2, bottom: y1, x: x2, slope, way: -1 }]
    }),
  )

/** Adds the part of each pixel of a row that lies between two places. */
const addSpan = (row: Float32Array, from: number, to: number) => {
  const [start, end] = [Math.max(0, from), Math.min(row.length, to)]
  for (let x = Math.floor(start); x < end; x++)
    row[x] = (row[x] ?? 0) + (Math.min(end, x + 1) - Math.max(start, x)) / ROWS
}

/** Tells of each pixel that polygons cover, by the rule of winding, how much of it: more than 0, up to 1. */
export const coverShape = (
  polygons: readonly Polygon[],
  size: number,
  tell: (x: number, y: number, covered: number) => void,
): void => {
  const edges = edgesOf(polygons).sort((a, b) => a.top - b.top)
  const lowest = Math.min(size, Math.ceil(edges.reduce((most, { bottom }) => Math.max(most, bottom), 0)))
  let next = 0
  let active: Edge[] = []
  const row = new Float32Array(size)
  for (let y = Math.max(0, Math.floor(edges[0]?.top ?? 0)); y < lowest; y++) {
    row.fill(0)
    const begun = edges.slice(next).findIndex(({ top }) => top >= y + 1)
    const until = begun === -1 ? edges.length : next + begun
    active = [...active, ...edges.slice(next, until)].filter(({ bottom }) => bottom > y)
    next = until
    for (let part = 0; part < ROWS; part++) {
      const at = y + (part + 0.5) / ROWS
      const crossings: { readonly x: number; readonly way: number }[] = []
      for (const { x, top, bottom, slope, way } of active)
        if (top <= at && bottom > at) crossings.push({ x: x + (at - top) * slope, way })
      crossings.sort((a, b) => a.x - b.x)
      let winding = 0
      crossings.forEach(({ x, way }, index) => {
        winding += way
        const to = crossings[index + 1]?.x
        if (winding !== 0 && to !== undefined) addSpan(row, x, to)
      })
    }
    for (let x = 0; x < size; x++) {
      const covered = row[x] ?? 0
      if (covered > 0.001) tell(x, y, Math.min(1, covered))
    }
  }
}
