import { AFRelationship, PDFDocument } from 'pdf-lib'
import type { Assets } from '../deps'
import { type CertificateInput, editionsOf, type Paper } from './model'
import { certificateText } from './rules/certificate-text'
import { composeAward } from './rules/compose-award'
import { composeCheck } from './rules/compose-check'
import { drawFrame } from './rules/draw-frame'
import { drawSvg } from './rules/draw-svg'
import { type Canvas, openCanvas } from './rules/open-canvas'
import type { Block, Colours, Setting, Typefaces } from './rules/page-setting'
import { toInk, toTint } from './rules/write-colour'

/** Width and height in points. */
const papers: Readonly<Record<Paper, readonly [number, number]>> = {
  a4: [595.28, 841.89],
  letter: [612, 792],
}

const margin = { side: 72, top: 66, bottom: 62 }

const openTypefaces = async (canvas: Canvas, assets: Assets): Promise<Typefaces> => {
  const open = async (name: string) => canvas.openFace(await assets.read(`fonts/${name}.ttf`))
  const [roman, italic, medium] = [
    await open('EBGaramond-Regular'),
    await open('EBGaramond-Italic'),
    await open('EBGaramond-Medium'),
  ]
  const [sans, sansBold, arabic] = [
    await open('NotoSans-Regular'),
    await open('NotoSans-SemiBold'),
    await open('NotoNaskhArabic-Regular'),
  ]
  return {
    roman: [roman, sans, arabic],
    italic: [italic, roman, sans, arabic],
    medium: [medium, sans, arabic],
    sans: [sans, arabic],
    sansBold: [sansBold, sans, arabic],
  }
}

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
  const [width, height] = papers[input.paper]
  const canvas = openCanvas(document, width, height)
  const [faces, svg] = [await openTypefaces(canvas, assets), await assets.read(input.badgeImage)]
  const picture = drawSvg(document.context, new TextDecoder().decode(svg))
  const [language = 'en'] = editionsOf(input.language)
  const words = certificateText[language]

  const ink = toInk(input.themeColour)
  const colours: Colours = { ink, text: '#1c1b19', quiet: '#55524c', line: toTint(ink, 0.45) }
  drawPage(canvas, faces, colours, input, (size, top) =>
    canvas.part({ role: 'Figure', language, description: input.badgeImageDescription[language] }, () =>
      canvas.form(picture, (width - size) / 2, top - size, size),
    ),
  )

  document.setTitle(words.documentTitle(input.badgeName[language], input.service[language]))
  document.setAuthor(input.service[language])
  document.setCreator('Colophon')
  document.setProducer('Colophon')
  document.setCreationDate(input.issuedAt)
  document.setModificationDate(input.issuedAt)
  await document.attach(new TextEncoder().encode(input.credential), 'credential.json', {
    mimeType: 'application/vc+ld+json',
    description: words.attachment,
    creationDate: input.issuedAt,
    modificationDate: input.issuedAt,
    afRelationship: AFRelationship.Data,
  })
  canvas.finish(language)
  return document.save({ useObjectStreams: false, addDefaultPage: false })
}
