import { joinBytes } from './join-bytes'
import { stripJpeg } from './strip-jpeg'

/** Chunks of a PNG that its picture needs; everything else, such as eXIf, tEXt and tIME, says more than the picture. */
const pngKept = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs'],
  ...['acTL', 'fcTL', 'fdAT'],
])
const webpKept = new Set(['VP8 ', 'VP8L', 'VP8X', 'ANIM', 'ANMF', 'ALPH', 'ICCP'])

const fourLetters = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const stripPng = (bytes: Uint8Array): Uint8Array | undefined => {
  const view = viewOf(bytes)
  const kept = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at)
    const type = fourLetters(bytes, at + 4)
    if (end > bytes.length) return undefined
    if (pngKept.has(type)) kept.push(bytes.subarray(at, end))
    if (type === 'IEND') return joinBytes(kept)
    at = end
  }
  return undefined
}

/** Flags of VP8X that announce EXIF and XMP. */
const announced = 0x0c

const stripWebp = (bytes: Uint8Array): Uint8Array | undefined => {
  const view = viewOf(bytes)
  const whole = 8 + view.getUint32(4, true)
  if (whole > bytes.length + 1) return undefined
  const kept: Uint8Array[] = []
  for (let at = 12; at + 8 <= Math.min(whole, bytes.length); ) {
    const type = fourLetters(bytes, at)
    const length = view.getUint32(at + 4, true)
    const end = at + 8 + length + (length % 2)
    if (at + 8 + length > bytes.length) return undefined
    if (webpKept.has(type)) {
      const chunk = bytes.slice(at, end)
      if (type === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~announced
      kept.push(chunk)
    }
    at = end
  }
  if (kept.length === 0) return undefined
  const head = bytes.slice(0, 12)
  viewOf(head).setUint32(4, 4 + kept.reduce((sum, { length }) => sum + length, 0), true)
  return joinBytes([head, ...kept])
}

/**
 * A picture without what its file says beside it: where and when it was taken, with which camera, by whom, and smaller
 * pictures inside. How it is turned stays. Undefined where the file is damaged. Of another type, the bytes as they are.
 * @see ITU-T T.81 annex B; PNG (third edition) section 5; WebP container specification
 */
export const stripMetadata = (bytes: Uint8Array, mediaType: string): Uint8Array | undefined => {
  switch (mediaType) {
    case 'image/jpeg':
      return stripJpeg(bytes)
    case 'image/png':
      return stripPng(bytes)
    case 'image/webp':
      return bytes.length < 20 ? undefined : stripWebp(bytes)
    default:
      return bytes
  }
}
