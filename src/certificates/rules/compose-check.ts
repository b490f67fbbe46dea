import { type CertificateInput, editionsOf } from '../model'
import { breakLines, fitLine } from './break-lines'
import { certificateText } from './certificate-text'
import type { Setting } from './page-setting'
import type { ShapedText } from './shape-text'
import { writeColour } from './write-colour'
import { quietZone, writeQrCode } from './write-qr-code'

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
    { language: languages[0] ?? 'en', colour: colours.ink, gap: 0, lines: bold(input.address) },
  ]
  const textHeight = parts.reduce((sum, part) => sum + part.lines.length * leading + part.gap, 0)
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
    for (const part of parts) {
      canvas.part({ role: 'P', language: part.language }, () => {
        for (const line of part.lines) {
          canvas.text(line, textLeft, at - leading * 0.78, part.colour)
          at -= leading
        }
      })
      at -= part.gap
    }
  }
  return { height, draw }
}
