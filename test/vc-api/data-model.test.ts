import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/openbadges/model'
import { olderSample, openVcApi, sample, type VcApi } from './support'

let api: VcApi
beforeAll(async () => {
  api = await openVcApi()
}, 60_000)
afterAll(() => api.close())

const V2 = 'https://www.w3.org/ns/credentials/v2'
const EXAMPLES = 'https://www.w3.org/ns/credentials/examples/v2'
const url = 'https://example.org/thing'
const term = (name: string, to = `https://example.org/#${name}`) => ({
  '@context': [V2, EXAMPLES, { [name]: to }],
})
const text = (value: object) => [{ '@value': 'Darllenydd', '@language': 'cy', ...value }]

type Case = readonly [group: string, what: string, change: JsonObject]

/** What VCDM 2.0 allows, by the section of the specification that says so. */
const sound: readonly Case[] = [
  [
    '4.3 contexts',
    'the base context alone',
    { '@context': [V2], type: ['VerifiableCredential'], credentialSubject: { id: url } },
  ],
  ['4.3 contexts', 'an object as context', term('Reader')],
  ['4.4 identifiers', 'none', { id: undefined }],
  ['4.4 identifiers', 'a DID', { id: 'did:example:one' }],
  ['4.5 types', 'an absolute URL', { type: ['VerifiableCredential', url] }],
  ['4.5 types', 'the base type last', { type: [url, 'VerifiableCredential'] }],
  ['4.5 types', 'a mapped term', { ...term('Reader'), type: ['VerifiableCredential', 'Reader'] }],
  ['4.6 names', 'text', { name: 'Reader', description: 'Reads' }],
  ['4.6 names', 'a language object', { name: { '@value': 'Darllenydd', '@language': 'cy' } }],
  [
    '4.6 names',
    'a direction',
    { description: { '@value': 'Reader', '@language': 'en', '@direction': 'ltr' } },
  ],
  ['4.6 names', 'several languages', { name: [...text({}), { '@value': 'Reader', '@language': 'en' }] }],
  ['4.7 issuer', 'an object', { issuer: { id: 'did:example:issuer', name: 'Llyfrgell' } }],
  ['4.8 subject', 'several', { credentialSubject: [{ id: 'did:example:a' }, { id: 'did:example:b' }] }],
  ['4.9 validity', 'milliseconds', { validFrom: '2024-03-16T22:37:26.544Z' }],
  ['4.9 validity', 'an offset', { validFrom: '2024-03-16T22:37:26-05:00' }],
  ['4.9 validity', 'a start in the future', { validFrom: '2124-03-16T22:37:26Z' }],
  ['4.9 validity', 'an end that is past', { validUntil: '2025-03-16T22:37:26Z' }],
  ['4.9 validity', 'an end at the start', { validUntil: '2024-03-16T22:37:26Z' }],
  ['4.10 status', 'a type without id', { credentialStatus: { type: 'AnyStatus' } }],
  [
    '4.11 schemas',
    'several',
    {
      credentialSchema: [
        { id: url, type: 'A' },
        { id: `${url}2`, type: 'B' },
      ],
    },
  ],
  [
    '5.3 related resources',
    'the base context by SRI',
    {
      relatedResource: {
        id: V2,
        digestSRI: 'sha384-l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU',
      },
    },
  ],
  [
    '5.3 related resources',
    'the base context by multibase',
    {
      relatedResource: [
        {
          id: V2,
          mediaType: 'application/ld+json',
          digestMultibase: 'uWZVc7WaX1h4D8rJVb-vlMIqxaEKEb1tYbX8fet7JJzQ',
        },
      ],
    },
  ],
  ['5.4 refresh', 'two services', { refreshService: [{ type: 'A', id: url }, { type: 'B' }] }],
  ['5.5 terms of use', 'two', { termsOfUse: [{ type: 'A' }, { type: 'B', id: url }] }],
  ['5.6 evidence', 'one and several', { evidence: [{ type: 'Seen' }, { type: ['Seen', 'Heard'] }] }],
]

const bitstring = {
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '7',
  statusListCredential: 'https://example.org/status/1',
}

/** What it says MUST be refused. */
const unsound: readonly Case[] = [
  ['4.3 contexts', 'none', { '@context': undefined }],
  ['4.3 contexts', 'a number', { '@context': 4 }],
  ['4.3 contexts', 'an empty list', { '@context': [] }],
  ['4.3 contexts', 'no base', { '@context': [EXAMPLES] }],
  ['4.3 contexts', 'the base second', { '@context': [EXAMPLES, V2] }],
  ['4.3 contexts', 'something that is no URL', { '@context': [V2, 'https ://not-a-url/contexts/v1'] }],
  ['4.3 contexts', 'a number among them', { '@context': [V2, 123192875] }],
  ['4.3 contexts', 'null among them', { '@context': [V2, null] }],
  ['4.3 contexts', 'one that nobody here knows', { '@context': [V2, 'https://example.com'] }],
  ['4.4 identifiers', 'null', { id: null }],
  ['4.4 identifiers', 'two', { id: ['did:example:a', 'did:example:b'] }],
  ['4.4 identifiers', 'no URL', { id: 'not a url' }],
  ['4.4 identifiers', 'two of a subject', { credentialSubject: { id: ['did:example:a', 'did:example:b'] } }],
  ['4.5 types', 'none', { type: undefined }],
  ['4.5 types', 'an empty list', { type: [] }],
  ['4.5 types', 'a number', { type: 4 }],
  ['4.5 types', 'null among them', { type: ['VerifiableCredential', null] }],
  ['4.5 types', 'without the base type', { type: [url] }],
  ['4.5 types', 'a term that nothing maps', { '@context': [V2], type: ['VerifiableCredential', 'Unmapped'] }],
  [
    '4.5 types',
    'a term mapped to no URL',
    { ...term('Reader', 'https ://not-a-url#Reader'), type: ['VerifiableCredential', 'Reader'] },
  ],
  ['4.6 names', 'a further member', { name: text({ url }) }],
  ['4.6 names', 'a number', { description: 7 }],
  ['4.6 names', 'a further member at the issuer', { issuer: { id: url, name: text({ url }) } }],
  [
    '4.6 names',
    'a direction that there is not',
    { issuer: { id: url, description: text({ '@direction': 'up' }) } },
  ],
  ['4.7 issuer', 'none', { issuer: undefined }],
  ['4.7 issuer', 'null', { issuer: null }],
  ['4.7 issuer', 'a list', { issuer: [] }],
  ['4.7 issuer', 'no URL', { issuer: 'not a url' }],
  ['4.7 issuer', 'an object without id', { issuer: {} }],
  ['4.7 issuer', 'an object with null for id', { issuer: { id: null } }],
  ['4.7 issuer', 'an object with no URL for id', { issuer: { id: 'not a url' } }],
  ['4.8 subject', 'none', { credentialSubject: undefined }],
  ['4.8 subject', 'no claims', { credentialSubject: {} }],
  ['4.8 subject', 'one of several without claims', { credentialSubject: [{ id: url }, {}] }],
  ['4.8 subject', 'text', { credentialSubject: 'did:example:1234' }],
  ['4.8 subject', 'an empty list', { credentialSubject: [] }],
  ['4.9 validity', 'a start that is no instant', { validFrom: '2024-03-16' }],
  ['4.9 validity', 'a start without offset', { validFrom: '2024-03-16T22:37:26' }],
  ['4.9 validity', 'a day that there is not', { validFrom: '2024-02-30T22:37:26Z' }],
  ['4.9 validity', 'an end that is no instant', { validUntil: 'tomorrow' }],
  ['4.9 validity', 'an end before the start', { validUntil: '2024-03-16T22:37:25Z' }],
  ['4.10 status', 'no type', { credentialStatus: { id: url } }],
  ['4.10 status', 'a number for type', { credentialStatus: { id: url, type: 2 } }],
  ['4.10 status', 'two ids', { credentialStatus: { id: [url, V2], type: 'AnyStatus' } }],
  ['4.10 status', 'no URL for id', { credentialStatus: { id: 'not a url', type: 'AnyStatus' } }],
  [
    'bitstring entry',
    'an index that is no text',
    { credentialStatus: { ...bitstring, statusListIndex: true } },
  ],
  ['bitstring entry', 'an index below nought', { credentialStatus: { ...bitstring, statusListIndex: '-1' } }],
  ['bitstring entry', 'no list', { credentialStatus: { ...bitstring, statusListCredential: undefined } }],
  ['bitstring entry', 'no purpose', { credentialStatus: { ...bitstring, statusPurpose: undefined } }],
  ['bitstring entry', 'a size without messages', { credentialStatus: { ...bitstring, statusSize: 2 } }],
  [
    'bitstring entry',
    'the list for id',
    { credentialStatus: { ...bitstring, id: bitstring.statusListCredential } },
  ],
  [
    'bitstring entry',
    'a member that nothing defines',
    {
      '@context': [V2],
      type: ['VerifiableCredential'],
      credentialSubject: { id: url },
      statusEntry: bitstring,
    },
  ],
  ['4.11 schemas', 'no type', { credentialSchema: { id: url } }],
  ['4.11 schemas', 'no id', { credentialSchema: { type: 'JsonSchema' } }],
  ['4.11 schemas', 'no URL for id', { credentialSchema: { id: 7, type: 'JsonSchema' } }],
  ['5.2 extensibility', 'a protected term redefined', term('VerifiableCredential')],
  [
    '5.2 extensibility',
    'a term protected by another context redefined',
    { '@context': [V2, { '@protected': true, Reader: url }, { Reader: V2 }] },
  ],
  ['5.3 related resources', 'text', { relatedResource: [V2] }],
  [
    '5.3 related resources',
    'no id',
    { relatedResource: [{ digestMultibase: 'uWZVc7WaX1h4D8rJVb-vlMIqxaEKEb1tYbX8fet7JJzQ' }] },
  ],
  ['5.3 related resources', 'no digest', { relatedResource: [{ id: V2 }] }],
  [
    '5.3 related resources',
    'the same id twice',
    {
      relatedResource: [
        { id: url, digestSRI: `sha256-${'A'.repeat(43)}=` },
        { id: url, digestSRI: `sha256-${'A'.repeat(43)}=` },
      ],
    },
  ],
  [
    '5.3 related resources',
    'another digest in multibase',
    { relatedResource: [{ id: V2, digestMultibase: 'uM4RgWQc3RUDtjJCSgTJtTfvpZ7SPEg_LNO0ESlovQC0' }] },
  ],
  [
    '5.3 related resources',
    'another digest by SRI',
    {
      relatedResource: [
        { id: V2, digestSRI: 'sha384-_rCVIV7fSXXTNIvpiq26jRDyj8JG8TDjij-tD0ewLk4JpnXEz6a5AeeY_1qQ0d0P' },
      ],
    },
  ],
  ['5.3 related resources', 'a digest too short', { relatedResource: { id: url, digestSRI: 'sha256-AAAA' } }],
  ['5.4 refresh', 'no type', { refreshService: { id: url } }],
  ['5.5 terms of use', 'no type', { termsOfUse: { id: url } }],
  ['5.6 evidence', 'no type', { evidence: [{ type: 'Seen' }, { id: url }] }],
  ['5.10 reserved', 'a confidence method without type', { confidenceMethod: { id: url } }],
  ['5.10 reserved', 'a render method without type', { renderMethod: { id: url } }],
]

const change = (credential: JsonObject, by: JsonObject): JsonObject => ({ ...credential, ...by })

describe('a credential with', () => {
  test.each(sound)('%s: %s is issued, and its proof verified', async (_, __, by) => {
    const issued = await api.issue('', change(sample(await api.didOf('')), by))
    const body = { verifiableCredential: issued, options: { checks: ['proof'] } }
    expect((await api.post('/vc-api/credentials/verify', body)).body).toMatchObject({ verified: true })
  })

  test.each(unsound)('%s: %s is refused by issuer and verifier', async (_, __, by) => {
    const issuer = await api.didOf('')
    const refused = await api.post('/vc-api/credentials/issue', { credential: change(sample(issuer), by) })
    expect(refused.status).toBe(400)
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    expect(refused.body['problemDetails']).not.toEqual([])
    const { proof } = await api.issue('', sample(issuer))
    const body = {
      verifiableCredential: { ...change(sample(issuer), by), proof },
      options: { checks: ['proof'] },
    }
    const { status, body: answer } = await api.post('/vc-api/credentials/verify', body)
    expect(status).toBe(400)
    expect(answer).toMatchObject({ verified: false, type: expect.stringMatching(/^https:\/\/w/) })
  })
})

describe('data model 1.1', () => {
  test('may have an end', async () => {
    const credential = { ...olderSample(await api.didOf('')), expirationDate: '2030-03-16T22:37:26Z' }
    expect(await api.issue('', credential)).toMatchObject(
      Object.fromEntries(Object.entries(credential).filter(([name]) => name !== '@context')),
    )
  })

  test.each([
    ['no start', { issuanceDate: undefined }],
    ['a status without id', { credentialStatus: { type: 'AnyStatus' } }],
  ])('%s is refused', async (_, by) => {
    const credential = change(olderSample(await api.didOf('')), by)
    expect((await api.post('/vc-api/credentials/issue', { credential })).status).toBe(400)
  })
})

describe('a related resource on the web', () => {
  const related = (digestMultibase: string) => ({ relatedResource: [{ id: url, digestMultibase }] })
  const issue = async (by: JsonObject) =>
    (await api.post('/vc-api/credentials/issue', { credential: change(sample(await api.didOf('')), by) }))
      .status

  test('is fetched and compared, by either form of digest', async () => {
    api.web.set(url, { status: 200, contentType: 'text/plain', text: 'abc' })
    // SHA-256 of "abc", FIPS 180-2 appendix B.1.
    const digest = Buffer.from('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'hex')
    expect(await issue(related(`u${digest.toString('base64url')}`))).toBe(201)
    expect(
      await issue(related(`u${Buffer.concat([Buffer.from([0x12, 32]), digest]).toString('base64url')}`)),
    ).toBe(201)
    digest[0] = 0
    expect(await issue(related(`u${digest.toString('base64url')}`))).toBe(400)
  })
})

test('a request of the wrong shape is refused with 400', async () => {
  const credential = sample(await api.didOf(''))
  for (const body of [{ verifiableCredential: credential }, { credential: 'text' }, [], 7, null])
    expect((await api.post('/vc-api/credentials/issue', body)).status).toBe(400)
  for (const body of [{ credential }, {}, { verifiableCredential: [] }])
    expect((await api.post('/vc-api/credentials/verify', body)).status).toBe(400)
})

test('a document nested without end is refused', async () => {
  let nested: JsonObject = { id: url }
  for (let i = 0; i < 100; i++) nested = { reads: nested }
  const credential = { ...sample(await api.didOf('')), credentialSubject: nested }
  expect((await api.post('/vc-api/credentials/issue', { credential })).status).toBe(400)
})
