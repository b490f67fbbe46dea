import { PDFDocument, type PDFRef } from 'pdf-lib'
import type { Assets } from '../deps'
import { attachTo } from '../documents/draw-report'
import { paperSizes } from '../documents/model'
import { openTypefaces } from '../documents/open-typefaces'
import { drawSvg } from '../documents/rules/draw-svg'
import { type Canvas, openBook } from '../documents/rules/open-book'
import type { Typefaces } from '../documents/rules/typefaces'
import { type DocumentFacts, writeArchiveMarks } from '../documents/rules/write-archive-marks'
import { toInk, toTint } from '../documents/rules/write-colour'
import { type CertificateInput, editionsOf } from './model'
import { certificateText } from './rules/certificate-text'
import { composeAward } from './rules/compose-award'
import { composeCheck } from './rules/compose-check'
import { drawFrame } from './rules/draw-frame'
import type { Block, Colours, Setting } from './rules/page-setting'

const margin = { side: 72, top: 66, bottom: 62 }

/** Draws the blocks between two levels: what is left over goes into the spaces above them. */
const stack = (blocks: readonly Block[], top: number, room: number) => {
  const needed = blocks.reduce((sum, block) => sum + block.above + block.height, 0)
  const stretch = blocks.reduce((sum, block) => sum + block.stretch, 0)
  const unit = Math.min(14, (room - needed) / stretch)
  let at = top - Math.max(0, (room - needed - unit * stretch) / 2)
  for (const block of blocks) {
    at -= block.above + block.stretch * unit
    block.draw(at)
    at -= block.height
  }
}

const drawPage = (
  canvas: Canvas,
  faces: Typefaces,
  colours: Colours,
  input: CertificateInput,
  badge: Badge,
) => {
  const measure = canvas.width - 2 * margin.side
  const setting = (scale: number): Setting => ({ canvas, faces, colours, scale, measure })
  const check = composeCheck(setting(1), input, margin.bottom)
  const room = canvas.height - margin.top - margin.bottom - check.height - 34
  const compose = (scale: number) => composeAward(setting(scale), input, badge)
  let scale = 1
  let blocks = compose(scale)
  const isTooHigh = () => blocks.reduce((sum, block) => sum + block.above + block.height, 0) > room
  while (scale > 0.5 && isTooHigh()) {
    scale -= 0.02
    blocks = compose(scale)
  }
  drawFrame(canvas, colours.ink)
  stack(blocks, canvas.height - margin.top, room)
  check.draw()
}

type Badge = (size: number, top: number) => void

type Certificates = {
  /** Adds the page of one certificate; `crop` as `Book.page` takes it. */
  add(input: CertificateInput, bookmark: string, crop?: number): Promise<void>
  /** Finishes all pages; `digest` is what the identifier of the document is made from. */
  save(facts: DocumentFacts, digest: Uint8Array): Promise<Uint8Array>
}

const titleOf = (input: CertificateInput): string => {
  const [language = 'en'] = editionsOf(input.language)
  return certificateText[language].documentTitle(input.badgeName[language], input.service[language])
}

const openCertificates = async (
  document: PDFDocument,
  texts: readonly string[],
  assets: Assets,
): Promise<Certificates> => {
  const book = openBook(document)
  const faces = await openTypefaces(book, assets, texts)
  const pictures = new Map<string, PDFRef>()
  const pictureOf = (svg: string): PDFRef => {
    const known = pictures.get(svg)
    if (known !== undefined) return known
    const drawn = drawSvg(document.context, svg)
    pictures.set(svg, drawn)
    return drawn
  }
  return {
    add: async (input, bookmark, crop) => {
      const picture = pictureOf(input.badgeImage)
      const canvas = book.page(...paperSizes[input.paper], crop)
      const [language = 'en'] = editionsOf(input.language)
      const description = input.badgeImageDescription[language]
      const ink = toInk(input.themeColour)
      const colours: Colours = { ink, text: '#1c1b19', quiet: '#55524c', line: toTint(ink, 0.45) }
      canvas.bookmark(bookmark, canvas.height)
      drawPage(canvas, faces, colours, input, (size, top) =>
        canvas.part({ role: 'Figure', language, description }, () =>
          canvas.form(picture, (canvas.width - size) / 2, top - size, size),
        ),
      )
    },
    save: (facts, digest) => {
      book.finish(facts.language)
      writeArchiveMarks(document, facts, digest)
      return document.save({ useObjectStreams: false, addDefaultPage: false })
    },
  }
}

const wordsOf = (input: CertificateInput): string => {
  const { holderName, badgeName, practice, words, service, network, role } = input
  return JSON.stringify([holderName, badgeName, practice, words, service, network, role])
}

/**
 * Draws the certificate of an award as a PDF of one page, with the signed credential attached. The same input gives
 * the same bytes. Throws when an asset is missing.
 */
export const drawCertificate = async (input: CertificateInput, assets: Assets): Promise<Uint8Array> => {
  const document = await PDFDocument.create({ updateMetadata: false })
  const certificates = await openCertificates(document, [wordsOf(input)], assets)
  const [language = 'en'] = editionsOf(input.language)
  const title = titleOf(input)
  await certificates.add(input, title)
  const bytes = new TextEncoder().encode(input.credential ?? title)
  const mimeType = 'application/vc+ld+json'
  const description = certificateText[language].attachment
  if (input.credential !== undefined)
    await attachTo(document, { name: 'credential.json', mimeType, description, bytes }, input.issuedAt)
  return certificates.save({ title, author: input.service[language], language, at: input.issuedAt }, bytes)
}

/** Points around a certificate on a sheet for the printer: 8 mm. */
const sheetEdge = 22.7

/**
 * Draws the certificates of many awards as one PDF for a printer, one to a sheet, with marks that say where to cut. They
 * carry no credential: each is checked by its code. `onPage` hears how many are done. Throws when an asset is missing.
 */
export const drawCohort = async (
  inputs: readonly CertificateInput[],
  assets: Assets,
  { at, onPage }: { readonly at: Date; onPage?(done: number): Promise<void> | void },
): Promise<Uint8Array> => {
  const document = await PDFDocument.create({ updateMetadata: false })
  const certificates = await openCertificates(document, inputs.map(wordsOf), assets)
  for (const [index, input] of inputs.entries()) {
    await certificates.add(input, input.holderName, sheetEdge)
    await onPage?.(index + 1)
  }
  const [first] = inputs
  const [language = 'en'] = first === undefined ? [] : editionsOf(first.language)
  const title = first === undefined ? certificateText.en.title : titleOf(first)
  const digest = new TextEncoder().encode(inputs.map(({ address }) => address).join())
  return certificates.save({ title, author: first?.service[language] ?? '', language, at }, digest)
}
