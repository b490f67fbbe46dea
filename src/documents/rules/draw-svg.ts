import type { PDFContext, PDFDict, PDFRef } from 'pdf-lib'
import { type Gradient, readGradients } from './read-gradients'
import { boxOf, type Segment } from './read-svg-path'
import {
  inheritedBySvg,
  readSvgAttributes,
  readSvgClips,
  readSvgShape,
  type SvgAttributes,
  svgElements,
  svgShapes,
} from './read-svg-shape'
import { writeColour } from './write-colour'
import { writeNumber, writeNumbers } from './write-number'

const writeOutline = (segments: readonly Segment[]): string =>
  segments
    .map((segment) => (segment.kind === 'h' ? 'h' : `${writeNumbers(...segment.points)} ${segment.kind}`))
    .join(' ')

const writeTransform = (transform: string): string =>
  [...transform.matchAll(/(\w+)\(([^)]*)\)/g)]
    .map(([, kind, list = '']) => {
      const [a = 0, b, cy = 0] = list.split(/[\s,]+/).map(Number)
      if (kind === 'translate') return `1 0 0 1 ${writeNumbers(a, b ?? 0)} cm`
      if (kind === 'scale') return `${a} 0 0 ${b ?? a} 0 0 cm`
      if (kind !== 'rotate') throw new RangeError(`The picture has a transform of an unknown kind: ${kind}`)
      const [cos, sin] = [Math.cos((a * Math.PI) / 180), Math.sin((a * Math.PI) / 180)]
      const cx = b ?? 0
      const moved = writeNumbers(cx - cos * cx + sin * cy, cy - sin * cx - cos * cy)
      return `${cos.toFixed(6)} ${sin.toFixed(6)} ${(-sin).toFixed(6)} ${cos.toFixed(6)} ${moved} cm`
    })
    .join(' ')

const caps: Readonly<Record<string, number>> = { butt: 0, round: 1, square: 2 }
const joinsOf: Readonly<Record<string, number>> = { miter: 0, round: 1, bevel: 2 }

/** The resources that a picture needs, each made once. */
const openResources = (context: PDFContext, gradients: ReadonlyMap<string, Gradient>) => {
  const states = new Map<string, PDFDict>()
  const shadings = new Map<string, PDFRef>()
  const shading = (id: string, of: 'colour' | 'opacity'): PDFRef => {
    const gradient = gradients.get(id)
    if (gradient === undefined) throw new RangeError(`The picture has no gradient ${id}.`)
    const known = shadings.get(`${id}-${of}`)
    if (known !== undefined) return known
    const made = context.register(context.obj(gradient.describe(of)))
    shadings.set(`${id}-${of}`, made)
    return made
  }
  return {
    states,
    shadings,
    shading,
    isSheer: (id: string) => gradients.get(id)?.isSheer ?? false,
    opacity: (fill: number, stroke: number): string => {
      const name = `a${Math.round(fill * 1000)}-${Math.round(stroke * 1000)}`
      states.set(name, context.obj({ ca: fill, CA: stroke }))
      return `/${name} gs`
    },
    /** A soft mask of a gradient's opacity over the box that `place` maps the gradient to. */
    mask: (id: string, place: string, size: number): string => {
      const name = `m-${id}`
      const form = context.stream(`${place} /s sh`, {
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [0, 0, size, size],
        Group: { S: 'Transparency', CS: 'DeviceGray' },
        Resources: { Shading: { s: shading(id, 'opacity') } },
      })
      states.set(name, context.obj({ SMask: { S: 'Luminosity', G: context.register(form) } }))
      return `/${name} gs`
    },
  }
}

type Resources = ReturnType<typeof openResources>

const writeFill = (outline: readonly Segment[], fill: string, size: number, resources: Resources): string => {
  const gradient = /^url\(#(.+)\)$/.exec(fill)?.[1]
  if (gradient === undefined) return `${writeColour(fill)} rg ${writeOutline(outline)} f`
  const { left, bottom, width, height } = boxOf(outline)
  const place = `${writeNumbers(width, 0, 0, height, left, bottom)} cm`
  const mask = resources.isSheer(gradient) ? `${resources.mask(gradient, place, size)} ` : ''
  resources.shading(gradient, 'colour')
  return `q ${mask}${writeOutline(outline)} W n ${place} /${gradient}-colour sh Q`
}

const writeShape = (name: string, attributes: SvgAttributes, size: number, resources: Resources): string => {
  const outline = readSvgShape(name, attributes)
  const { fill = '#000000', stroke = 'none' } = attributes
  const opacity = (of: string) => Number(attributes[of] ?? 1)
  const parts = [resources.opacity(opacity('fill-opacity'), opacity('stroke-opacity'))]
  if (attributes['transform'] !== undefined) parts.push(writeTransform(attributes['transform']))
  if (fill !== 'none') parts.push(writeFill(outline, fill, size, resources))
  if (stroke !== 'none') {
    const cap = caps[attributes['stroke-linecap'] ?? 'butt'] ?? 0
    const join = joinsOf[attributes['stroke-linejoin'] ?? 'miter'] ?? 0
    const width = writeNumber(Number(attributes['stroke-width'] ?? 1))
    parts.push(`${writeColour(stroke)} RG ${width} w ${cap} J ${join} j ${writeOutline(outline)} S`)
  }
  return `q ${parts.join(' ')} Q`
}

/**
 * Draws one of the release's own badge pictures as vectors: paths, circles, ellipses, rectangles, groups, gradients and a circular clip,
 * which is all that the badge templates are made of. Gives a form that fills a square of one point.
 *
 * @throws RangeError for a part of SVG that the templates do not use
 * @see ISO 32000-2, 8.10 Form XObjects
 */
export const drawSvg = (context: PDFContext, svg: string): PDFRef => {
  const size = Number(/viewBox="0 0 ([\d.]+) /.exec(svg)?.[1] ?? 600)
  const clips = readSvgClips(svg)
  const resources = openResources(context, readGradients(svg))
  const drawn = svg.replace(/<defs>[\s\S]*?<\/defs>/g, '')
  const content: string[] = []
  const groups: SvgAttributes[] = [{}]
  for (const [, closing, name = '', list = '', empty] of drawn.matchAll(svgElements)) {
    const outer = groups.at(-1) ?? {}
    const attributes = readSvgAttributes(list)
    if (name === 'g' && closing === '/') {
      groups.pop()
      content.push('Q')
    } else if (name === 'g' && empty === '') {
      const kept = { ...outer, ...attributes }
      groups.push(
        Object.fromEntries(
          inheritedBySvg.flatMap((one) => (kept[one] === undefined ? [] : [[one, kept[one]]])),
        ),
      )
      const clip = clips.get(attributes['clip-path'] ?? '')
      content.push(
        `q ${writeTransform(attributes['transform'] ?? '')}${clip ? ` ${writeOutline(clip)} W n` : ''}`,
      )
    } else if (svgShapes.includes(name)) {
      content.push(writeShape(name, { ...outer, ...attributes }, size, resources))
    }
  }
  return context.register(
    context.flateStream(content.join('\n'), {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, size, size],
      Matrix: [1 / size, 0, 0, -1 / size, 0, 1],
      Group: { S: 'Transparency', CS: 'DeviceRGB' },
      Resources: {
        ExtGState: Object.fromEntries(resources.states),
        Shading: Object.fromEntries(resources.shadings),
      },
    }),
  )
}
