import { readColour } from './write-colour'

/** A gradient over the unit square that is laid over the shape it fills. */
export type Gradient = {
  /** Whether some of it can be seen through. */
  readonly isSheer: boolean
  /** The shading dictionary of its colours, or of its opacity as shades of grey. */
  describe(of: 'colour' | 'opacity'): ShadingDescription
}

type ShadingFunction = {
  FunctionType: number
  Domain: number[]
  C0?: number[]
  C1?: number[]
  N?: number
  Functions?: ShadingFunction[]
  Bounds?: number[]
  Encode?: number[]
}
type ShadingDescription = {
  ShadingType: number
  ColorSpace: string
  Coords: number[]
  Extend: boolean[]
  Function: ShadingFunction
}

type Stop = { readonly offset: number; readonly colour: readonly number[]; readonly opacity: number }

const blend = (stops: readonly Stop[], read: (stop: Stop) => readonly number[]): ShadingFunction => {
  const steps = stops.slice(1).map(
    (stop, index): ShadingFunction => ({
      FunctionType: 2,
      Domain: [0, 1],
      C0: [...read(stops[index] ?? stop)],
      C1: [...read(stop)],
      N: 1,
    }),
  )
  return {
    FunctionType: 3,
    Domain: [0, 1],
    Functions: steps,
    Bounds: stops.slice(1, -1).map(({ offset }) => offset),
    Encode: steps.flatMap(() => [0, 1]),
  }
}

const attribute = (list: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(list)?.[1]

/** The stops of a gradient from 0 to 1, whatever part of that is written down. */
const readStops = (content: string): Stop[] => {
  const stops = [...content.matchAll(/<stop ([^>]*)\/>/g)].map(
    ([, list = '']): Stop => ({
      offset: Number(attribute(list, 'offset') ?? 0),
      colour: readColour(attribute(list, 'stop-color') ?? '#000000'),
      opacity: Number(attribute(list, 'stop-opacity') ?? 1),
    }),
  )
  const [first, last] = [stops[0], stops.at(-1)]
  if (first === undefined || last === undefined)
    throw new RangeError('The picture has a gradient without stops.')
  return [
    ...(first.offset > 0 ? [{ ...first, offset: 0 }] : []),
    ...stops,
    ...(last.offset < 1 || stops.length === 1 ? [{ ...last, offset: 1 }] : []),
  ]
}

/**
 * The gradients of an SVG by id. The units are those of the shape's box, which is what SVG has by default.
 *
 * @see SVG 2, 14.2 Gradients; ISO 32000-2, 8.7.4.5 Shading types
 */
export const readGradients = (svg: string): Map<string, Gradient> => {
  const found = new Map<string, Gradient>()
  for (const [, kind, list = '', content = ''] of svg.matchAll(
    /<(linear|radial)Gradient ([^>]*)>([\s\S]*?)<\/\1Gradient>/g,
  )) {
    const stops = readStops(content)
    const number = (name: string, otherwise: number) => Number(attribute(list, name) ?? otherwise)
    const centre = [number('cx', 0.5), number('cy', 0.5)]
    const coordinates =
      kind === 'linear'
        ? [number('x1', 0), number('y1', 0), number('x2', 1), number('y2', 0)]
        : [...centre, 0, ...centre, number('r', 0.5)]
    found.set(attribute(list, 'id') ?? '', {
      isSheer: stops.some(({ opacity }) => opacity < 1),
      describe: (of) => ({
        ShadingType: kind === 'linear' ? 2 : 3,
        ColorSpace: of === 'colour' ? 'DeviceRGB' : 'DeviceGray',
        Coords: coordinates,
        Extend: [true, true],
        Function: blend(stops, of === 'colour' ? ({ colour }) => colour : ({ opacity }) => [opacity]),
      }),
    })
  }
  return found
}
