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

/** What is wrong with the structure of a PNG, by name. */
export type PngFault =
  | 'png-truncated'
  | 'png-header'
  | 'png-checksum'
  | 'png-chunks'
  | 'png-no-image'
  | 'png-no-end'

/** A PNG taken apart: its size in pixels and its chunks, from IHDR to IEND. */
export type PngStructure = { width: number; height: number; chunks: PngChunk[] }

const chunkName = /^[A-Za-z]{2}[A-Z][A-Za-z]$/

const readChunks = (bytes: Uint8Array): PngChunk[] | PngFault => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: PngChunk[] = []
  for (let at = 8; at < bytes.length; at = chunks.at(-1)?.end ?? bytes.length) {
    if (at + 12 > bytes.length) return 'png-truncated'
    const length = view.getUint32(at)
    const end = at + 12 + length
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (chunks.length === 0 && (type !== 'IHDR' || length !== 13)) return 'png-header'
    if (end > bytes.length) return 'png-truncated'
    if (!chunkName.test(type) || chunks.length >= maxChunks) return 'png-chunks'
    if (view.getUint32(end - 4) !== crc32(bytes.subarray(at + 4, end - 4))) return 'png-checksum'
    chunks.push({ start: at, end, type, data: bytes.subarray(at + 8, at + 8 + length) })
    if (type === 'IEND') return chunks
  }
  return chunks.length === 0 ? 'png-header' : 'png-no-end'
}

const findFault = (chunks: readonly PngChunk[], width: number, height: number): PngFault | undefined => {
  const limit = 2 ** 31
  if (width === 0 || height === 0 || width >= limit || height >= limit) return 'png-header'
  if (chunks.some(({ type }, index) => type === 'IHDR' && index > 0)) return 'png-header'
  const data = chunks.flatMap(({ type }, index) => (type === 'IDAT' ? [index] : []))
  const [first] = data
  if (first === undefined) return 'png-no-image'
  if (data.some((index, count) => index !== first + count)) return 'png-chunks'
  return chunks.at(-1)?.data.length === 0 ? undefined : 'png-no-end'
}

/**
 * Takes a PNG apart and names what is wrong with it:
 * - `png-truncated`: a chunk runs past the end of the file
 * - `png-header`: IHDR is missing, not first, repeated or impossible
 * - `png-checksum`: the checksum of a chunk does not match it
 * - `png-chunks`: a chunk without a proper name, image data that are not together, or more than 50,000 chunks
 * - `png-no-image`: there are no image data
 * - `png-no-end`: IEND is missing or not empty
 *
 * What follows IEND is no part of the picture and is left out. The data are views, not copies. Trust: any bytes
 * that begin as a PNG may come in; image data are not unpacked.
 *
 * @see PNG (Third Edition), 5.3 Chunk layout, 5.6 Chunk ordering
 */
export const readPng = (
  bytes: Uint8Array,
): { ok: true; png: PngStructure } | { ok: false; code: PngFault } => {
  const chunks = readChunks(bytes)
  if (typeof chunks === 'string') return { ok: false, code: chunks }
  const header = new DataView(bytes.buffer, bytes.byteOffset + 16, 8)
  const width = header.getUint32(0)
  const height = header.getUint32(4)
  const code = findFault(chunks, width, height)
  return code === undefined ? { ok: true, png: { width, height, chunks } } : { ok: false, code }
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

/**
 * A text chunk (iTXt, tEXt or zTXt) taken apart; `text` holds the bytes that follow the header fields, and is
 * absent where the header fields are broken.
 */
export type PngText = { keyword: string; compressed: boolean; text?: Uint8Array }

/** The keyword and text of an iTXt, tEXt or zTXt chunk; undefined for other chunks and those without a keyword. */
export const readPngText = ({ type, data }: PngChunk): PngText | undefined => {
  if (type !== 'iTXt' && type !== 'tEXt' && type !== 'zTXt') return undefined
  const keywordEnd = data.indexOf(0)
  if (keywordEnd < 1 || keywordEnd > 79) return undefined
  const keyword = String.fromCharCode(...data.subarray(0, keywordEnd))
  if (type === 'tEXt') return { keyword, compressed: false, text: data.subarray(keywordEnd + 1) }
  if (type === 'zTXt') return { keyword, compressed: true, text: data.subarray(keywordEnd + 2) }
  const compressed = data[keywordEnd + 1] !== 0
  const languageEnd = data.indexOf(0, keywordEnd + 3)
  const translatedEnd = languageEnd < 0 ? -1 : data.indexOf(0, languageEnd + 1)
  return translatedEnd < 0
    ? { keyword, compressed }
    : { keyword, compressed, text: data.subarray(translatedEnd + 1) }
}
