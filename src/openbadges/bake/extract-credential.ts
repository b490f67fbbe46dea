import { findTextForm } from './bake-error'
import { pngKeyword } from './bake-png'
import { isCredentialElement } from './bake-svg'
import { isPng, type PngFault, type PngText, readPng, readPngText } from './png-chunks'
import { readPdfAttachment } from './read-pdf-attachment'
import { type SvgElement, scanSvg } from './scan-svg'
import { UnpackLimitError, unpackZlib } from './unpack-zlib'

/** What a credential came in. */
export type CredentialFormat = 'json' | 'jwt' | 'png' | 'svg' | 'pdf'

/** Why no Open Badges 3.0 credential could be taken out of a file. */
export type ExtractRefusalCode =
  | 'empty'
  | 'too-large'
  | 'unknown-format'
  | 'not-utf-8'
  | PngFault
  | 'png-text'
  | 'png-no-credential'
  | 'compressed-credential'
  | 'several-credentials'
  | 'malformed-svg'
  | 'svg-entities'
  | 'svg-no-credential'
  | 'pdf-no-credential'
  | 'pdf-encrypted'
  | 'open-badges-2'
  | 'open-badges-2-address'

/** The text of a credential, or why there is none; `text` then holds an Open Badges 2.0 badge or its address. */
export type Extracted =
  | { ok: true; format: CredentialFormat; text: string }
  | { ok: false; format?: CredentialFormat; code: ExtractRefusalCode; text?: string }

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

const clrKeyword = 'clrcredential'
const oldKeyword = 'openbadges'

/** What an older badge holds: the badge itself, or only the address where it was published. */
const refuseOldBadge = (format: 'png' | 'svg', written: string): Extracted => {
  const text = written.trim()
  const code = /^https?:\/\/\S+$/.test(text) ? 'open-badges-2-address' : 'open-badges-2'
  return { ok: false, format, code, ...(text === '' ? {} : { text }) }
}

const readOldText = ({ compressed, text = new Uint8Array() }: PngText): string => {
  try {
    const bytes = compressed ? unpackZlib(text, maxCredentialBytes) : text.subarray(0, maxCredentialBytes)
    return (bytes === undefined ? undefined : decodeUtf8(bytes)) ?? ''
  } catch (error) {
    if (error instanceof UnpackLimitError) return ''
    throw error
  }
}

const extractFromPng = (bytes: Uint8Array): Extracted => {
  const refuse = (code: ExtractRefusalCode): Extracted => ({ ok: false, format: 'png', code })
  const read = readPng(bytes)
  if (!read.ok) return refuse(read.code)
  const texts = read.png.chunks.flatMap((chunk) => readPngText(chunk) ?? [])
  const having = (keyword: string) => texts.filter((text) => text.keyword === keyword)
  const ours = [...having(pngKeyword), ...having(clrKeyword)]
  const [first] = ours
  if (first === undefined) {
    const [old] = having(oldKeyword)
    return old === undefined ? refuse('png-no-credential') : refuseOldBadge('png', readOldText(old))
  }
  if (ours.length > 1) return refuse('several-credentials')
  if (first.text === undefined) return refuse('png-text')
  if (first.compressed) return refuse('compressed-credential')
  if (first.text.length > maxCredentialBytes) return refuse('too-large')
  const text = decodeUtf8(first.text)
  return text === undefined ? refuse('not-utf-8') : { ok: true, format: 'png', text: text.trim() }
}

const clrNamespace = 'https://purl.imsglobal.org/clr/v2p0'
const oldNamespace = 'http://openbadges.org'

const isRecord = ({ namespace, localName }: SvgElement): boolean =>
  namespace === clrNamespace && localName === 'credential'

const textOf = ({ attributes, text }: SvgElement): string => (attributes.get('verify') ?? text).trim()

const extractFromSvg = (source: string): Extracted => {
  const refuse = (code: ExtractRefusalCode): Extracted => ({ ok: false, format: 'svg', code })
  const scan = scanSvg(source)
  if (scan === undefined) return refuse('malformed-svg')
  const ours = scan.elements.filter((element) => isCredentialElement(element) || isRecord(element))
  const [first] = ours
  if (first === undefined) {
    const old = scan.elements.find(
      ({ namespace, localName }) => namespace === oldNamespace && localName === 'assertion',
    )
    return old === undefined
      ? refuse('svg-no-credential')
      : refuseOldBadge('svg', old.text.trim() || textOf(old))
  }
  if (ours.length > 1) return refuse('several-credentials')
  if (first.hasEntities) return refuse('svg-entities')
  const text = textOf(first)
  if (text.length > maxCredentialBytes) return refuse('too-large')
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
