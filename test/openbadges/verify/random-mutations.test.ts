import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../src/openbadges/model/json'
import { buildDidWebDocument, createSignerFromJwk, toKeyPair } from '../../../src/openbadges/proof'
import { alterations, drawFrom, hunt, smallBadge, usualWeb } from './mutate'
import { didAddress, issuerDid, keys, librarySigner, makeStatusList, sign, unsigned } from './sample'

const each = 2_500

const pair = toKeyPair({
  kty: 'EC',
  crv: 'P-256',
  d: 'jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI',
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
})
const p256 = await createSignerFromJwk({
  privateKeyJwk: pair.privateKeyJwk,
  algorithm: 'ES256',
  verificationMethod: `${issuerDid}#key-2`,
})
const bothKeys = buildDidWebDocument({
  did: issuerDid,
  keys: [
    { fragment: 'key-1', publicKeyMultibase: keys.library.publicKeyMultibase },
    { fragment: 'key-2', publicKeyMultibase: pair.publicKeyMultibase },
  ],
})
const web = { ...usualWeb, [didAddress]: bothKeys }

const withProofs = (document: JsonObject, ...signed: JsonObject[]): JsonObject => ({
  ...document,
  proof: signed.flatMap(({ proof }) => proof),
})

const { credentialSubject, ...outline } = smallBadge
const numbered: JsonObject = {
  ...outline,
  name: 'Darllen – “Llyfrgell” 🏅',
  credentialSubject: { ...Object(credentialSubject), creditsEarned: 3.5, term: 'Haf \\ "2026"\n' },
}

/** Badges of different kinds, with the same issuer. */
const badges: [name: string, seed: number, document: JsonObject][] = [
  ['a full badge with eddsa-rdfc-2022', 11, await sign(unsigned)],
  ['a small badge with ecdsa-rdfc-2019', 12, await sign(smallBadge, p256)],
  [
    'a badge with two proofs',
    13,
    withProofs(smallBadge, await sign(smallBadge), await sign(smallBadge, p256)),
  ],
  ['a badge with numbers and text of every kind', 14, await sign(numbered, librarySigner)],
]

describe.each(badges)('%s', (_, seed, document) => {
  const text = JSON.stringify(document)

  test('is verified as it is', async () => {
    expect(await hunt(document, web, [{ text }])).toEqual({ tried: 1, same: 1, survivors: [] })
  })

  test(`is verified in none of ${each} altered forms`, async () => {
    const draw = drawFrom(seed)
    function* alter() {
      for (let count = 0; count < each; count++)
        yield { text: (alterations[count % alterations.length] ?? String)(text, draw) }
    }
    const { tried, survivors } = await hunt(document, web, alter())
    expect({ tried, survivors }).toEqual({ tried: each, survivors: [] })
  }, 120_000)
})

test('a status list that is altered confirms no badge', async () => {
  const document = await sign(smallBadge)
  const list = JSON.stringify(await makeStatusList([1]))
  const draw = drawFrom(15)
  for (let count = 0; count < 60; count++) {
    const altered = (alterations[count % alterations.length] ?? String)(list, draw)
    const address = Object.keys(usualWeb).find((url) => url.includes('/status/')) ?? ''
    const { survivors } = await hunt(document, { ...usualWeb, [address]: altered }, [
      { text: JSON.stringify(document) },
    ])
    expect(survivors).toEqual([])
  }
})
