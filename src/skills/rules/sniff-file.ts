/** What a file is by its first bytes; its name plays no part. */
export type FileType = { readonly mediaType: string; readonly accepted: boolean; readonly name: string }

const text = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)))

const accepted = (mediaType: string, name: string): FileType => ({ mediaType, accepted: true, name })
const refused = (mediaType: string, name: string): FileType => ({ mediaType, accepted: false, name })

const heicBrands = /^(heic|heix|hevc|mif1|msf1|heim|heis|avif)/

/**
 * JPEG, PNG, WebP and PDF are taken. Anything else is refused and named, so that the message can say what it was.
 * The bytes are somebody else's: only their beginning is looked at, and nothing of them is run or drawn.
 */
export const sniffFile = (bytes: Uint8Array): FileType => {
  const start = text(bytes, 0, 16)
  if (start.startsWith('\xff\xd8\xff')) return accepted('image/jpeg', 'JPEG')
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return accepted('image/png', 'PNG')
  if (start.startsWith('RIFF') && text(bytes, 8, 12) === 'WEBP') return accepted('image/webp', 'WebP')
  if (start.startsWith('%PDF-')) return accepted('application/pdf', 'PDF')
  if (text(bytes, 4, 8) === 'ftyp')
    return heicBrands.test(text(bytes, 8, 12)) ? refused('image/heic', 'HEIC') : refused('video/mp4', 'MP4')
  if (start.startsWith('GIF8')) return refused('image/gif', 'GIF')
  if (start.startsWith('PK\x03\x04')) return refused('application/zip', 'ZIP, Word, Excel')
  if (start.startsWith('\xd0\xcf\x11\xe0')) return refused('application/msword', 'Word, Excel')
  if (start.startsWith('MZ') || start.startsWith('\x7fELF')) return refused('application/octet-stream', 'EXE')
  if (/^\s*<(!doctype|html|svg|\?xml)/i.test(text(bytes, 0, 64))) return refused('text/html', 'HTML, SVG')
  return refused('application/octet-stream', '?')
}
