import { create } from 'qrcode/lib/core/qrcode.js'

/** Modules of white that a reader needs around the code. */
const quietZone = 4

/**
 * A QR code with error level M as the path of an SVG, one unit a module; `size` is its side with the quiet zone.
 * @see ISO/IEC 18004:2015
 */
export const drawQrCode = (text: string): { readonly path: string; readonly size: number } => {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const bars: string[] = []
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      const start = column
      while (column < modules.size && modules.get(row, column) === 1) column++
      if (column > start)
        bars.push(`M${start + quietZone} ${row + quietZone}h${column - start}v1H${start + quietZone}z`)
    }
  }
  return { path: bars.join(''), size: modules.size + 2 * quietZone }
}
