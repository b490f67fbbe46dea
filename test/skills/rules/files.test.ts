import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinBytes } from '../../../src/skills/rules/join-bytes'
import { sniffFile } from '../../../src/skills/rules/sniff-file'
import { stripMetadata } from '../../../src/skills/rules/strip-metadata'
import { jpegOf, pngOf, webpOf } from './pictures'

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const read = (bytes: Uint8Array | undefined) => String.fromCharCode(...(bytes ?? []))

describe('the type of a file', () => {
  test.each([
    ['\xff\xd8\xff\xe0', 'image/jpeg', true],
    ['\x89PNG\r\n\x1a\n', 'image/png', true],
    ['RIFF\x04\0\0\0WEBP', 'image/webp', true],
    ['%PDF-1.7', 'application/pdf', true],
    ['\0\0\0\x18ftypheic', 'image/heic', false],
    ['\0\0\0\x18ftypisom', 'video/mp4', false],
    ['GIF89a', 'image/gif', false],
    ['PK\x03\x04', 'application/zip', false],
    ['MZ\x90', 'application/octet-stream', false],
    ['<svg xmlns="http://www.w3.org/2000/svg">', 'text/html', false],
    [' <!DOCTYPE html>', 'text/html', false],
    ['RIFF\x04\0\0\0WAVE', 'application/octet-stream', false],
    ['', 'application/octet-stream', false],
  ])('%j is %s', (start, mediaType, accepted) => {
    expect(sniffFile(latin(start))).toMatchObject({ mediaType, accepted })
  })
})

describe('a picture', () => {
  test('loses where and when it was taken, comments and what stands behind it; JPEG', () => {
    const stripped = stripMetadata(
      jpegOf({ gps: '51.5N', comment: 'secret', trailer: 'hidden' }),
      'image/jpeg',
    )
    for (const word of ['51.5N', 'secret', 'hidden', 'http://ns.adobe.com/xap']) {
      expect(read(stripped)).not.toContain(word)
    }
    expect(read(stripped)).toContain('JFIF')
    expect(read(stripped)).toContain('ICC_PROFILE')
    expect(read(stripped)).toContain('the picture itself')
  })

  test('keeps how it is turned, and nothing else of Exif; JPEG', () => {
    const stripped = stripMetadata(jpegOf({ gps: '51.5N', orientation: 6 }), 'image/jpeg')
    const at = read(stripped).indexOf('Exif')
    expect(at).toBeGreaterThan(0)
    expect(stripped?.[at + 6 + 8 + 2 + 9]).toBe(6)
    expect(read(stripped)).not.toContain('51.5N')
    expect(read(stripMetadata(jpegOf({ gps: '51.5N', orientation: 1 }), 'image/jpeg'))).not.toContain('Exif')
  })

  test('loses texts, times and Exif; PNG', () => {
    const stripped = stripMetadata(pngOf({ text: 'taken at home', exif: '51.5N' }), 'image/png')
    expect(read(stripped)).not.toMatch(/taken at home|51\.5N|eXIf|tEXt|tIME|behind/)
    expect(read(stripped)).toMatch(/IHDR.*IDAT.*IEND/s)
  })

  test('loses Exif and XMP, and says so in its head; WebP', () => {
    const whole = webpOf({ exif: '51.5N' })
    const stripped = stripMetadata(whole, 'image/webp') ?? new Uint8Array()
    expect(read(stripped)).not.toMatch(/51\.5N|EXIF|XMP /)
    const view = new DataView(stripped.buffer, stripped.byteOffset)
    expect(view.getUint32(4, true)).toBe(stripped.length - 8)
    expect(stripped[20]).toBe(0x10)
  })

  test('stripped again is the same', () => {
    for (const [bytes, type] of [
      [jpegOf({ gps: 'x', orientation: 3 }), 'image/jpeg'],
      [pngOf({ text: 'x', exif: 'y' }), 'image/png'],
      [webpOf({ exif: 'y' }), 'image/webp'],
    ] as const) {
      const once = stripMetadata(bytes, type)
      expect(once).toBeDefined()
      expect(stripMetadata(once ?? bytes, type)).toEqual(once)
    }
  })

  test('that is cut off anywhere is damaged or harmless, and never throws', () => {
    const pictures = [
      [jpegOf({ gps: '51.5N', orientation: 6 }), 'image/jpeg'],
      [pngOf({ text: '51.5N', exif: '51.5N' }), 'image/png'],
      [webpOf({ exif: '51.5N' }), 'image/webp'],
    ] as const
    fc.assert(
      fc.property(fc.constantFrom(...pictures), fc.nat(), fc.nat(255), ([bytes, type], at, byte) => {
        const cut = stripMetadata(bytes.subarray(0, at % bytes.length), type)
        expect(read(cut)).not.toContain('51.5N')
        const changed = Uint8Array.from(bytes)
        changed[at % bytes.length] = byte
        stripMetadata(changed, type)
      }),
      { numRuns: 500 },
    )
  })
})

test('a PDF stays as it is', () => {
  const pdf = joinBytes([latin('%PDF-'), latin('1.7')])
  expect(stripMetadata(pdf, 'application/pdf')).toEqual(latin('%PDF-1.7'))
})
