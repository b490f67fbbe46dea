import { UnpackLimitError, unpackZlib } from './unpack-zlib'

/** The most that all streams of one PDF may unpack to, in bytes. */
const maxUnpacked = 64 * 1024 * 1024
const maxStreams = 5_000

const latin1 = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return text
}

type PdfStream = { dictionary: string; data: Uint8Array }

/** The offset of the keyword that begins a stream: it follows a dictionary, and a line ends after it. */
const findStream = (text: string, from: number): number => {
  const keyword = />>\s*stream\r?\n/g
  keyword.lastIndex = from
  const found = keyword.exec(text)
  return found === null ? -1 : found.index + found[0].indexOf('stream')
}

/** The stream objects of a PDF, in file order. Stream objects always stand in the file itself, never packed. */
function* listStreams(bytes: Uint8Array, text: string): Generator<PdfStream> {
  let at = 0
  for (let count = 0; count < maxStreams; count++) {
    const found = findStream(text, at)
    if (found < 0) return
    const before = text.slice(Math.max(found - 4096, at), found)
    const dictionary = before.slice(Math.max(before.lastIndexOf(' obj'), 0))
    const start = found + 6 + (text.startsWith('\r\n', found + 6) ? 2 : 1)
    const length = Number(/\/Length\s+(\d{1,9})(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? 0)
    const end = text.indexOf('endstream', start + (start + length <= bytes.length ? length : 0))
    if (end < 0) return
    yield {
      dictionary,
      data: bytes.subarray(start, length > 0 && start + length <= end ? start + length : end),
    }
    at = end + 9
  }
}

const looksLikeCredential = (text: string): boolean =>
  /^\s*\{/.test(text)
    ? text.includes('"@context"') && text.includes('VerifiableCredential')
    : /^\s*eyJ[\w-]+\.[\w-]+\.[\w-]+\s*$/.test(text)

/**
 * The credential attached to a PDF certificate, or the reason why there is none to read. Every attachment is a
 * stream object of its own in the file, so the streams are walked directly and judged by what they hold: no
 * cross-reference table is trusted, nothing else is interpreted, and the streams may unpack to no more than
 * 64 MB together. The last attachment that is a credential wins, as it does where a PDF was updated. Trust:
 * any bytes may come in; what comes out is unverified text.
 *
 * @see ISO 32000-2, 7.11.4 Embedded file streams
 */
export const readPdfAttachment = (
  bytes: Uint8Array,
): { ok: true; text: string } | { ok: false; code: 'pdf-no-credential' | 'pdf-encrypted' | 'too-large' } => {
  const text = latin1(bytes)
  let credential: string | undefined
  let left = maxUnpacked
  try {
    for (const { dictionary, data } of listStreams(bytes, text)) {
      if (/\/Subtype\s*\/(Image|Form|Type1C|OpenType)\b/.test(dictionary)) continue
      const packed = dictionary.includes('/FlateDecode')
      const content = packed ? unpackZlib(data, left) : data
      if (content === undefined) continue
      if (packed) left -= content.length
      const isCandidate = content[0] === 0x7b || content[0] === 0x65 || /\/EmbeddedFile\b/.test(dictionary)
      const decoded = isCandidate ? new TextDecoder().decode(content) : ''
      if (looksLikeCredential(decoded)) credential = decoded.trim()
    }
  } catch (error) {
    if (error instanceof UnpackLimitError) return { ok: false, code: 'too-large' }
    throw error
  }
  if (credential !== undefined) return { ok: true, text: credential }
  return { ok: false, code: /\/Encrypt\s/.test(text) ? 'pdf-encrypted' : 'pdf-no-credential' }
}
