import { type Gradient, readGradients } from '../../documents/rules/read-gradients'
import { boxOf, type Segment } from '../../documents/rules/read-svg-path'
import {
  inheritedBySvg,
  readSvgAttributes,
  readSvgClips,
  readSvgShape,
  type SvgAttributes,
  svgElements,
  svgShapes,
} from '../../documents/rules/read-svg-shape'
import { readColour } from '../../documents/rules/write-colour'
import { coverShape, flatten, type Matrix, type Polygon, strokeOutline } from './cover-shape'

/** Red, green and blue from 0 to 1, and how far it hides what is behind. */
type Paint = (x: number, y: number) => readonly [number, number, number, number]

const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
]

const invert = ([a, b, c, d, e, f]: Matrix): Matrix => {
  const det = a * d - b * c
  return [d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det]
}

const readTransform = (transform: string): Matrix => {
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  for (const [, kind, list = ''] of transform.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [a = 0, b, cy = 0] = list.split(/[\s,]+/).map(Number)
    const [cos, sin] = [Math.cos((a * Math.PI) / 180), Math.sin((a * Math.PI) / 180)]
    if (kind === 'translate') matrix = multiply(matrix, [1, 0, 0, 1, a, b ?? 0])
    else if (kind === 'scale') matrix = multiply(matrix, [a, 0, 0, b ?? a, 0, 0])
    else if (kind === 'rotate') {
      const cx = b ?? 0
      const turn: Matrix = [cos, sin, -sin, cos, cx - cos * cx + sin * cy, cy - sin * cx - cos * cy]
      matrix = multiply(matrix, turn)
    } else throw new RangeError(`The picture has a transform of an unknown kind: ${kind}`)
  }
  return matrix
}

type Blending = ReturnType<Gradient['describe']>['Function']

/** What a gradient is at a share of its way: the values of its stops, blended. */
const blend = ({ Functions = [], Bounds = [] }: Blending, share: number): readonly number[] => {
  const edges = [0, ...Bounds, 1]
  const found = Bounds.findIndex((bound) => share < bound)
  const at = found === -1 ? Functions.length - 1 : found
  const [from = 0, to = 1] = [edges[at], edges[at + 1]]
  const part = to === from ? 1 : Math.min(1, Math.max(0, (share - from) / (to - from)))
  const { C0 = [], C1 = [] } = Functions[at] ?? {}
  return C0.map((start, index) => start + ((C1[index] ?? start) - start) * part)
}

const STEPS = 256

const gradientPaint = (gradient: Gradient, outline: readonly Segment[], matrix: Matrix): Paint => {
  const { left, bottom, width, height } = boxOf(outline)
  const { ShadingType, Coords, Function: colours } = gradient.describe('colour')
  const opacities = gradient.describe('opacity').Function
  const [a = 0, b = 0, c = 0, d = 0, , r = 1] = Coords
  const back = invert(multiply(matrix, [width || 1, 0, 0, height || 1, left, bottom]))
  const table = Array.from({ length: STEPS + 1 }, (_, step) => {
    const [red = 0, green = 0, blue = 0] = blend(colours, step / STEPS)
    const [opacity = 1] = blend(opacities, step / STEPS)
    return [red, green, blue, opacity] as const
  })
  const along = (c - a) ** 2 + (d - b) ** 2 || 1
  return (px, py) => {
    const x = back[0] * px + back[2] * py + back[4]
    const y = back[1] * px + back[3] * py + back[5]
    const share =
      ShadingType === 2 ? ((x - a) * (c - a) + (y - b) * (d - b)) / along : Math.hypot(x - a, y - b) / r
    return table[Math.round(Math.min(1, Math.max(0, share)) * STEPS)] ?? [0, 0, 0, 0]
  }
}

const paintOf = (
  fill: string,
  gradients: ReadonlyMap<string, Gradient>,
  shape: { readonly outline: readonly Segment[]; readonly matrix: Matrix },
): Paint => {
  const name = /^url\(#(.+)\)$/.exec(fill)?.[1]
  if (name === undefined) {
    const colour = [...readColour(fill), 1] as const
    return () => colour
  }
  const gradient = gradients.get(name)
  if (gradient === undefined) throw new RangeError(`The picture has no gradient ${name}.`)
  return gradientPaint(gradient, shape.outline, shape.matrix)
}

/** A square of pixels, each red, green, blue and opacity from 0 to 1, that shapes are laid on one after another. */
const openSheet = (size: number) => {
  const pixels = new Float32Array(size * size * 4)
  const lay = (polygons: readonly Polygon[], paint: Paint, opacity: number, clip: Float32Array | undefined) =>
    coverShape(polygons, size, (x, y, covered) => {
      const [red, green, blue, own] = paint(x + 0.5, y + 0.5)
      const at = (y * size + x) * 4
      const alpha = covered * own * opacity * (clip === undefined ? 1 : (clip[y * size + x] ?? 0))
      const under = (pixels[at + 3] ?? 0) * (1 - alpha)
      const sum = alpha + under
      if (sum === 0) return
      pixels[at] = (red * alpha + (pixels[at] ?? 0) * under) / sum
      pixels[at + 1] = (green * alpha + (pixels[at + 1] ?? 0) * under) / sum
      pixels[at + 2] = (blue * alpha + (pixels[at + 2] ?? 0) * under) / sum
      pixels[at + 3] = sum
    })
  return { lay, bytes: () => Uint8ClampedArray.from(pixels, (value) => Math.round(value * 255)) }
}

type Layer = {
  readonly attributes: SvgAttributes
  readonly matrix: Matrix
  readonly clip: Float32Array | undefined
}

const cutTo = (outline: readonly Segment[], matrix: Matrix, size: number): Float32Array => {
  const mask = new Float32Array(size * size)
  coverShape(flatten(outline, matrix), size, (x, y, covered) => {
    mask[y * size + x] = covered
  })
  return mask
}

/** Lays the inside and the edge of a shape on a sheet, in the order that it asks for. */
const paintShape = (
  sheet: ReturnType<typeof openSheet>,
  gradients: ReadonlyMap<string, Gradient>,
  { name, attributes, matrix, clip }: Layer & { readonly name: string },
) => {
  const outline = readSvgShape(name, attributes)
  const { fill = '#000000', stroke = 'none' } = attributes
  const opacityOf = (of: string) => Number(attributes[of] ?? 1)
  const lay = (polygons: readonly Polygon[], colour: string, opacity: number) =>
    sheet.lay(polygons, paintOf(colour, gradients, { outline, matrix }), opacity, clip)
  const fills = () => {
    if (fill !== 'none') lay(flatten(outline, matrix), fill, opacityOf('fill-opacity'))
  }
  const strokes = () => {
    if (stroke === 'none') return
    const pen = {
      width: Number(attributes['stroke-width'] ?? 1),
      round: attributes['stroke-linecap'] === 'round',
    }
    lay(strokeOutline(outline, pen, matrix), stroke, opacityOf('stroke-opacity'))
  }
  const order = attributes['paint-order'] === 'stroke' ? [strokes, fills] : [fills, strokes]
  for (const step of order) step()
}

/**
 * Paints one of the badge pictures: the same parts of SVG that `drawSvg` sets in a PDF, at `size` pixels a side.
 *
 * @returns red, green, blue and opacity of each pixel from 0 to 255, row by row
 * @throws RangeError for a part of SVG that the templates do not use
 */
export const paintPicture = (svg: string, size: number): Uint8ClampedArray => {
  const box = Number(/viewBox="0 0 ([\d.]+) /.exec(svg)?.[1] ?? 600)
  const [clips, gradients, sheet] = [readSvgClips(svg), readGradients(svg), openSheet(size)]
  const layers: Layer[] = [{ attributes: {}, matrix: [size / box, 0, 0, size / box, 0, 0], clip: undefined }]
  const drawn = svg.replace(/<defs>[\s\S]*?<\/defs>/g, '')
  for (const [, closing, name = '', list = '', empty] of drawn.matchAll(svgElements)) {
    const outer = layers.at(-1)
    if (outer === undefined) throw new RangeError('The picture closes a group that it never opened.')
    const own = readSvgAttributes(list)
    const matrix = multiply(outer.matrix, readTransform(own['transform'] ?? ''))
    if (name === 'g' && closing === '/') layers.pop()
    else if (name === 'g' && empty === '') {
      const kept: SvgAttributes = { ...outer.attributes, ...own }
      const clip = clips.get(own['clip-path'] ?? '')
      layers.push({
        matrix,
        attributes: Object.fromEntries(Object.entries(kept).filter(([key]) => inheritedBySvg.includes(key))),
        clip: clip === undefined ? outer.clip : cutTo(clip, matrix, size),
      })
    } else if (svgShapes.includes(name)) {
      paintShape(sheet, gradients, { ...outer, name, matrix, attributes: { ...outer.attributes, ...own } })
    }
  }
  return sheet.bytes()
}
