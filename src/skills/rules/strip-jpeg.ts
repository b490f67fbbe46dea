import { joinBytes } from './join-bytes'

const startOfScan = 0xda
const endOfImage = 0xd9

const textAt = (bytes: Uint8Array, at: number, length: number) =>
  String.fromCharCode(...bytes.subarray(at, at + length))

/** Segments that the picture needs: tables, frames, scans, and of the applications' only colour. */
const isKept = (marker: number, bytes: Uint8Array, at: number): boolean => {
  if (marker === 0xfe) return false
  if (marker < 0xe0 || marker > 0xef) return true
  if (marker === 0xe0) return textAt(bytes, at + 4, 4) === 'JFIF'
  if (marker === 0xe2) return textAt(bytes, at + 4, 11) === 'ICC_PROFILE'
  return marker === 0xee && textAt(bytes, at + 4, 5) === 'Adobe'
}

/** The tag of Exif that says how a picture is turned: 1 to 8; undefined where there is none. */
const orientationOf = (bytes: Uint8Array, at: number, length: number): number | undefined => {
  if (textAt(bytes, at + 4, 4) !== 'Exif') return undefined
  const tiff = at + 10
  const end = Math.min(at + 2 + length, bytes.length)
  if (tiff + 8 > end) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset + tiff, end - tiff)
  const little = textAt(bytes, tiff, 2) === 'II'
  const first = view.getUint32(4, little)
  if (first + 2 > view.byteLength) return undefined
  const count = view.getUint16(first, little)
  for (let index = 0; index < count; index += 1) {
    const entry = first + 2 + index * 12
    if (entry + 12 > view.byteLength) return undefined
    if (view.getUint16(entry, little) === 0x0112) {
      const turn = view.getUint16(entry + 8, little)
      return turn >= 2 && turn <= 8 ? turn : undefined
    }
  }
  return undefined
}

/** An Exif segment that says how the picture is turned and nothing else. */
const turned = (orientation: number): Uint8Array =>
  Uint8Array.from([
    ...[0xff, 0xe1, 0x00, 0x22, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0x00, 0x2a, 0, 0, 0, 8],
    ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
  ])

/** Where the data of a scan ends: at the next marker that is neither a stuffed byte nor a restart. */
const endOfScan = (bytes: Uint8Array, from: number): number => {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

/** A JPEG with its picture alone; undefined where it is damaged. What stands behind the picture's end is left out. */
export const stripJpeg = (bytes: Uint8Array): Uint8Array | undefined => {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  for (let at = 2; at + 4 <= bytes.length || bytes[at + 1] === endOfImage; ) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === endOfImage) return joinBytes([...kept, bytes.subarray(at, at + 2)])
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    const end = at + 2 + length
    if (length < 2 || end > bytes.length) return undefined
    if (isKept(marker, bytes, at)) {
      const until = marker === startOfScan ? endOfScan(bytes, end) : end
      kept.push(bytes.subarray(at, until))
      at = until
      continue
    }
    const orientation = marker === 0xe1 ? orientationOf(bytes, at, length) : undefined
    if (orientation !== undefined) kept.push(turned(orientation))
    at = end
  }
  return undefined
}
