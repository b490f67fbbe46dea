import { base58 } from '@scure/base'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  buildDidWeb,
  buildDidWebDocument,
  buildJwks,
  decodeMultikey,
  didWebDocumentUrl,
  encodeBase58btc,
  encodeMultikey,
  fromPublicJwk,
  generateKeyPair,
  toPublicJwk,
} from '../../src/openbadges/proof'
import { ISSUER_ID } from '../fixtures/credential'
import { ed25519Key, p256Key } from '../fixtures/keys'

test('base58 is that of an independent implementation, for any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), fc.nat(4), (bytes, zeros) => {
      const padded = Uint8Array.of(...new Uint8Array(zeros), ...bytes)
      expect(encodeBase58btc(padded)).toBe(base58.encode(padded))
    }),
    { numRuns: 1000 },
  )
})

test('keys survive the way to multibase and JWK and back, on every curve', async () => {
  for (const namedCurve of ['P-256', 'P-384'] as const) {
    for (let i = 0; i < 8; i++) {
      const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve }, true, ['sign'])
      const jwk = await crypto.subtle.exportKey('jwk', pair.publicKey)
      const key = fromPublicJwk(jwk)
      if (!key) throw new Error('not read')
      expect(toPublicJwk(decodeMultikey(encodeMultikey(key)) ?? key)).toStrictEqual({
        kty: 'EC',
        crv: namedCurve,
        x: jwk.x,
        y: jwk.y,
      })
    }
  }
  const made = await generateKeyPair('Ed25519')
  expect(
    toPublicJwk(decodeMultikey(made.publicKeyMultibase) ?? { curve: 'Ed25519', bytes: new Uint8Array() }),
  ).toStrictEqual(made.publicKeyJwk)
  expect((await generateKeyPair('ES256')).publicKeyMultibase).toMatch(/^zDn/)
})

test('text that is no key of a known curve is not read', () => {
  const key = ed25519Key.publicKeyMultibase
  for (const text of [
    '',
    'z',
    'z0',
    key.slice(1),
    key.slice(0, -1),
    `${key}1`,
    `m${key}`,
    `z${'1'.repeat(500)}`,
  ]) {
    expect(decodeMultikey(text)).toBeUndefined()
  }
  expect(
    encodeMultikey({ curve: 'P-256', bytes: Uint8Array.of(2, ...new Uint8Array(32).fill(255)) }),
  ).toMatch(/^zDn/)
  expect(
    decodeMultikey(
      encodeMultikey({ curve: 'P-256', bytes: Uint8Array.of(2, ...new Uint8Array(32).fill(255)) }),
    ),
  ).toBeUndefined()
  expect(
    fromPublicJwk({ kty: 'EC', crv: 'P-256', x: p256Key.publicKeyJwk.x, y: p256Key.publicKeyJwk.x }),
  ).toBeUndefined()
})

test('the DID document names each key as text, and the keys of other curves as JWK', () => {
  const document = buildDidWebDocument({
    did: ISSUER_ID,
    keys: [
      { fragment: 'key-1', publicKeyMultibase: ed25519Key.publicKeyMultibase },
      { fragment: 'key-2', publicKeyMultibase: p256Key.publicKeyMultibase },
    ],
  })
  expect(document).toMatchObject({
    id: ISSUER_ID,
    verificationMethod: [
      { id: `${ISSUER_ID}#key-1`, type: 'Multikey', controller: ISSUER_ID },
      {
        id: `${ISSUER_ID}#key-2`,
        type: 'JsonWebKey',
        controller: ISSUER_ID,
        publicKeyJwk: p256Key.publicKeyJwk,
      },
    ],
    assertionMethod: [`${ISSUER_ID}#key-1`, `${ISSUER_ID}#key-2`],
  })
  const kid = 'https://badges.example/keys/2'
  expect(
    buildJwks([{ kid, publicKeyMultibase: p256Key.publicKeyMultibase, issuer: ISSUER_ID }]),
  ).toStrictEqual({
    keys: [{ ...p256Key.publicKeyJwk, kid, alg: 'ES256', use: 'sig', iss: ISSUER_ID }],
  })
})

test('did:web identifiers and addresses belong together', () => {
  expect(buildDidWeb('https://badges.example/organisations/fenshire-libraries')).toBe(ISSUER_ID)
  expect(buildDidWeb('http://localhost:8080/')).toBe('did:web:localhost%3A8080')
  expect(didWebDocumentUrl(ISSUER_ID)).toBe(
    'https://badges.example/organisations/fenshire-libraries/did.json',
  )
  expect(didWebDocumentUrl('did:web:badges.example')).toBe('https://badges.example/.well-known/did.json')
  expect(didWebDocumentUrl('did:web:localhost%3A8080:a')).toBe('https://localhost:8080/a/did.json')
  for (const text of ['did:key:z6Mk', 'did:web:', 'did:web:a/b', 'did:web:a:..?x', 'did:web:user@host']) {
    expect(didWebDocumentUrl(text)).toBeUndefined()
  }
})
