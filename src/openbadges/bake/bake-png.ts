import { BakeError, maxImageBytes, maxImageSide, readTextForBaking } from './bake-error'
import { isPng, type PngStructure, readPng, readPngText, writePngChunk } from './png-chunks'

/** The keyword of the one text chunk that holds an Open Badges 3.0 credential. */
export const pngKeyword = 'openbadgecredential'

const animation = ['acTL', 'fcTL', 'fdAT']

export const readPngForBaking = (bytes: Uint8Array): PngStructure => {
  if (!isPng(bytes)) throw new BakeError('not-a-png', 'The image is not a PNG')
  if (bytes.length > maxImageBytes) throw new BakeError('image-too-large', 'The PNG is larger than 5 MB')
  const read = readPng(bytes)
  if (!read.ok) throw new BakeError(read.code, 'The PNG is broken')
  const { png } = read
  if (Math.max(png.width, png.height) > maxImageSide)
    throw new BakeError('image-dimensions', `The PNG is ${png.width} by ${png.height} pixels`)
  if (png.chunks.some(({ type }) => animation.includes(type)))
    throw new BakeError('png-animated', 'The PNG is animated')
  return png
}

/**
 * Puts a signed credential into a PNG, so that the picture of the badge carries its own proof. The text goes
 * in as it is, UTF-8 and uncompressed, in one iTXt chunk before the image data. Credentials that were there
 * before are replaced, and what follows the end of the picture is left out.
 *
 * Throws `BakeError`: `not-a-credential` for a text that is neither JSON nor a compact JWS, `not-a-png`, the
 * faults that `readPng` names, `png-animated`, `image-too-large` (5 MB) or `image-dimensions` (8,192 pixels a
 * side).
 *
 * @see Open Badges 3.0, Baking a PNG
 */
export const bakePng = (png: Uint8Array, credentialText: string): Uint8Array => {
  const { text } = readTextForBaking(credentialText)
  const { chunks } = readPngForBaking(png)
  const firstData = chunks.findIndex((chunk) => chunk.type === 'IDAT')

  const header = new TextEncoder().encode(`${pngKeyword}\0\0\0\0\0`)
  const body = new TextEncoder().encode(text)
  const data = new Uint8Array(header.length + body.length)
  data.set(header)
  data.set(body, header.length)

  const kept = chunks.map((chunk) =>
    readPngText(chunk)?.keyword === pngKeyword ? new Uint8Array() : png.subarray(chunk.start, chunk.end),
  )
  const parts = [
    png.subarray(0, 8),
    ...kept.slice(0, firstData),
    writePngChunk('iTXt', data),
    ...kept.slice(firstData),
  ]
  const baked = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    baked.set(part, at)
    at += part.length
  }
  return baked
}
