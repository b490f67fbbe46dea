import { type PDFDocument, PDFHexString, PDFName, type PDFPage, type PDFRef, PDFString } from 'pdf-lib'
import { type Face, openFace } from './open-face'
import { openStructure, type PartOptions, type Structure } from './open-structure'
import type { ShapedText } from './shape-text'
import { writeColour } from './write-colour'
import { writeNumber, writeNumbers } from './write-number'
import { writeText } from './write-text'

export type { PartOptions, Role } from './open-structure'

/** One page that is drawn on; measures in points from the bottom left. */
export type Canvas = {
  readonly width: number
  readonly height: number
  /** A part in the order of reading: what `draw` adds belongs to it. */
  part(options: PartOptions, draw: () => void): void
  /** A part that leads to an address; `box` is left, bottom, right, top of what can be pressed. */
  link(
    options: Omit<PartOptions, 'role'> & {
      readonly address: string
      readonly box: readonly [number, number, number, number]
    },
    draw: () => void,
  ): void
  /** Decoration, passed over by readers. */
  decoration(draw: () => void): void
  text(shaped: ShapedText, x: number, y: number, colour: string): void
  rule(from: readonly [number, number], to: readonly [number, number], width: number, colour: string): void
  /** Operators as they are. */
  add(operators: string): void
  /** A form of one square point, drawn with its sides `size` long. */
  form(reference: PDFRef, x: number, y: number, size: number): void
  /** An entry among the bookmarks of the document that leads to a height on this page. */
  bookmark(title: string, top: number): void
}

/** The pages of one tagged PDF, which share their fonts and the order in which they are read. */
export type Book = {
  /** Only the glyphs that are drawn go into the PDF. */
  openFace(bytes: Uint8Array): Face
  /**
   * A page of that size; with `crop`, on a sheet that is so many points larger on each side, with marks that say where
   * to cut.
   */
  page(width: number, height: number, crop?: number): Canvas
  /** A part that holds those that `draw` adds, over pages too, such as a table. */
  within(options: PartOptions, draw: () => void): void
  /** Writes pages, fonts, bookmarks and structure; nothing can be drawn afterwards. */
  finish(language: string): void
}

type Bookmark = { readonly title: string; readonly page: PDFRef; readonly top: number }

const writeBookmarks = (document: PDFDocument, bookmarks: readonly Bookmark[]): void => {
  if (bookmarks.length === 0) return
  const { context } = document
  const root = context.nextRef()
  const references = bookmarks.map(() => context.nextRef())
  for (const [index, { title, page, top }] of bookmarks.entries()) {
    const reference = references[index]
    const [previous, next] = [references[index - 1], references[index + 1]]
    if (reference === undefined) continue
    context.assign(
      reference,
      context.obj({
        Title: PDFHexString.fromText(title),
        Parent: root,
        ...(previous === undefined ? {} : { Prev: previous }),
        ...(next === undefined ? {} : { Next: next }),
        Dest: [page, PDFName.of('XYZ'), 0, top, 0],
      }),
    )
  }
  const [first, last] = [references[0], references.at(-1)]
  if (first === undefined || last === undefined) return
  context.assign(root, context.obj({ Type: 'Outlines', First: first, Last: last, Count: bookmarks.length }))
  document.catalog.set(PDFName.of('Outlines'), root)
}

type OpenPage = { readonly canvas: Canvas; close(fonts: readonly Face[], key: number): void }

/** Hairlines at the corners of what is to be cut out, outside of it. */
const writeCropMarks = (width: number, height: number, crop: number): string => {
  const [near, far] = [5, Math.max(8, crop - 4)]
  const lines = [0, width].flatMap((x) =>
    [0, height].flatMap((y) => {
      const [left, down] = [x === 0 ? -1 : 1, y === 0 ? -1 : 1]
      return [
        `${writeNumbers(x + left * near, y)} m ${writeNumbers(x + left * far, y)} l S`,
        `${writeNumbers(x, y + down * near)} m ${writeNumbers(x, y + down * far)} l S`,
      ]
    }),
  )
  return `/Artifact BMC 0 0 0 RG 0.25 w ${lines.join(' ')} EMC`
}

const openPage = (
  document: PDFDocument,
  structure: Structure,
  page: PDFPage,
  { crop, mark }: { readonly crop: number; mark(bookmark: Bookmark): void },
): OpenPage => {
  const { context } = document
  const [width, height] = [page.getWidth() - 2 * crop, page.getHeight() - 2 * crop]
  const content: string[] = []
  if (crop > 0) {
    page.setTrimBox(crop, crop, width, height)
    content.push(`1 0 0 1 ${writeNumbers(crop, crop)} cm`, writeCropMarks(width, height, crop))
  }
  const forms: PDFRef[] = []
  const annotations: PDFRef[] = []
  const part = (options: PartOptions, draw: () => void) => {
    const opened = structure.add(page.ref, options)
    content.push(`/${options.role} <</MCID ${opened.markedContent}>> BDC`)
    draw()
    content.push('EMC')
    return opened
  }
  const canvas: Canvas = {
    width,
    height,
    part: (options, draw) => {
      part(options, draw)
    },
    link: ({ address, box, ...options }, draw) => {
      const annotation = context.register(
        context.obj({
          ...{
            Type: 'Annot',
            Subtype: 'Link',
            Rect: box.map((side) => side + crop),
            Border: [0, 0, 0],
            F: 4,
          },
          A: { S: 'URI', URI: PDFString.of(address) },
          Contents: PDFHexString.fromText(options.description ?? options.text ?? address),
        }),
      )
      annotations.push(annotation)
      part({ ...options, role: 'Link' }, draw).attach(annotation)
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
    bookmark: (title, top) => mark({ title, page: page.ref, top: top + crop }),
  }
  return {
    canvas,
    close: (fonts, key) => {
      page.node.set(PDFName.of('Contents'), context.register(context.flateStream(content.join('\n'))))
      page.node.set(
        PDFName.of('Resources'),
        context.obj({
          Font: Object.fromEntries(fonts.map((face) => [face.resource, face.reference])),
          XObject: Object.fromEntries(forms.map((form, index) => [`X${index + 1}`, form])),
        }),
      )
      if (annotations.length > 0) page.node.set(PDFName.of('Annots'), context.obj(annotations))
      if (key >= 0) page.node.set(PDFName.of('StructParents'), context.obj(key))
      page.node.set(PDFName.of('Tabs'), PDFName.of('S'))
    },
  }
}

/**
 * Opens a document whose pages are written as a tagged PDF.
 *
 * @see ISO 32000-2, 14.8 Tagged PDF
 */
export const openBook = (document: PDFDocument): Book => {
  const structure = openStructure(document)
  const faces: Face[] = []
  const pages: { page: PDFPage; opened: OpenPage }[] = []
  const bookmarks: Bookmark[] = []
  return {
    openFace: (bytes) => {
      const face = openFace(document.context, `F${faces.length + 1}`, bytes)
      faces.push(face)
      return face
    },
    page: (width, height, crop = 0) => {
      const page = document.addPage([width + 2 * crop, height + 2 * crop])
      const mark = (bookmark: Bookmark) => bookmarks.push(bookmark)
      const opened = openPage(document, structure, page, { crop, mark })
      pages.push({ page, opened })
      return opened.canvas
    },
    within: structure.within,
    finish: (language) => {
      for (const face of faces) face.embed()
      const used = faces.filter((face) => document.context.lookup(face.reference) !== undefined)
      for (const { page, opened } of pages) opened.close(used, structure.keyOf(page.ref))
      writeBookmarks(document, bookmarks)
      structure.finish(language)
    },
  }
}
