import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { zlibSync } from 'fflate'
import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { BakeError } from '../../../src/openbadges/bake/bake-error'
import { bakePng } from '../../../src/openbadges/bake/bake-png'
import { bakeSvg } from '../../../src/openbadges/bake/bake-svg'
import { extractCredential, extractCredentialText } from '../../../src/openbadges/bake/extract-credential'
import { readPngChunks, readPngText, writePngChunk } from '../../../src/openbadges/bake/png-chunks'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]))

const signature = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const header = writePngChunk('IHDR', Uint8Array.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]))
const pixel = writePngChunk('IDAT', zlibSync(Uint8Array.from([0, 255])))
const end = writePngChunk('IEND', new Uint8Array())
const png = join(signature, header, pixel, end)
const pngWith = (...chunks: Uint8Array[]) => join(signature, header, ...chunks, pixel, end)

const json = JSON.stringify({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential'],
  name: 'Llyfrgell y Dref – “Darllen” ]]> 🏅',
})
const jwt = 'eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJ4In0.c2ln'
const svg =
  '<?xml version="1.0"?>\n<!-- a badge --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><g/></svg>'

const codeOf = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    return error instanceof BakeError ? error.code : error
  }
  return undefined
}

test('a PNG gives back the credential that was baked into it', () => {
  expect(extractCredential(bakePng(png, json))).toEqual({ ok: true, format: 'png', text: json })
  expect(extractCredential(bakePng(png, jwt))).toEqual({ ok: true, format: 'png', text: jwt })
})

test('the PNG chunk is laid out as the specification says', () => {
  const baked = bakePng(png, json)
  const chunks = readPngChunks(baked) ?? []
  expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'iTXt', 'IDAT', 'IEND'])
  const [, text] = chunks
  expect(text?.data).toEqual(bytesOf(`openbadgecredential\0\0\0\0\0${json}`))
  expect(baked.subarray(text?.start, text?.end)).toEqual(
    writePngChunk('iTXt', text?.data ?? new Uint8Array()),
  )
})

test('the checksum of a chunk is that of the PNG specification', () => {
  expect([...end.subarray(8)]).toEqual([0xae, 0x42, 0x60, 0x82])
})

test('baking again replaces the credential', () => {
  const twice = bakePng(bakePng(png, json), jwt)
  expect((readPngChunks(twice) ?? []).filter((chunk) => readPngText(chunk)).length).toBe(1)
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
  const other = `<!DOCTYPE svg PUBLIC "x" "y" [<!ENTITY a "b">]><s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns:ob='https://purl.imsglobal.org/ob/v3p0'><ob:credential>{&quot;a&quot;:1}</ob:credential></s:svg>`
  expect(extractCredentialText(other)).toEqual({ ok: true, format: 'svg', text: '{"a":1}' })
  expect(extractCredentialText(bakeSvg(other, json))).toMatchObject({ ok: true })
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

test('what cannot be baked is refused by name', () => {
  expect(codeOf(() => bakePng(bytesOf('GIF89a'), json))).toBe('not-a-png')
  expect(codeOf(() => bakePng(png.subarray(0, 30), json))).toBe('malformed-png')
  expect(codeOf(() => bakePng(png, 'hello'))).toBe('not-a-credential')
  expect(codeOf(() => bakeSvg('<html></html>', json))).toBe('not-an-svg')
  expect(codeOf(() => bakeSvg('<svg xmlns:openbadges="http://openbadges.org"/>', json))).toBe('malformed-svg')
})

test('a PNG of Open Badges 2.0 or of a learner record is named as such', () => {
  const assertion =
    '{"@context":"https://w3id.org/openbadges/v2","type":"Assertion","id":"https://badges.example/a/1"}'
  expect(
    extractCredential(pngWith(writePngChunk('iTXt', bytesOf(`openbadges\0\0\0\0\0${assertion}`)))),
  ).toEqual({
    ok: false,
    format: 'png',
    code: 'open-badges-2',
  })
  const hosted = writePngChunk('tEXt', bytesOf('openbadges\0https://badges.example/a/1'))
  expect(extractCredential(pngWith(hosted))).toMatchObject({ code: 'open-badges-2' })
  const record = writePngChunk('iTXt', bytesOf('clrcredential\0\0\0\0\0{}'))
  expect(extractCredential(pngWith(record))).toMatchObject({ code: 'clr-credential' })
  const old = '<svg xmlns:openbadges="http://openbadges.org"><openbadges:assertion verify="x"/></svg>'
  expect(extractCredentialText(old)).toMatchObject({ code: 'open-badges-2' })
})

test('hostile PNGs are refused by name', () => {
  const credential = (flag: number, text: string) =>
    writePngChunk(
      'iTXt',
      join(bytesOf('openbadgecredential\0'), Uint8Array.from([flag, 0, 0, 0]), bytesOf(text)),
    )
  const lying = png.slice()
  new DataView(lying.buffer).setUint32(8, 0xffffffff)
  expect(extractCredential(lying)).toMatchObject({ code: 'malformed-png' })
  expect(extractCredential(png)).toMatchObject({ code: 'png-no-credential' })
  expect(extractCredential(png.subarray(0, png.length - 12))).toMatchObject({ code: 'malformed-png' })
  expect(extractCredential(pngWith(credential(1, 'x')))).toMatchObject({ code: 'compressed-credential' })
  expect(extractCredential(pngWith(credential(0, '{}'), credential(0, '{}')))).toMatchObject({
    code: 'several-credentials',
  })
  expect(extractCredential(pngWith(writePngChunk('iTXt', bytesOf('openbadgecredential\0'))))).toMatchObject({
    code: 'png-no-credential',
  })
  const badText = writePngChunk(
    'iTXt',
    join(bytesOf('openbadgecredential\0\0\0\0\0'), Uint8Array.from([0xff])),
  )
  expect(extractCredential(pngWith(badText))).toMatchObject({ code: 'not-utf-8' })
})

test('hostile SVGs are refused by name and never expanded', () => {
  const deep = `<svg>${'<g>'.repeat(5000)}${'</g>'.repeat(5000)}</svg>`
  expect(extractCredentialText(deep)).toMatchObject({ code: 'malformed-svg' })
  for (const broken of [
    '<svg',
    '<svg><g></svg>',
    '<svg a=b/>',
    '<svg><!-- ',
    '<svg><![CDATA[',
    '<svg a="1" a="2"/>',
  ]) {
    expect(extractCredentialText(broken)).toMatchObject({ code: 'malformed-svg' })
  }
  const laughs = `<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg xmlns:o="https://purl.imsglobal.org/ob/v3p0"><o:credential>&b;</o:credential></svg>`
  expect(extractCredentialText(laughs)).toEqual({ ok: true, format: 'svg', text: '&b;' })
  const twice =
    '<svg xmlns:o="https://purl.imsglobal.org/ob/v3p0"><o:credential verify="a"/><o:credential verify="b"/></svg>'
  expect(extractCredentialText(twice)).toMatchObject({ code: 'several-credentials' })
})

test('no bytes make the reader throw', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.constantFrom('', '<svg ', '%PDF-1.7 ', '{'),
      (tail, head) => {
        expect(extractCredential(join(bytesOf(head), tail))).toHaveProperty('ok')
        expect(extractCredential(join(signature, header, tail))).toHaveProperty('ok')
      },
    ),
  )
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
