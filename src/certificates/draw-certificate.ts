import { PDFDocument } from 'pdf-lib'
import type { Assets } from '../deps'
import { attachTo } from '../documents/draw-report'
import { paperSizes } from '../documents/model'
import { openTypefaces } from '../documents/open-typefaces'
import { drawSvg } from '../documents/rules/draw-svg'
import { type Canvas, openBook } from '../documents/rules/open-book'
import type { Typefaces } from '../documents/rules/typefaces'
import { writeArchiveMarks } from '../documents/rules/write-archive-marks'
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

/**
 * Draws the certificate of an award as a PDF of one page, with the signed credential attached. The same input gives
 * the same bytes. Throws when an asset is missing.
 */
export const drawCertificate = async (input: CertificateInput, assets: Assets): Promise<Uint8Array> => {
  const document = await PDFDocument.create({ updateMetadata: false })
  const book = openBook(document)
  const [width, height] = paperSizes[input.paper]
  const canvas = book.page(width, height)
  const { holderName, badgeName, service, role } = input
  const texts = [holderName, JSON.stringify([badgeName, service, role])]
  const [faces, svg] = [await openTypefaces(book, assets, texts), await assets.read(input.badgeImage)]
  const picture = drawSvg(document.context, new TextDecoder().decode(svg))
  const [language = 'en'] = editionsOf(input.language)
  const words = certificateText[language]
  const title = words.documentTitle(badgeName[language], service[language])

  const ink = toInk(input.themeColour)
  const colours: Colours = { ink, text: '#1c1b19', quiet: '#55524c', line: toTint(ink, 0.45) }
  canvas.bookmark(title, height)
  drawPage(canvas, faces, colours, input, (size, top) =>
    canvas.part({ role: 'Figure', language, description: input.badgeImageDescription[language] }, () =>
      canvas.form(picture, (width - size) / 2, top - size, size),
    ),
  )
  const bytes = new TextEncoder().encode(input.credential)
  const mimeType = 'application/vc+ld+json'
  const attachment = { name: 'credential.json', mimeType, description: words.attachment, bytes }
  await attachTo(document, attachment, input.issuedAt)
  book.finish(language)
  const facts = { title, author: service[language], language, at: input.issuedAt }
  writeArchiveMarks(document, facts, bytes)
  return document.save({ useObjectStreams: false, addDefaultPage: false })
}
