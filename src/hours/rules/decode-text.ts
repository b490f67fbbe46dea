import type { Result } from '../../problems'

/**
 * The text of a file that a spreadsheet or a volunteer system wrote: UTF-8, UTF-16 with its mark, or else
 * Windows-1252. Workbooks, PDFs and other files that are not text are refused.
 */
export const decodeText = (bytes: Uint8Array): Result<string, 'file-not-text'> => {
  const text = decode(bytes)
  const notText = text.includes('\0') || text.startsWith('PK\u0003\u0004') || text.startsWith('%PDF-')
  return notText ? { ok: false, reason: 'file-not-text' } : { ok: true, value: text }
}

const decode = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
