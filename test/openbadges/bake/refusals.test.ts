import { zlibSync } from 'fflate'
import { expect, test } from 'vitest'
import { bakePng } from '../../../src/openbadges/bake/bake-png'
import { bakeSvg } from '../../../src/openbadges/bake/bake-svg'
import { extractCredential, extractCredentialText } from '../../../src/openbadges/bake/extract-credential'
import { writePngChunk } from '../../../src/openbadges/bake/png-chunks'
import { problemTexts } from '../../../src/openbadges/verify/text'
import { bytesOf, codeOf, join, json, jwt, png, pngOf, pngParts, pngWith, textChunk } from './support'

const { ihdr, ihdrOf, idat, iend } = pngParts
const ours = textChunk('openbadgecredential', json)
const none = new Uint8Array()
const manyChunks = new Uint8Array(
  Buffer.concat(Array.from({ length: 50_001 }, () => writePngChunk('teXt', none))),
)

const withByte = (bytes: Uint8Array, at: number, value: number) => {
  const changed = bytes.slice()
  changed[at] = value
  return changed
}

/** PNGs with a fault in their structure: each is refused both for baking and for reading. */
const brokenPngs: [name: string, code: string, bytes: Uint8Array][] = [
  ['cut off inside a chunk', 'png-truncated', pngWith(ours).subarray(0, 90)],
  ['cut off inside a length', 'png-truncated', png.subarray(0, png.length - 6)],
  ['a length that runs past the end', 'png-truncated', withByte(png, 33, 0x7f)],
  ['a length past 2^31', 'png-truncated', withByte(png, 33, 0xff)],
  ['nothing after the signature', 'png-header', pngOf()],
  ['no IHDR', 'png-header', pngOf(idat, iend)],
  ['IHDR not first', 'png-header', pngOf(ours, ihdr, idat, iend)],
  ['IHDR twice', 'png-header', pngOf(ihdr, ihdr, idat, iend)],
  ['IHDR of the wrong length', 'png-header', pngOf(writePngChunk('IHDR', new Uint8Array(14)), idat, iend)],
  ['no width', 'png-header', pngOf(ihdrOf(0, 1), idat, iend)],
  ['no height', 'png-header', pngOf(ihdrOf(1, 0), idat, iend)],
  ['a negative width', 'png-header', pngOf(ihdrOf(0x80000000, 1), idat, iend)],
  ['a changed byte in IHDR', 'png-checksum', withByte(png, 19, 2)],
  ['a changed byte in the picture', 'png-checksum', withByte(png, 44, 1)],
  ['a changed byte in the credential', 'png-checksum', withByte(pngWith(ours), 80, 0x21)],
  ['a changed checksum', 'png-checksum', withByte(png, png.length - 1, 0)],
  ['a chunk without a name', 'png-chunks', pngWith(writePngChunk('1234', none))],
  ['picture data in two places', 'png-chunks', pngOf(ihdr, idat, ours, idat, iend)],
  ['more chunks than any picture has', 'png-chunks', pngWith(manyChunks)],
  ['no IDAT', 'png-no-image', pngOf(ihdr, ours, iend)],
  ['no IEND', 'png-no-end', pngOf(ihdr, idat)],
  ['an IEND that holds something', 'png-no-end', pngOf(ihdr, idat, writePngChunk('IEND', bytesOf('x')))],
]

test.each(brokenPngs)('a PNG with %s is refused as %s', (_, code, bytes) => {
  expect(codeOf(() => bakePng(bytes, json))).toBe(code)
  expect(extractCredential(bytes)).toEqual({ ok: false, format: 'png', code })
})

test('what is no image, no credential, too large or animated is not baked into', () => {
  expect(codeOf(() => bakePng(bytesOf('GIF89a'), json))).toBe('not-a-png')
  expect(codeOf(() => bakePng(png, 'hello'))).toBe('not-a-credential')
  expect(codeOf(() => bakePng(pngOf(ihdrOf(8193, 1), idat, iend), json))).toBe('image-dimensions')
  expect(codeOf(() => bakePng(pngOf(ihdrOf(1, 2 ** 31 - 1), idat, iend), json))).toBe('image-dimensions')
  const huge = join(png, new Uint8Array(5 * 1024 * 1024))
  expect(codeOf(() => bakePng(huge, json))).toBe('image-too-large')
  for (const type of ['acTL', 'fcTL', 'fdAT'])
    expect(codeOf(() => bakePng(pngWith(writePngChunk(type, new Uint8Array(8))), json))).toBe('png-animated')
  expect(extractCredential(pngWith(writePngChunk('acTL', new Uint8Array(8)), ours))).toMatchObject({
    ok: true,
  })
})

test('what follows the end of a PNG is not carried along', () => {
  expect(bakePng(join(png, bytesOf('<script>')), json)).toEqual(bakePng(png, json))
})

test('a PNG whose credential cannot be told or read is refused by name', () => {
  const code = (...chunks: Uint8Array[]) => extractCredential(pngWith(...chunks))
  const flagged = (flag: number, text: Uint8Array) =>
    writePngChunk('iTXt', join(bytesOf('openbadgecredential\0'), Uint8Array.from([flag, 0, 0, 0]), text))
  expect(code()).toMatchObject({ code: 'png-no-credential' })
  expect(code(flagged(1, zlibSync(bytesOf(json))))).toMatchObject({ code: 'compressed-credential' })
  expect(code(writePngChunk('zTXt', bytesOf('openbadgecredential\0\0x')))).toMatchObject({
    code: 'compressed-credential',
  })
  expect(code(ours, ours)).toMatchObject({ code: 'several-credentials' })
  expect(code(ours, textChunk('clrcredential', json))).toMatchObject({ code: 'several-credentials' })
  expect(code(writePngChunk('iTXt', bytesOf('openbadgecredential\0')))).toMatchObject({ code: 'png-text' })
  expect(code(flagged(0, Uint8Array.from([0xff])))).toMatchObject({ code: 'not-utf-8' })
  expect(code(flagged(0, new Uint8Array(5 * 1024 * 1024 + 1)))).toMatchObject({ code: 'too-large' })
})

const assertion =
  '{"@context":"https://w3id.org/openbadges/v2","type":"Assertion","id":"https://badges.example/a/1"}'
const address = 'https://badges.example/a/1'

test('a badge of Open Badges 2.0 or before is named as such, with what it holds', () => {
  const packed = zlibSync(bytesOf(assertion))
  const iTXt = (flag: number, text: Uint8Array) =>
    writePngChunk('iTXt', join(bytesOf('openbadges\0'), Uint8Array.from([flag, 0, 0, 0]), text))
  const zTXt = writePngChunk('zTXt', join(bytesOf('openbadges\0\0'), packed))
  for (const chunk of [iTXt(0, bytesOf(assertion)), iTXt(1, packed), zTXt]) {
    expect(extractCredential(pngWith(chunk))).toEqual({
      ok: false,
      format: 'png',
      code: 'open-badges-2',
      text: assertion,
    })
  }
  const hosted = { ok: false, code: 'open-badges-2-address', text: address }
  const tEXt = writePngChunk('tEXt', bytesOf(`openbadges\0${address}`))
  expect(extractCredential(pngWith(tEXt))).toEqual({ ...hosted, format: 'png' })
  const svgOf = (inner: string) => `<svg xmlns:openbadges="http://openbadges.org">${inner}</svg>`
  expect(extractCredentialText(svgOf(`<openbadges:assertion verify="${address}"/>`))).toEqual({
    ...hosted,
    format: 'svg',
  })
  const body = `<openbadges:assertion verify="x"><![CDATA[${assertion}]]></openbadges:assertion>`
  expect(extractCredentialText(svgOf(body))).toEqual({
    ok: false,
    format: 'svg',
    code: 'open-badges-2',
    text: assertion,
  })
})

test('an Open Badges 2.0 badge that unpacks without end is named and not unpacked', () => {
  const bomb = zlibSync(new Uint8Array(6 * 1024 * 1024))
  const chunk = writePngChunk('zTXt', join(bytesOf('openbadges\0\0'), bomb))
  expect(extractCredential(pngWith(chunk))).toEqual({ ok: false, format: 'png', code: 'open-badges-2' })
})

test('a baked learner record gives its credential, as JSON and as JWT', () => {
  const svgOf = (inner: string) => `<svg xmlns:clr="https://purl.imsglobal.org/clr/v2p0">${inner}</svg>`
  for (const text of [json, jwt]) {
    const read = extractCredential(pngWith(textChunk('clrcredential', text)))
    expect(read).toEqual({ ok: true, format: 'png', text })
  }
  expect(extractCredentialText(svgOf(`<clr:credential verify="${jwt}"/>`))).toMatchObject({ text: jwt })
  const body = svgOf('<clr:credential><![CDATA[{"a":1}]]></clr:credential>')
  expect(extractCredentialText(body)).toEqual({ ok: true, format: 'svg', text: '{"a":1}' })
})

const svgOf = (inner: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inner}</svg>`

/** SVGs that carry something that a badge must not: each is refused for baking. */
const hostileSvgs: [name: string, code: string, svg: string][] = [
  ['declared entities', 'svg-entities', `<!DOCTYPE svg [<!ENTITY a "b">]>${svgOf('')}`],
  [
    'an external entity',
    'svg-entities',
    `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>${svgOf('&a;')}`,
  ],
  ['an undeclared entity', 'svg-entities', svgOf('<text>&nbsp;</text>')],
  ['an undeclared entity in an attribute', 'svg-entities', svgOf('<g id="&x;"/>')],
  ['a script', 'svg-script', svgOf('<script>1</script>')],
  ['a script under a prefix', 'svg-script', svgOf('<x:SCRIPT xmlns:x="http://www.w3.org/1999/xhtml"/>')],
  ['a handler', 'svg-script', svgOf('<handler/>')],
  ['an address that is a script', 'svg-script', svgOf('<a href="javascript:1"/>')],
  ['an address spelt to hide', 'svg-script', svgOf('<a xlink:href=" java&#10;script:1"/>')],
  ['a style that is a script', 'svg-script', svgOf('<g style="behavior:url(#a)"/>')],
  ['an event handler', 'svg-event-handler', svgOf('', 'onload="1"')],
  ['an event handler in capitals', 'svg-event-handler', svgOf('<g ONCLICK="1"/>')],
  ['HTML inside', 'svg-foreign-content', svgOf('<foreignObject/>')],
  ['an element of HTML', 'svg-foreign-content', svgOf('<h:p xmlns:h="http://www.w3.org/1999/xhtml"/>')],
  ['a frame', 'svg-foreign-content', svgOf('<iframe/>')],
  ['a picture from elsewhere', 'svg-external-reference', svgOf('<image href="https://x.example/a.png"/>')],
  ['a picture beside it', 'svg-external-reference', svgOf('<image xlink:href="a.png"/>')],
  ['an SVG packed inside', 'svg-external-reference', svgOf('<image href="data:image/svg+xml;base64,AA"/>')],
  ['a page packed inside', 'svg-external-reference', svgOf('<a href="data:text/html,x"/>')],
  ['another base', 'svg-external-reference', svgOf('', 'xml:base="https://x.example/"')],
  ['a fill from elsewhere', 'svg-external-reference', svgOf('<g fill="url(https://x.example/#a)"/>')],
  ['a fill spelt to hide', 'svg-external-reference', svgOf('<g fill="u\\72l(//x.example/#a)"/>')],
  ['a style that imports', 'svg-external-reference', svgOf('<style>@im/**/port "x"</style>')],
  ['a style that fetches', 'svg-external-reference', svgOf('<style>g{fill:url("//x")}</style>')],
  ['a style sheet', 'svg-external-reference', `<?xml-stylesheet href="a.css"?>${svgOf('')}`],
  ['an animation', 'svg-animated', svgOf('<g><animate attributeName="x"/></g>')],
  ['a timed change', 'svg-animated', svgOf('<set attributeName="href" to="#a"/>')],
  ['a motion', 'svg-animated', svgOf('<animateMotion/>')],
  ['a style that moves', 'svg-animated', svgOf('<style>g{animation:a 1s}</style>')],
  ['keyframes', 'svg-animated', svgOf('<style>@keyframes a{}</style>')],
  ['a width past any screen', 'image-dimensions', svgOf('', 'width="8193" height="1"')],
  ['a height past any screen', 'image-dimensions', svgOf('', 'height="9000px"')],
  ['five megabytes', 'image-too-large', svgOf(' '.repeat(5 * 1024 * 1024))],
  ['no root', 'not-an-svg', '<html></html>'],
  ['a root that is not SVG', 'malformed-svg', '<html><svg></svg></html>'],
  ['an element left open', 'malformed-svg', svgOf('<g>')],
  ['elements crossed', 'malformed-svg', svgOf('<a><b></a></b>')],
  ['two roots', 'malformed-svg', '<svg></svg><svg></svg>'],
  ['text after its end', 'malformed-svg', '<svg></svg>x'],
  ['an attribute twice', 'malformed-svg', svgOf('<g a="1" a="2"/>')],
  ['five thousand levels', 'malformed-svg', svgOf('<g>'.repeat(5000) + '</g>'.repeat(5000))],
  ['a prefix that means something else', 'malformed-svg', '<svg xmlns:openbadges="http://openbadges.org"/>'],
]

test.each(hostileSvgs)('an SVG with %s is refused as %s', (_, code, svg) => {
  expect(codeOf(() => bakeSvg(svg, json))).toBe(code)
})

test('a picture that only refers to its own parts is baked into', () => {
  const plain = svgOf(
    `<style>.a{fill:url(#g);stroke:url("#g")}</style><linearGradient id="g"/><use xlink:href="#g" fill="url(#g)"/>
     <image href="data:image/png;base64,iVBORw0KGgo="/><text font-family="one two">on &amp; on</text>`,
    'width="100%" height="200" xml:space="preserve"',
  )
  expect(extractCredentialText(bakeSvg(plain, jwt))).toEqual({ ok: true, format: 'svg', text: jwt })
})

test('an SVG whose credential cannot be told or read is refused by name', () => {
  for (const broken of ['<svg', '<svg><g></svg>', '<svg a=b/>', '<svg><!-- ', '<svg><![CDATA[', '<svg/>x'])
    expect(extractCredentialText(broken)).toMatchObject({ code: 'malformed-svg' })
  const badge = (inner: string) => `<svg xmlns:o="https://purl.imsglobal.org/ob/v3p0">${inner}</svg>`
  const laughs = `<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${badge('<o:credential>&b;</o:credential>')}`
  expect(extractCredentialText(laughs)).toMatchObject({ code: 'svg-entities' })
  expect(extractCredentialText(badge('<o:credential verify="&b;"/>'))).toMatchObject({ code: 'svg-entities' })
  const one = '<o:credential verify="a"/>'
  expect(extractCredentialText(badge(one + one))).toMatchObject({ code: 'several-credentials' })
  expect(extractCredentialText(badge('<o:credential/>'))).toMatchObject({ code: 'svg-no-credential' })
  expect(extractCredentialText(badge(`<script>1</script>${one}`))).toMatchObject({ ok: true, text: 'a' })
})

test('every reason for which a file is not read has its sentence in both languages', () => {
  const codes = new Set(brokenPngs.map(([, code]) => code))
  for (const code of [...codes, 'png-text', 'svg-entities', 'open-badges-2', 'open-badges-2-address'])
    expect(problemTexts).toHaveProperty(
      code,
      expect.objectContaining({ en: expect.any(String), cy: expect.any(String) }),
    )
})
