import { PDFDocument } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { bakePng, bakeSvg } from '../../../src/openbadges/bake'
import { type JwtKeyReference, signCredentialJwt } from '../../../src/openbadges/proof'
import { bytesOf, png } from '../bake/support'
import { type Draw, drawFrom, hunt, smallBadge, smallSigned, splice, usualWeb } from './mutate'
import { issuerDid, librarySigner } from './sample'

const key: JwtKeyReference = { kid: `${issuerDid}#key-1` }
const token = await signCredentialJwt({ credential: smallBadge, signer: librarySigner, key })
const json = JSON.stringify(smallSigned)

const flip = (bytes: Uint8Array, at: number, bit: number): Uint8Array => {
  const changed = bytes.slice()
  changed[at] = (changed[at] ?? 0) ^ (1 << bit)
  return changed
}

/** One bit turned, one byte left out, or one put in, anywhere. */
const alterBytes = (bytes: Uint8Array, draw: Draw): Uint8Array => {
  const at = draw(bytes.length)
  const kind = draw(4)
  if (kind < 2) return flip(bytes, at, draw(8))
  const head = bytes.subarray(0, at)
  const added = kind === 2 ? [] : [draw(256)]
  return Uint8Array.from([...head, ...added, ...bytes.subarray(kind === 2 ? at + 1 : at)])
}

function* alterTimes(bytes: Uint8Array, times: number, seed: number) {
  const draw = drawFrom(seed)
  for (let count = 0; count < times; count++) yield { bytes: alterBytes(bytes, draw) }
}

describe('a JWT', () => {
  test('is verified as it is', async () => {
    expect(await hunt(smallBadge, usualWeb, [{ text: token }])).toMatchObject({ same: 1, survivors: [] })
  })

  test('is never verified with one character changed, left out or put in, at every place', async () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    function* alter() {
      for (let at = 0; at < token.length; at++) {
        const place = alphabet.indexOf(token.charAt(at))
        // The next character is the smallest change of the bits behind it.
        yield { text: splice(token, at, 1, alphabet.charAt(place ^ 1)) }
        yield { text: splice(token, at, 1, alphabet.charAt((place + 21) % 64)) }
        yield { text: splice(token, at, 1, '') }
        yield { text: splice(token, at, 0, alphabet.charAt(at % 64)) }
      }
    }
    const { same, survivors } = await hunt(smallBadge, usualWeb, alter())
    expect({ same, survivors }).toEqual({ same: 0, survivors: [] })
  }, 120_000)
})

describe.each([
  ['JSON', json, smallSigned],
  ['a JWT', token, smallBadge],
])('a PNG with %s inside', (_, text, document) => {
  const baked = bakePng(png, text)

  test('is verified as it is', async () => {
    expect(await hunt(document, usualWeb, [{ bytes: baked }])).toMatchObject({ same: 1 })
  })

  test('is never verified with any one bit changed', async () => {
    function* alter() {
      for (let at = 0; at < baked.length; at++)
        for (let bit = 0; bit < 8; bit++) yield { bytes: flip(baked, at, bit) }
    }
    const { same, survivors } = await hunt(document, usualWeb, alter())
    expect({ same, survivors }).toEqual({ same: 0, survivors: [] })
  }, 60_000)

  test('is never verified with a byte left out or put in', async () => {
    const { same, survivors } = await hunt(document, usualWeb, alterTimes(baked, 3_000, 21))
    expect({ same, survivors }).toEqual({ same: 0, survivors: [] })
  }, 60_000)
})

test('an SVG is only verified altered where its picture is, and its badge is not', async () => {
  const picture =
    '<svg xmlns="http://www.w3.org/2000/svg"><title>A badge</title><g id="a"><path d="M0 0h9v9z"/></g></svg>'
  const baked = bytesOf(bakeSvg(picture, json))
  const { tried, same, survivors } = await hunt(smallSigned, usualWeb, alterTimes(baked, 2_000, 31))
  expect({ tried, survivors }).toEqual({ tried: 2_000, survivors: [] })
  expect(same).toBeGreaterThan(0)
}, 60_000)

test.each([
  ['JSON', json, 'credential.json'],
  ['a JWT', token, 'credential.jwt'],
])(
  'a PDF with %s attached is only verified altered where its pages are',
  async (_, text, name) => {
    const pdf = await PDFDocument.create()
    pdf.addPage().drawText('Certificate')
    await pdf.attach(bytesOf(text), name, { mimeType: 'application/octet-stream' })
    const bytes = await pdf.save()
    const original = text === json ? smallSigned : smallBadge
    expect(await hunt(original, usualWeb, [{ bytes }])).toMatchObject({ same: 1 })
    const { tried, survivors } = await hunt(original, usualWeb, alterTimes(bytes, 1_000, 41))
    expect({ tried, survivors }).toEqual({ tried: 1_000, survivors: [] })
  },
  60_000,
)
