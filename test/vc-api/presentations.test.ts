import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/openbadges/model'
import { issueElsewhere, presentElsewhere, presenter } from './independent'
import { copy, openVcApi, sample, type VcApi } from './support'

let api: VcApi
let credential: JsonObject
beforeAll(async () => {
  api = await openVcApi()
  credential = await issueElsewhere(sample(presenter))
}, 60_000)
afterAll(() => api.close())

const V2 = 'https://www.w3.org/ns/credentials/v2'
const bare: JsonObject = { '@context': [V2], type: ['VerifiablePresentation'] }
const occasion = { challenge: 'u4wYz', domain: 'verifier.example' }

const verify = (verifiablePresentation: unknown, options?: object) =>
  api.post('/vc-api/presentations/verify', { verifiablePresentation, options })
const present = (change: JsonObject) => presentElsewhere({ ...bare, ...change }, occasion)

describe('a presentation that another library signed', () => {
  test.each([
    ['nothing in it', () => ({})],
    ['a URL for id', () => ({ id: 'urn:uuid:3978344f-8596-4c3a-a978-8fcaba3903c5' })],
    [
      'a further type',
      () => ({
        '@context': [V2, { Seen: 'https://example.org/#Seen' }],
        type: ['VerifiablePresentation', 'Seen'],
      }),
    ],
    ['an empty list of credentials', () => ({ verifiableCredential: [] })],
    ['two credentials', () => ({ holder: presenter, verifiableCredential: [credential, credential] })],
    ['a holder', () => ({ holder: presenter, verifiableCredential: [credential] })],
    ['an object for holder', () => ({ holder: { id: presenter }, verifiableCredential: [credential] })],
  ])('with %s is verified', async (_, change) => {
    const presentation = await present(change())
    for (const options of [occasion, undefined, { checks: [] }]) {
      const { status, body } = await verify(presentation, options)
      expect(body).toMatchObject({ verified: true, problemDetails: [] })
      expect(status).toBe(200)
    }
  })

  test.each([
    ['no context', { '@context': undefined }],
    [
      'the contexts in the wrong order',
      { '@context': ['https://www.w3.org/ns/credentials/examples/v2', V2] },
    ],
    ['a context that nobody here knows', { '@context': [V2, 'https://example.com'] }],
    ['a number among its contexts', { '@context': [V2, 123192875] }],
    ['no type', { type: undefined }],
    ['another type', { type: ['NonconformingDocument'] }],
    ['a holder without id', { holder: {} }],
    ['text for a credential', { verifiableCredential: ['did:example:credential'] }],
    ['no proof', { proof: undefined }],
  ])('and then given %s is refused', async (_, change) => {
    const presentation = await present({ holder: presenter, verifiableCredential: [credential] })
    expect((await verify({ ...presentation, ...change })).status).toBe(400)
  })

  test.each([
    ['challenge', { ...occasion, challenge: 'another' }],
    ['domain', { ...occasion, domain: 'another.example' }],
  ])('for another %s is refused', async (_, options) => {
    const { status, body } = await verify(await present({}), options)
    expect(status).toBe(400)
    expect(body['type']).toMatch(/#PROOF_VERIFICATION_ERROR$/)
  })

  test('with one credential altered is refused, and the answer says which', async () => {
    const altered = { ...credential, validFrom: '2024-03-16T22:37:27Z' }
    const { status, body } = await verify(
      await present({ holder: presenter, verifiableCredential: [credential, altered] }),
      occasion,
    )
    expect(status).toBe(400)
    expect(copy(body).problemDetails[0].pointer).toBe('/verifiableCredential/1/proof')
  })

  test('of a holder whose key did not sign is refused', async () => {
    expect((await verify(await present({ holder: await api.didOf('') }))).status).toBe(400)
  })

  test('an envelope in it is opened', async () => {
    const envelope = await api.issue('jwt', sample(await api.didOf('jwt')))
    expect((await verify(await present({ verifiableCredential: [envelope] }))).status).toBe(200)
    const wrong = { ...envelope, type: 'VerifiableCredential' }
    expect((await verify({ ...(await present({})), verifiableCredential: [wrong] })).status).toBe(400)
  })
})

describe('a credential without a signature of its own', () => {
  test.each([
    ['the holder’s own word', { holder: presenter }, presenter, 200],
    ['no holder', {}, presenter, 400],
    ['another holder', { holder: 'did:example:acme' }, presenter, 400],
    ['another issuer', { holder: presenter }, 'did:example:acme', 400],
  ])('%s', async (_, change, issuer, status) => {
    const presentation = await present({ ...change, verifiableCredential: [sample(issuer)] })
    expect((await verify(presentation, { checks: [] })).status).toBe(status)
  })
})

describe('a credential that nobody but its presenter signed', () => {
  const another = 'did:example:acme'
  test.each([
    ['whom the presentation names as its holder', { holder: presenter }, presenter, 200],
    ['without a holder', {}, presenter, 400],
    ['in the name of another issuer', { holder: presenter }, another, 400],
  ])('counts only where its issuer presents it: %s', async (_, change, issuer, status) => {
    const signed = await issueElsewhere(sample(issuer))
    const presentation = await present({ ...change, verifiableCredential: [signed] })
    const { status: answered, body } = await verify(presentation, { checks: [] })
    expect(answered).toBe(status)
    expect(JSON.stringify(body).includes('its holder is not who issued it')).toBe(status === 400)
  })

  test('others issue without a holder', async () => {
    const issued = await api.issue('', sample(await api.didOf('')))
    expect((await verify(await present({ verifiableCredential: [issued] }))).status).toBe(200)
  })
})

test('what is no presentation is refused', async () => {
  for (const document of [
    {},
    { type: ['NonconformingDocument'] },
    { ...bare, type: 'EnvelopedVerifiablePresentation' },
  ])
    expect((await verify(document)).status).toBe(400)
})
