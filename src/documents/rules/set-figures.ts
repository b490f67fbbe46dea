import type { ReportBlock } from '../model'
import { fitLine } from './break-lines'
import { type Flow, linesOf, makeRoom } from './report-page'
import { writeColour } from './write-colour'
import { writeNumbers } from './write-number'
import { quietZone, writeQrCode } from './write-qr-code'

/** Upright bars above their labels, as one picture. */
export const setBars = (flow: Flow, { bars, description }: Extract<ReportBlock, { kind: 'bars' }>): void => {
  const height = 92
  makeRoom(flow, height + 24)
  const { canvas, left, width, colours, faces, language } = flow
  const bottom = flow.at - height
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const step = width / Math.max(1, bars.length)
  canvas.part({ role: 'Figure', language, description }, () => {
    for (const [index, { label, value }] of bars.entries()) {
      const x = left + index * step
      const tall = (value / most) * (height - 8)
      canvas.add(
        `${writeColour(colours.ink)} rg ${writeNumbers(x + step * 0.14, bottom, step * 0.72, tall)} re f`,
      )
      const words = fitLine(label, { faces: faces.sans, size: 7.5 }, step - 2)
      canvas.text(words, x + (step - words.width) / 2, bottom - 10, colours.quiet)
    }
    canvas.rule([left, bottom], [left + width, bottom], 0.6, colours.quiet)
  })
  flow.at -= height + 22
}

/** Side of a code to scan, without its quiet zone: 26 mm, or 42 mm; and the sizes of what stands beside it. */
const codeSizes = {
  usual: { side: (26 / 25.4) * 72, text: 9.5, address: 9, leading: 13.5 },
  large: { side: (42 / 25.4) * 72, text: 13, address: 11.5, leading: 18.5 },
}

/** A code to scan with what to do with it and its address beside it. */
export const setCode = (flow: Flow, block: Extract<ReportBlock, { kind: 'code' }>): void => {
  const { faces, colours, language } = flow
  const sizes = codeSizes[block.large ? 'large' : 'usual']
  const codeSize = sizes.side
  makeRoom(flow, codeSize + 28)
  const { canvas } = flow
  const [x, y] = [flow.left + 8, flow.at - 14 - codeSize]
  const { operators } = writeQrCode(block.address, { x, y, size: codeSize })
  const zone = (quietZone * codeSize) / 33
  canvas.part({ role: 'Figure', language, description: block.description }, () => {
    canvas.add(`1 1 1 rg ${writeNumbers(x - zone, y - zone, codeSize + 2 * zone, codeSize + 2 * zone)} re f`)
    canvas.add(`${writeColour('#000000')} rg ${operators}`)
  })
  const left = x + codeSize + 24
  const width = flow.left + flow.width - left
  let at = flow.at - 16
  canvas.part({ role: 'P', language }, () => {
    for (const line of linesOf(block.text, { faces: faces.sans, size: sizes.text }, width)) {
      canvas.text(line, left, at - sizes.text - 0.5, colours.text)
      at -= sizes.leading
    }
  })
  at -= 4
  const lines = linesOf(block.address, { faces: faces.sansBold, size: sizes.address }, width)
  const step = sizes.leading - 1
  const box = [left, at - lines.length * step, left + width, at] as const
  canvas.link({ language, address: block.address, box }, () => {
    for (const line of lines) {
      canvas.text(line, left, at - sizes.address - 1, colours.ink)
      at -= step
    }
  })
  flow.at = Math.min(y - 14, at - 8)
}

/** Lines to write on, two beside each other. */
export const setSignatures = (flow: Flow, { labels }: Extract<ReportBlock, { kind: 'signatures' }>): void => {
  const { faces, colours, language } = flow
  const column = (flow.width - 28) / 2
  for (let index = 0; index < labels.length; index += 2) {
    makeRoom(flow, 58)
    const { canvas } = flow
    for (const [side, label] of labels.slice(index, index + 2).entries()) {
      const x = flow.left + side * (column + 28)
      canvas.decoration(() => canvas.rule([x, flow.at - 40], [x + column, flow.at - 40], 0.7, colours.text))
      const words = fitLine(label, { faces: faces.sans, size: 8.5 }, column)
      canvas.part({ role: 'P', language }, () => canvas.text(words, x, flow.at - 51, colours.quiet))
    }
    flow.at -= 58
  }
}
