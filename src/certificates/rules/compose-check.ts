import { breakLines, fitLine } from '../../documents/rules/break-lines'
import type { ShapedText } from '../../documents/rules/shape-text'
import { writeColour } from '../../documents/rules/write-colour'
import { quietZone, writeQrCode } from '../../documents/rules/write-qr-code'
import { type CertificateInput, editionsOf } from '../model'
import { certificateText } from './certificate-text'
import type { Setting } from './page-setting'

/** Side of the QR code without its quiet zone: 30 mm. */
const codeSize = (30 / 25.4) * 72

/** How anybody can check the certificate: the code, its address in words, and what to do. Stands on `bottom`. */
export const composeCheck = (
  setting: Setting,
  input: CertificateInput,
  bottom: number,
): { readonly height: number; draw(): void } => {
  const { canvas, faces, colours, measure } = setting
  const languages = editionsOf(input.language)
  const isLong = languages.length > 1
  const [size, leading] = isLong ? [7.5, 10] : [8.5, 11.6]
  const left = (canvas.width - measure) / 2
  const textLeft = left + codeSize + 20
  const width = left + measure - textLeft
  const lines = (text: string): ShapedText[] => breakLines(text, { faces: faces.sans, size }, width, 'full')
  const bold = (text: string): ShapedText[] => [fitLine(text, { faces: faces.sansBold, size }, width)]
  const parts = [
    ...languages.flatMap((language) => {
      const words = certificateText[language]
      return [
        { language, colour: colours.ink, gap: 0, lines: bold(words.checkHeading) },
        { language, colour: colours.text, gap: 0, lines: lines(words.check) },
        { language, colour: colours.text, gap: isLong ? 4 : 5, lines: lines(words.boundary) },
      ]
    }),
  ]
  const address = bold(input.address)
  const textHeight = parts.reduce((sum, part) => sum + part.lines.length * leading + part.gap, leading)
  const height = Math.max(codeSize, textHeight)
  const code = { x: left, y: bottom + (height - codeSize) / 2, size: codeSize }
  const { operators, module } = writeQrCode(input.address, code)
  const draw = () => {
    const [first = 'en'] = languages
    const description = certificateText[first].codeDescription(input.address)
    const [x, y, side] = [code.x, code.y, codeSize].map((value, index) =>
      index < 2 ? value - quietZone * module : value + 2 * quietZone * module,
    )
    canvas.part({ role: 'Figure', language: first, description }, () => {
      canvas.add(`1 1 1 rg ${x} ${y} ${side} ${side} re f`)
      canvas.add(`${writeColour('#000000')} rg ${operators}`)
    })
    let at = bottom + (height + textHeight) / 2
    const set = (lines: readonly ShapedText[], colour: string) => {
      for (const line of lines) {
        canvas.text(line, textLeft, at - leading * 0.78, colour)
        at -= leading
      }
    }
    for (const part of parts) {
      canvas.part({ role: 'P', language: part.language }, () => set(part.lines, part.colour))
      at -= part.gap
    }
    const box = [textLeft, at - leading, textLeft + width, at] as const
    canvas.link({ language: first, address: input.address, box }, () => set(address, colours.ink))
  }
  return { height, draw }
}
