import { create } from 'qrcode/lib/core/qrcode.js'
import { writeNumbers } from './write-number'

/** Modules of white that a reader needs around the code. */
export const quietZone = 4

/**
 * The operators that fill the dark modules of a QR code with error level Q, in the current colour. `size` is the
 * side of the code without its quiet zone, in points; neighbours in a row are one rectangle.
 *
 * @see ISO/IEC 18004:2015
 */
export const writeQrCode = (
  text: string,
  place: { readonly x: number; readonly y: number; readonly size: number },
): { readonly operators: string; readonly module: number } => {
  const { modules } = create(text, { errorCorrectionLevel: 'Q' })
  const module = place.size / modules.size
  const bars: string[] = []
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      const start = column
      while (column < modules.size && modules.get(row, column) === 1) column++
      if (column === start) continue
      const y = place.y + place.size - (row + 1) * module
      bars.push(`${writeNumbers(place.x + start * module, y, (column - start) * module, module)} re`)
    }
  }
  return { operators: `${bars.join('\n')} f`, module }
}
