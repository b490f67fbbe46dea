import { sha1 } from '@noble/hashes/legacy.js'

/** The name space of identifiers that are made from addresses, of RFC 9562. */
const urlSpace = '6ba7b8119dad11d180b400c04fd430c8'

/**
 * An identifier made from an address: the same for the same address, wherever and whenever it is made.
 * @see RFC 9562, section 5.5 (UUID version 5)
 */
export const nameGuid = (address: string): string => {
  const space = Uint8Array.from(urlSpace.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
  const name = new TextEncoder().encode(address)
  const hash = sha1(new Uint8Array([...space, ...name])).slice(0, 16)
  const hex = Array.from(hash, (byte, place) => {
    const marked = place === 6 ? (byte & 0x0f) | 0x50 : place === 8 ? (byte & 0x3f) | 0x80 : byte
    return marked.toString(16).padStart(2, '0')
  }).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
