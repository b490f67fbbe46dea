/**
 * SHA-256 of a text (as UTF-8) or of bytes: 32 bytes.
 *
 * @see FIPS 180-4, section 6.2
 */
export const sha256 = async (data: string | Uint8Array): Promise<Uint8Array<ArrayBuffer>> => {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : new Uint8Array(data)
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

/** Bytes as lower-case hexadecimal digits. */
export const toHex = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}
