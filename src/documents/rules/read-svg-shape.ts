import { readSvgPath, type Segment } from './read-svg-path'

export type SvgAttributes = Readonly<Record<string, string>>

/** The attributes of an element as they are written. */
export const readSvgAttributes = (list: string): SvgAttributes =>
  Object.fromEntries(
    [...list.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  )

/** Every tag of an SVG: whether it closes, its name, its attributes, and whether it is empty. */
export const svgElements = /<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>/g

/** What a group hands down to what is in it. */
export const inheritedBySvg = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-linecap',
  'stroke-linejoin',
  'fill-opacity',
  'stroke-opacity',
]

/** Elements that are drawn. */
export const svgShapes = ['path', 'circle', 'ellipse', 'rect']

const ellipse = (cx: number, cy: number, rx: number, ry: number): Segment[] =>
  readSvgPath(`M${cx - rx} ${cy}A${rx} ${ry} 0 1 1 ${cx + rx} ${cy}A${rx} ${ry} 0 1 1 ${cx - rx} ${cy}Z`)

/** The outline of one of `svgShapes`; rectangles have sharp corners. */
export const readSvgShape = (name: string, attributes: SvgAttributes): Segment[] => {
  const number = (attribute: string) => Number(attributes[attribute] ?? 0)
  const [cx, cy, r] = [number('cx'), number('cy'), number('r')]
  if (name === 'circle') return ellipse(cx, cy, r, r)
  if (name === 'ellipse') return ellipse(cx, cy, number('rx'), number('ry'))
  if (name === 'rect') {
    const [x, y, width, height] = [number('x'), number('y'), number('width'), number('height')]
    return readSvgPath(`M${x} ${y}H${x + width}V${y + height}H${x}Z`)
  }
  return name === 'path' ? readSvgPath(attributes['d'] ?? '') : []
}

/** The circles that groups may be cut to, by the value of their `clip-path`. */
export const readSvgClips = (svg: string): Map<string, Segment[]> =>
  new Map(
    [...svg.matchAll(/<clipPath id="([^"]+)"><circle ([^>]*)\/><\/clipPath>/g)].map(
      ([, id = '', list = '']) => [`url(#${id})`, readSvgShape('circle', readSvgAttributes(list))],
    ),
  )
