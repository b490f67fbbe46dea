import {
  PDFArray,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  type PDFRef,
  PDFString,
} from 'pdf-lib'
import { type Face, openFace } from './open-face'
import type { ShapedText } from './shape-text'
import { writeColour } from './write-colour'
import { writeNumber, writeNumbers } from './write-number'

/** What a part of the page is to someone who has it read out. */
export type Role = 'H1' | 'H2' | 'P' | 'Figure'

type PartOptions = {
  readonly role: Role
  readonly language: string
  /** What stands in for a picture. */
  readonly description?: string
  /** The text where the drawn glyphs do not give it. */
  readonly text?: string
}

/** One page that is drawn on; measures in points from the bottom left. */
export type Canvas = {
  readonly width: number
  readonly height: number
  openFace(bytes: Uint8Array): Face
  /** A part in the order of reading: what `draw` adds belongs to it. */
  part(options: PartOptions, draw: () => void): void
  /** Decoration, passed over by readers. */
  decoration(draw: () => void): void
  text(shaped: ShapedText, x: number, y: number, colour: string): void
  rule(from: readonly [number, number], to: readonly [number, number], width: number, colour: string): void
  /** Operators as they are. */
  add(operators: string): void
  /** A form of one square point, drawn with its sides `size` long. */
  form(reference: PDFRef, x: number, y: number, size: number): void
  /** Writes page, fonts and structure; nothing can be drawn afterwards. */
  finish(language: string): void
}

const writeText = ({ glyphs, size }: ShapedText, left: number, bottom: number): string => {
  const lines: string[] = []
  let pen = 0
  let before: { face: Face; y: number } | undefined
  for (const { face, glyph, text, x, y } of glyphs) {
    if (before?.face !== face || before.y !== y) {
      if (before !== undefined) lines.push('] TJ')
      if (before?.face !== face) lines.push(`/${face.resource} ${writeNumber(size)} Tf`)
      lines.push(`1 0 0 1 ${writeNumbers(left + x, bottom + y)} Tm [`)
      pen = x
    }
    const shift = ((pen - x) / size) * 1000
    if (Math.abs(shift) > 0.5) lines.push(writeNumber(shift))
    pen = x + (glyph.advanceWidth / face.font.unitsPerEm) * size
    lines.push(`<${face.encode(glyph, text)}>`)
    before = { face, y }
  }
  return before === undefined ? '' : `BT ${lines.join(' ')} ] TJ ET`
}

/** The tree that says in which order and as what the parts of the page are read. */
const openStructure = (document: PDFDocument, pageReference: PDFRef) => {
  const { context } = document
  const [root, body] = [context.nextRef(), context.nextRef()]
  const parts: PDFRef[] = []
  return {
    add: ({ role, language, description, text }: PartOptions): number => {
      const entries: Record<string, PDFObject | string | number> = {
        Type: 'StructElem',
        S: role,
        P: body,
        Pg: pageReference,
        K: parts.length,
        Lang: PDFString.of(language),
      }
      if (description !== undefined) entries['Alt'] = PDFHexString.fromText(description)
      if (text !== undefined) entries['ActualText'] = PDFHexString.fromText(text)
      parts.push(context.register(context.obj(entries)))
      return parts.length - 1
    },
    finish: (language: string) => {
      const order = PDFArray.withContext(context)
      for (const part of parts) order.push(part)
      context.assign(body, context.obj({ Type: 'StructElem', S: 'Document', P: root, K: order }))
      context.assign(
        root,
        context.obj({
          Type: 'StructTreeRoot',
          K: [body],
          ParentTree: context.obj({ Nums: [0, context.register(order)] }),
          ParentTreeNextKey: 1,
        }),
      )
      document.catalog.set(PDFName.of('StructTreeRoot'), root)
      document.catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }))
      document.catalog.set(PDFName.of('Lang'), PDFString.of(language))
      document.catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }))
    },
  }
}

/**
 * Adds a page that is written as a tagged PDF.
 *
 * @see ISO 32000-2, 14.8 Tagged PDF
 */
export const openCanvas = (document: PDFDocument, width: number, height: number): Canvas => {
  const { context } = document
  const page = document.addPage([width, height])
  const structure = openStructure(document, page.ref)
  const content: string[] = []
  const faces: Face[] = []
  const forms: PDFRef[] = []
  return {
    width,
    height,
    openFace: (bytes) => {
      const face = openFace(context, `F${faces.length + 1}`, bytes)
      faces.push(face)
      return face
    },
    part: (options, draw) => {
      content.push(`/${options.role} <</MCID ${structure.add(options)}>> BDC`)
      draw()
      content.push('EMC')
    },
    decoration: (draw) => {
      content.push('/Artifact BMC')
      draw()
      content.push('EMC')
    },
    text: (shaped, x, y, colour) => content.push(`${writeColour(colour)} rg ${writeText(shaped, x, y)}`),
    rule: (from, to, thickness, colour) =>
      content.push(
        `${writeColour(colour)} RG ${writeNumber(thickness)} w ${writeNumbers(...from)} m ${writeNumbers(...to)} l S`,
      ),
    add: (operators) => content.push(operators),
    form: (reference, x, y, size) => {
      forms.push(reference)
      content.push(`q ${writeNumbers(size, 0, 0, size, x, y)} cm /X${forms.length} Do Q`)
    },
    finish: (language) => {
      for (const face of faces) face.embed()
      const used = faces.filter((face) => context.lookup(face.reference) !== undefined)
      page.node.set(PDFName.of('Contents'), context.register(context.flateStream(content.join('\n'))))
      page.node.set(
        PDFName.of('Resources'),
        context.obj({
          Font: Object.fromEntries(used.map((face) => [face.resource, face.reference])),
          XObject: Object.fromEntries(forms.map((form, index) => [`X${index + 1}`, form])),
        }),
      )
      page.node.set(PDFName.of('StructParents'), context.obj(0))
      page.node.set(PDFName.of('Tabs'), PDFName.of('S'))
      structure.finish(language)
    },
  }
}
