import { importJWK, SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { JsonObject } from '../../src/openbadges/model'
import { generateKeyPair } from '../../src/openbadges/proof'
import { ed25519Key } from '../fixtures/keys'
import { presenter } from './independent'
import { openVcApi, sample, type VcApi } from './support'

const V2 = 'https://www.w3.org/ns/credentials/v2'
const multikey = presenter.slice('did:key:'.length)
const occasion = { challenge: 'u4wYz', domain: 'verifier.example' }

let api: VcApi
let enveloped: JsonObject
let embedded: JsonObject
beforeAll(async () => {
  api = await openVcApi()
  enveloped = await api.issue('jwt', sample(await api.didOf('jwt')))
  embedded = await api.issue('', sample(await api.didOf('')))
}, 60_000)
afterAll(() => api.close())

type Change = {
  readonly document?: JsonObject
  readonly claims?: Readonly<Record<string, unknown>>
  readonly header?: Readonly<Record<string, unknown>>
  readonly key?: Parameters<typeof importJWK>[0]
  readonly media?: string
}

/** A presentation that its holder signed as a JWT with jose, in its envelope. */
const present = async ({ document = {}, claims = {}, header = {}, key, media = 'vp+jwt' }: Change = {}) => {
  const presentation = {
    '@context': [V2],
    type: ['VerifiablePresentation'],
    holder: presenter,
    verifiableCredential: [enveloped, embedded],
    ...document,
  }
  const { challenge, domain } = occasion
  const payload = { ...presentation, iss: presenter, nonce: challenge, aud: domain, ...claims }
  const alg = 'EdDSA'
  const token = await new SignJWT(payload)
    .setProtectedHeader({ alg, typ: 'vp+jwt', kid: `${presenter}#${multikey}`, ...header })
    .sign(await importJWK(key ?? { ...ed25519Key.privateKeyJwk }, alg))
  return {
    '@context': [V2],
    type: 'EnvelopedVerifiablePresentation',
    id: `data:application/${media},${token}`,
  }
}

const verify = async (presentation: JsonObject, options: object = occasion) => {
  const { status, body } = await api.post('/vc-api/presentations/verify', {
    verifiablePresentation: presentation,
    options,
  })
  expect(body['verified']).toBe(status === 200)
  return status
}

test('a presentation in an envelope is verified, with credentials in envelopes and with proofs inside', async () => {
  expect(await verify(await present())).toBe(200)
  expect(await verify(await present({ claims: { nonce: undefined, aud: undefined } }), {})).toBe(200)
  expect(await verify(await present({ claims: { aud: ['elsewhere.example', occasion.domain] } }))).toBe(200)
  expect(await verify(await present({ document: { verifiableCredential: undefined } }))).toBe(200)
  const soon = Math.floor(api.clock.now().getTime() / 1000) + 60
  expect(await verify(await present({ claims: { exp: soon } }))).toBe(200)
})

test('one of another occasion, of another holder, out of time or altered is refused', async () => {
  const other = await generateKeyPair('Ed25519')
  const now = Math.floor(api.clock.now().getTime() / 1000)
  const altered = { ...embedded, validFrom: '2020-01-01T00:00:00Z' }
  const changes: Change[] = [
    { claims: { nonce: 'another' } },
    { claims: { aud: 'elsewhere.example' } },
    { claims: { nonce: undefined } },
    { claims: { iss: 'did:example:somebody' } },
    { document: { holder: `did:key:${other.publicKeyMultibase}` } },
    { key: { ...other.privateKeyJwk } },
    { claims: { exp: now - 1 } },
    { claims: { nbf: now + 3_600 } },
    { claims: { exp: 'tomorrow' } },
    { header: { typ: 'something+jwt' } },
    { header: { kid: undefined } },
    { document: { type: ['NonconformingDocument'] } },
    { document: { verifiableCredential: [altered] } },
    { document: { verifiableCredential: ['did:example:credential'] } },
    { media: 'vc+jwt' },
    { media: 'vp+sd-jwt' },
  ]
  for (const change of changes) expect([change, await verify(await present(change))]).toEqual([change, 400])
})
