import { BakeError, readTextForBaking } from './bake-error'
import { isPng, readPngChunks, readPngText, writePngChunk } from './png-chunks'

/** The keyword of the one text chunk that holds an Open Badges 3.0 credential. */
export const pngKeyword = 'openbadgecredential'

/**
 * Puts a signed credential into a PNG, so that the picture of the badge carries its own proof. The text goes
 * in as it is, UTF-8 and uncompressed, in one iTXt chunk before the image data; a credential that was there
 * before is replaced.
 *
 * Throws `BakeError`: `not-a-png`, `malformed-png`, or `not-a-credential` for a text that is neither JSON nor
 * a compact JWS.
 *
 * @see Open Badges 3.0, Baking a PNG
 */
export const bakePng = (png: Uint8Array, credentialText: string): Uint8Array => {
  const { text } = readTextForBaking(credentialText)
  if (!isPng(png)) throw new BakeError('not-a-png', 'The image is not a PNG')
  const chunks = readPngChunks(png)
  const firstData = chunks?.findIndex((chunk) => chunk.type === 'IDAT') ?? -1
  if (chunks === undefined || firstData < 0) throw new BakeError('malformed-png', 'The PNG is broken')

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
