import jsQR from 'jsqr'
import decodeQr from 'qr/decode.js'
import { expect, test } from 'vitest'
import { drawCertificate } from '../../src/certificates/draw-certificate'
import { assets, type Picture, render, sample } from './sample'

/** Pixels to the millimetre of a page that is drawn at 300 to the inch. */
const SCALE = 300 / 72
const MM = 300 / 25.4

type Corner = { readonly x: number; readonly y: number }

const read = ({ data, width, height }: Picture) => jsQR(new Uint8ClampedArray(data), width, height)

/** What either of two readers that have nothing in common with the writer makes of a page. */
const codeOf = (picture: Picture): string | undefined => {
  const found = read(picture)?.data
  if (found !== undefined) return found
  try {
    return decodeQr(picture)
  } catch {
    return undefined
  }
}

/** A part of a page with the code and what is around it. */
const cut = ({ data, width }: Picture, { x, y }: Corner, side: number): Picture => {
  const size = Math.round(side)
  const part = new Uint8Array(size * size * 4)
  for (let row = 0; row < size; row += 1) {
    const at = ((Math.round(y) + row) * width + Math.round(x)) * 4
    part.set(data.subarray(at, at + size * 4), row * size * 4)
  }
  return { width: size, height: size, data: part }
}

const covered = (picture: Picture, { x, y }: Corner, side: number): Picture => {
  const data = Uint8Array.from(picture.data)
  for (let row = Math.round(y); row < y + side; row += 1)
    for (let column = Math.round(x); column < x + side; column += 1)
      data.set([120, 90, 60, 255], (row * picture.width + column) * 4)
  return { ...picture, data }
}

test('the code of a certificate is 25 mm or more, and reads with a tenth of it covered, wherever', async () => {
  for (const paper of ['a4', 'letter'] as const) {
    const page = await render(await drawCertificate({ ...sample, paper }, assets), SCALE)
    const found = read(page)
    expect(found?.data).toBe(sample.address)
    const { topLeftCorner, topRightCorner, bottomLeftCorner } = found?.location ?? {}
    const [left, top] = [topLeftCorner?.x ?? 0, topLeftCorner?.y ?? 0]
    const side = (topRightCorner?.x ?? 0) - left
    expect(side / MM).toBeGreaterThanOrEqual(25)
    expect(((bottomLeftCorner?.y ?? 0) - top) / MM).toBeGreaterThanOrEqual(25)
    // A stain of a tenth of its area, in the middle, at each side, and where no corner mark is.
    const stain = side * Math.sqrt(0.1)
    const middle = (side - stain) / 2
    const places = {
      middle: { x: middle, y: middle },
      right: { x: side - stain, y: middle },
      bottom: { x: middle, y: side - stain },
      corner: { x: side - stain * 1.15, y: side - stain * 1.15 },
      high: { x: middle, y: side * 0.27 },
      leftOfMiddle: { x: side * 0.25, y: side * 0.4 },
    }
    const around = side * 0.12
    const code = cut(page, { x: left - around, y: top - around }, side + 2 * around)
    for (const [place, { x, y }] of Object.entries(places)) {
      const stained = covered(code, { x: around + x, y: around + y }, stain)
      expect({ paper, place, read: codeOf(stained) }).toEqual({ paper, place, read: sample.address })
    }
  }
}, 60_000)
