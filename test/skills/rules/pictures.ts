import { joinBytes } from '../../../src/skills/rules/join-bytes'

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const bytes = (...values: number[]) => Uint8Array.from(values)

const segment = (marker: number, content: Uint8Array) =>
  joinBytes([bytes(0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 0xff), content])

/** A TIFF with a turn and a text that stands for a place. */
const tiff = (orientation: number, place: string) =>
  joinBytes([
    latin('MM\0*\0\0\0\x08'),
    bytes(0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0),
    latin(place),
  ])

/** A JPEG as a telephone makes one, with everything that it should lose; its scan is a text. */
export const jpegOf = (told: {
  readonly gps: string
  readonly orientation?: number
  readonly comment?: string
  readonly trailer?: string
}): Uint8Array =>
  joinBytes([
    bytes(0xff, 0xd8),
    segment(0xe0, latin('JFIF\0\x01\x01\0\0\x01\0\x01\0\0')),
    segment(0xe1, joinBytes([latin('Exif\0\0'), tiff(told.orientation ?? 1, told.gps)])),
    segment(0xe1, latin(`http://ns.adobe.com/xap/1.0/\0<x>${told.gps}</x>`)),
    segment(0xe2, latin('ICC_PROFILE\0\x01\x01colour')),
    segment(0xe2, latin(`MPF\0${told.gps}`)),
    segment(0xed, latin(`Photoshop 3.0\0${told.gps}`)),
    segment(0xfe, latin(told.comment ?? '')),
    segment(0xdb, bytes(0, 1, 2, 3)),
    segment(0xda, bytes(1, 1, 0, 0, 63, 0)),
    latin('the picture itself'),
    bytes(0xff, 0x00, 0xff, 0xd0),
    segment(0xda, bytes(1, 2, 0, 0, 63, 0)),
    latin('the second scan'),
    bytes(0xff, 0xd9),
    latin(told.trailer ?? ''),
  ])

const chunk = (type: string, content: Uint8Array) => {
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, content.length)
  return joinBytes([length, latin(type), content, bytes(1, 2, 3, 4)])
}

export const pngOf = (told: { readonly text: string; readonly exif: string }): Uint8Array =>
  joinBytes([
    latin('\x89PNG\r\n\x1a\n'),
    chunk('IHDR', new Uint8Array(13)),
    chunk('tEXt', latin(`Comment\0${told.text}`)),
    chunk('eXIf', latin(told.exif)),
    chunk('tIME', new Uint8Array(7)),
    chunk('IDAT', latin('picture')),
    chunk('IEND', new Uint8Array()),
    latin('behind'),
  ])

const riff = (type: string, content: Uint8Array) => {
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, content.length, true)
  return joinBytes([latin(type), length, content, new Uint8Array(content.length % 2)])
}

export const webpOf = (told: { readonly exif: string }): Uint8Array => {
  const content = joinBytes([
    latin('WEBP'),
    riff('VP8X', bytes(0x1c, 0, 0, 0, 9, 0, 0, 9, 0, 0)),
    riff('VP8L', latin('picture')),
    riff('EXIF', latin(told.exif)),
    riff('XMP ', latin(told.exif)),
  ])
  return riff('RIFF', content)
}
