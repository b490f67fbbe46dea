import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { zlibSync } from 'fflate'
import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { bakePng } from '../../../src/openbadges/bake/bake-png'
import { bakeSvg } from '../../../src/openbadges/bake/bake-svg'
import { extractCredential, extractCredentialText } from '../../../src/openbadges/bake/extract-credential'
import { readPngText, writePngChunk } from '../../../src/openbadges/bake/png-chunks'
import { bytesOf, chunksOf, join, json, jwt, png, pngParts } from './support'

const svg =
  '<?xml version="1.0"?>\n<!-- a badge --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><g/></svg>'

test('a PNG gives back the credential that was baked into it', () => {
  expect(extractCredential(bakePng(png, json))).toEqual({ ok: true, format: 'png', text: json })
  expect(extractCredential(bakePng(png, jwt))).toEqual({ ok: true, format: 'png', text: jwt })
})

test('the PNG chunk is laid out as the specification says', () => {
  const baked = bakePng(png, json)
  const chunks = chunksOf(baked)
  expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'iTXt', 'IDAT', 'IEND'])
  const [, text] = chunks
  expect(text?.data).toEqual(bytesOf(`openbadgecredential\0\0\0\0\0${json}`))
  expect(baked.subarray(text?.start, text?.end)).toEqual(
    writePngChunk('iTXt', text?.data ?? new Uint8Array()),
  )
})

test('the checksum of a chunk is that of the PNG specification', () => {
  expect([...pngParts.iend.subarray(8)]).toEqual([0xae, 0x42, 0x60, 0x82])
})

test('baking again replaces the credential', () => {
  const twice = bakePng(bakePng(png, json), jwt)
  expect(chunksOf(twice).filter((chunk) => readPngText(chunk)).length).toBe(1)
  expect(extractCredential(twice)).toMatchObject({ text: jwt })
  const svgTwice = bakeSvg(bakeSvg(svg, json), jwt)
  expect(svgTwice).toBe(bakeSvg(svg, jwt))
})

test('an SVG gives back the credential that was baked into it, and stays the same picture', () => {
  const baked = bakeSvg(svg, json)
  const read = extractCredential(bytesOf(baked))
  expect(read).toMatchObject({ ok: true, format: 'svg' })
  expect(read.ok && JSON.parse(read.text)).toEqual(JSON.parse(json))
  expect(baked.split('<![CDATA[').length).toBe(2)
  expect(baked).toContain('viewBox="0 0 1 1"><openbadges:credential><![CDATA[{')
  expect(baked.replace(/<openbadges:credential>.*<\/openbadges:credential>/s, '')).toBe(
    svg.replace('<svg', '<svg xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"'),
  )
  expect(bakeSvg(svg, jwt)).toContain(`<openbadges:credential verify="${jwt}"/><g/>`)
  expect(extractCredentialText(bakeSvg(svg, jwt))).toEqual({ ok: true, format: 'svg', text: jwt })
})

test('an empty SVG root, other prefixes and a document type are handled', () => {
  expect(extractCredentialText(bakeSvg('<svg/>', jwt))).toMatchObject({ ok: true, text: jwt })
  const other = `<!DOCTYPE svg PUBLIC "x" "y"><s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns:ob='https://purl.imsglobal.org/ob/v3p0'><ob:credential>{&quot;a&quot;:1}</ob:credential></s:svg>`
  expect(extractCredentialText(other)).toEqual({ ok: true, format: 'svg', text: '{"a":1}' })
  const baked = bakeSvg(other, jwt)
  expect(extractCredentialText(baked)).toMatchObject({ ok: true, text: jwt })
  expect(baked).toMatch(/^<s:svg xmlns:openbadges=/)
})

test('several credentials of before are all replaced', () => {
  const chunk = (text: string) => writePngChunk('iTXt', bytesOf(`openbadgecredential\0\0\0\0\0${text}`))
  const { signature, ihdr, idat, iend } = pngParts
  const packed = writePngChunk('zTXt', bytesOf('openbadgecredential\0\0x'))
  const broken = writePngChunk('iTXt', bytesOf('openbadgecredential\0'))
  const crowded = join(signature, ihdr, chunk('{}'), packed, idat, chunk(json), broken, iend, bytesOf('tail'))
  expect(bakePng(crowded, json)).toEqual(bakePng(png, json))
  const element = '<o:credential xmlns:o="https://purl.imsglobal.org/ob/v3p0" verify="x"><a/></o:credential>'
  const crowdedSvg = svg.replace('<g/>', `${element}<g>${element}</g>${element}`)
  expect(bakeSvg(crowdedSvg, json)).toBe(bakeSvg(svg.replace('<g/>', '<g></g>'), json))
})

test('any text survives baking into PNG and SVG', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const document = JSON.stringify({ value })
      const fromPng = extractCredential(bakePng(png, document))
      const fromSvg = extractCredential(bytesOf(bakeSvg(svg, document)))
      expect(fromPng.ok && JSON.parse(fromPng.text)).toEqual({ value })
      expect(fromSvg.ok && JSON.parse(fromSvg.text)).toEqual({ value })
    }),
    { numRuns: 300 },
  )
})

test('no bytes make the reader throw', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.constantFrom('', '<svg ', '%PDF-1.7 ', '{'),
      (tail, head) => {
        expect(extractCredential(join(bytesOf(head), tail))).toHaveProperty('ok')
        expect(extractCredential(join(pngParts.signature, pngParts.ihdr, tail))).toHaveProperty('ok')
      },
    ),
  )
})

test('a PDF gives back its credential whatever kind of file it is called', async () => {
  for (const mimeType of ['application/octet-stream', 'text/plain', 'application/vc+jwt']) {
    const pdf = await PDFDocument.create()
    await pdf.attach(bytesOf(json), 'endstream stream', { mimeType })
    expect(extractCredential(await pdf.save())).toEqual({ ok: true, format: 'pdf', text: json })
  }
})

test.each([true, false])(
  'a PDF gives back its attached credential (object streams: %s)',
  async (useObjectStreams) => {
    const pdf = await PDFDocument.create()
    pdf.addPage().drawText('Certificate')
    await pdf.attach(bytesOf('{"other":true}'), 'other.json', { mimeType: 'application/json' })
    await pdf.attach(bytesOf(json), 'credential.json', { mimeType: 'application/vc+ld+json' })
    await pdf.embedPng(png)
    const bytes = await pdf.save({ useObjectStreams })
    expect(extractCredential(bytes)).toEqual({ ok: true, format: 'pdf', text: json })
  },
)

test('a PDF without a credential, or one that unpacks without end, is refused by name', async () => {
  const plain = await PDFDocument.create()
  plain.addPage()
  expect(extractCredential(await plain.save())).toMatchObject({ code: 'pdf-no-credential' })

  const bomb = zlibSync(new Uint8Array(70 * 1024 * 1024))
  const open = `%PDF-1.7\n1 0 obj\n<< /Type /EmbeddedFile /Filter /FlateDecode /Length ${bomb.length} >>\nstream\n`
  const file = new Uint8Array(open.length + bomb.length + 40)
  file.set(bytesOf(open))
  file.set(bomb, open.length)
  file.set(bytesOf('\nendstream\nendobj\n%%EOF'), open.length + bomb.length)
  expect(extractCredential(file)).toMatchObject({ code: 'too-large' })
})

test('files that are something else are refused by name', () => {
  expect(extractCredential(new Uint8Array())).toEqual({ ok: false, code: 'empty' })
  expect(extractCredential(new Uint8Array(21 * 1024 * 1024))).toEqual({ ok: false, code: 'too-large' })
  expect(extractCredential(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]))).toEqual({
    ok: false,
    code: 'unknown-format',
  })
  expect(extractCredential(bytesOf('hello'))).toEqual({ ok: false, code: 'unknown-format' })
  expect(extractCredential(readFileSync(new URL('../../../biome.json', import.meta.url)))).toMatchObject({
    format: 'json',
  })
})
