/** One chunk of a PNG: where it starts (its length field), its four-letter type and its data. */
export type PngChunk = { start: number; end: number; type: string; data: Uint8Array }

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const maxChunks = 50_000

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})

const crc32 = (bytes: Uint8Array): number => {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

/** Whether the bytes begin as every PNG does. */
export const isPng = (bytes: Uint8Array): boolean =>
  bytes.length >= 8 && signature.every((byte, index) => bytes[index] === byte)

/**
 * The chunks of a PNG in order, from IHDR to IEND. Undefined where the structure does not hold: a length
 * that runs past the end, no IHDR first, no IEND, or more than 50,000 chunks. The data are views, not copies.
 *
 * @see PNG (Third Edition), 5.3 Chunk layout
 */
export const readPngChunks = (bytes: Uint8Array): PngChunk[] | undefined => {
  if (!isPng(bytes)) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: PngChunk[] = []
  let at = 8
  while (at + 12 <= bytes.length && chunks.length < maxChunks) {
    const length = view.getUint32(at)
    const end = at + 12 + length
    if (end > bytes.length) return undefined
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (chunks.length === 0 && type !== 'IHDR') return undefined
    chunks.push({ start: at, end, type, data: bytes.subarray(at + 8, at + 8 + length) })
    if (type === 'IEND') return chunks
    at = end
  }
  return undefined
}

/** The bytes of one PNG chunk with its length and checksum. */
export const writePngChunk = (type: string, data: Uint8Array): Uint8Array => {
  const chunk = new Uint8Array(data.length + 12)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, data.length)
  for (let index = 0; index < 4; index++) chunk[4 + index] = type.charCodeAt(index)
  chunk.set(data, 8)
  view.setUint32(data.length + 8, crc32(chunk.subarray(4, data.length + 8)))
  return chunk
}

/** A text chunk (iTXt, tEXt or zTXt) taken apart; `text` holds the bytes that follow the header fields. */
export type PngText = { keyword: string; compressed: boolean; text: Uint8Array }

/** The keyword and text of an iTXt, tEXt or zTXt chunk; undefined for other chunks and for broken ones. */
export const readPngText = ({ type, data }: PngChunk): PngText | undefined => {
  if (type !== 'iTXt' && type !== 'tEXt' && type !== 'zTXt') return undefined
  const keywordEnd = data.indexOf(0)
  if (keywordEnd < 1 || keywordEnd > 79) return undefined
  const keyword = String.fromCharCode(...data.subarray(0, keywordEnd))
  if (type === 'tEXt') return { keyword, compressed: false, text: data.subarray(keywordEnd + 1) }
  if (type === 'zTXt') return { keyword, compressed: true, text: data.subarray(keywordEnd + 2) }
  const languageEnd = data.indexOf(0, keywordEnd + 3)
  if (languageEnd < 0) return undefined
  const translatedEnd = data.indexOf(0, languageEnd + 1)
  if (translatedEnd < 0) return undefined
  return { keyword, compressed: data[keywordEnd + 1] !== 0, text: data.subarray(translatedEnd + 1) }
}
