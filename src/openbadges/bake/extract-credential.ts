import { findTextForm } from './bake-error'
import { pngKeyword } from './bake-png'
import { svgNamespace } from './bake-svg'
import { isPng, readPngChunks, readPngText } from './png-chunks'
import { readPdfAttachment } from './read-pdf-attachment'
import { scanSvg } from './scan-svg'

/** What a credential came in. */
export type CredentialFormat = 'json' | 'jwt' | 'png' | 'svg' | 'pdf'

/** Why no Open Badges 3.0 credential could be taken out of a file. */
export type ExtractRefusalCode =
  | 'empty'
  | 'too-large'
  | 'unknown-format'
  | 'not-utf-8'
  | 'malformed-png'
  | 'png-no-credential'
  | 'compressed-credential'
  | 'several-credentials'
  | 'malformed-svg'
  | 'svg-no-credential'
  | 'pdf-no-credential'
  | 'pdf-encrypted'
  | 'open-badges-2'
  | 'clr-credential'

export type Extracted =
  | { ok: true; format: CredentialFormat; text: string }
  | { ok: false; format?: CredentialFormat; code: ExtractRefusalCode }

/** The largest image or PDF that is read, in bytes. */
export const maxFileBytes = 20 * 1024 * 1024

/** The largest credential text that is read, in bytes of UTF-8. */
export const maxCredentialBytes = 5 * 1024 * 1024

const decodeUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const extractFromPng = (bytes: Uint8Array): Extracted => {
  const refuse = (code: ExtractRefusalCode): Extracted => ({ ok: false, format: 'png', code })
  const chunks = readPngChunks(bytes)
  if (chunks === undefined) return refuse('malformed-png')
  const texts = chunks.flatMap((chunk) => readPngText(chunk) ?? [])
  const ours = texts.filter(({ keyword }) => keyword === pngKeyword)
  const [first] = ours
  if (first === undefined) {
    if (texts.some(({ keyword }) => keyword === 'openbadges')) return refuse('open-badges-2')
    if (texts.some(({ keyword }) => keyword === 'clrcredential')) return refuse('clr-credential')
    return refuse('png-no-credential')
  }
  if (ours.length > 1) return refuse('several-credentials')
  if (first.compressed) return refuse('compressed-credential')
  if (first.text.length > maxCredentialBytes) return refuse('too-large')
  const text = decodeUtf8(first.text)
  return text === undefined ? refuse('not-utf-8') : { ok: true, format: 'png', text: text.trim() }
}

const extractFromSvg = (source: string): Extracted => {
  const refuse = (code: ExtractRefusalCode): Extracted => ({ ok: false, format: 'svg', code })
  const known = [svgNamespace, 'http://openbadges.org', 'https://purl.imsglobal.org/clr/v2p0']
  const scanned = scanSvg(
    source,
    (namespace, name) => known.includes(namespace) && (name === 'credential' || name === 'assertion'),
  )
  if (scanned === undefined) return refuse('malformed-svg')
  const ours = scanned.found.filter(({ namespace }) => namespace === svgNamespace)
  const [first] = ours
  if (first === undefined) {
    if (scanned.found.some(({ namespace }) => namespace === 'http://openbadges.org'))
      return refuse('open-badges-2')
    if (scanned.found.length > 0) return refuse('clr-credential')
    return refuse('svg-no-credential')
  }
  if (ours.length > 1) return refuse('several-credentials')
  const text = (first.attributes.get('verify') ?? first.text).trim()
  return text === '' ? refuse('svg-no-credential') : { ok: true, format: 'svg', text }
}

const isPdf = (bytes: Uint8Array): boolean =>
  String.fromCharCode(...bytes.subarray(0, 1024)).includes('%PDF-')

const extractFromPdf = (bytes: Uint8Array): Extracted => {
  const read = readPdfAttachment(bytes)
  return read.ok
    ? { ok: true, format: 'pdf', text: read.text }
    : { ok: false, format: 'pdf', code: read.code }
}

/**
 * Takes the credential out of whatever somebody holds: a JSON document, a compact JWS, a baked PNG or SVG, or
 * a PDF certificate with the credential attached. The kind is told by the content, never by a name. Files of
 * up to 20 MB and credentials of up to 5 MB are read. Trust: any bytes may come in; what comes out is
 * unverified text.
 *
 * @see Open Badges 3.0, Document Formats
 */
export const extractCredential = (bytes: Uint8Array): Extracted => {
  if (bytes.length === 0) return { ok: false, code: 'empty' }
  if (bytes.length > maxFileBytes) return { ok: false, code: 'too-large' }
  if (isPng(bytes)) return extractFromPng(bytes)
  if (isPdf(bytes)) return extractFromPdf(bytes)
  if (bytes[0] === 0x89 || bytes[0] === 0xff || bytes[0] === 0x50)
    return { ok: false, code: 'unknown-format' }
  const text = decodeUtf8(bytes)
  if (text === undefined) return { ok: false, code: 'not-utf-8' }
  return extractCredentialText(text)
}

/** As `extractCredential`, for what was pasted or read as text: JSON, a compact JWS or the source of an SVG. */
export const extractCredentialText = (source: string): Extracted => {
  const text = source.replace(/^\uFEFF/, '').trim()
  if (text === '') return { ok: false, code: 'empty' }
  if (text.startsWith('<')) return extractFromSvg(text)
  if (text.length > maxCredentialBytes) return { ok: false, code: 'too-large' }
  const form = findTextForm(text)
  return form === undefined ? { ok: false, code: 'unknown-format' } : { ok: true, format: form, text }
}
