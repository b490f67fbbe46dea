import { concatBytes } from '@noble/hashes/utils.js'
import { zlibSync } from 'fflate'
import { writePngChunk } from './png-chunks'

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/**
 * A square picture as a PNG of 8 bits a channel. Pixels are red, green, blue and opacity, row by row.
 * @see PNG, third edition, section 11
 */
export const writePng = (pixels: Uint8ClampedArray, size: number): Uint8Array => {
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, size)
  view.setUint32(4, size)
  header.set([8, 6], 8)
  const rows = new Uint8Array(size * (size * 4 + 1))
  for (let row = 0; row < size; row++) {
    // Filter 2, up: what a pixel differs by from the one above it.
    const at = row * (size * 4 + 1)
    rows[at] = 2
    for (let byte = 0; byte < size * 4; byte++) {
      const above = row === 0 ? 0 : (pixels[(row - 1) * size * 4 + byte] ?? 0)
      rows[at + 1 + byte] = (pixels[row * size * 4 + byte] ?? 0) - above
    }
  }
  return concatBytes(
    SIGNATURE,
    writePngChunk('IHDR', header),
    writePngChunk('IDAT', zlibSync(rows, { level: 6 })),
    writePngChunk('IEND', new Uint8Array()),
  )
}
