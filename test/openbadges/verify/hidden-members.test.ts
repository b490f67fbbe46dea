import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../src/openbadges/model/json'
import { findHiddenMember } from '../../../src/openbadges/verify/check-members'
import { scanJson } from '../../../src/openbadges/verify/scan-json'
import { verifyGenericCredential } from '../../../src/openbadges/verify/verify-generic-credential'
import {
  faultsOf,
  fetchFrom,
  listAddress,
  makeStatusList,
  makeWeb,
  now,
  sign,
  unsigned,
  verify,
  without,
} from './sample'

const credentials = 'https://www.w3.org/2018/credentials#'
const dateTime = 'http://www.w3.org/2001/XMLSchema#dateTime'
const signed: JsonObject = await sign(unsigned)
const { credentialStatus: status, validUntil } = signed
const bare = without(signed, 'credentialStatus')
const contexts = Array.isArray(signed['@context']) ? signed['@context'] : []
const withContext = (added: unknown, members: JsonObject): JsonObject => ({
  ...bare,
  '@context': [...contexts, added],
  ...members,
})

/** Ways to write the entry of a revoked badge so that the signature holds and a reader by names sees no entry. */
const disguises: [name: string, document: JsonObject][] = [
  ['its full IRI', { ...bare, [`${credentials}credentialStatus`]: status }],
  [
    'a word of its own',
    withContext({ x: { '@id': `${credentials}credentialStatus`, '@type': '@id' } }, { x: status }),
  ],
  ['a prefix', withContext({ c: credentials }, { 'c:credentialStatus': status })],
  ['half a word', withContext({ '@vocab': `${credentials}credential` }, { Status: status })],
  [
    'a prefix of a prefix',
    withContext({ w: 'https://www.w3.org/2018/', c: 'w:credentials#' }, { 'c:credentialStatus': status }),
  ],
  ['a nest', { ...bare, '@nest': { credentialStatus: status } }],
  ['a nest by another word', withContext({ n: '@nest' }, { n: { credentialStatus: status } })],
  [
    'a second description',
    { ...bare, '@included': [{ id: signed['id'], type: signed['type'], credentialStatus: status }] },
  ],
  ['a set', { ...bare, credentialStatus: { '@set': [status] } }],
]

describe('a revoked badge does not pass', () => {
  test.each(disguises)('with its status behind %s', async (_, document) => {
    const web = await makeWeb({ [listAddress]: await makeStatusList([94567]) })
    expect(faultsOf(await verify(document, web))).toMatchObject({ proof: 'failed hidden-member' })
    const fetchDocument = fetchFrom(web)
    expect((await verifyGenericCredential(document, { now, fetchDocument })).verified).toBe(false)
  })
})

test('a document that stands inside another, or comes already parsed, is held to the same', async () => {
  const web = await makeWeb({ [listAddress]: await makeStatusList([94567]) })
  const options = { now, fetchDocument: fetchFrom(web) }
  const [, document = {}] = disguises[0] ?? []
  const { problems } = await verifyGenericCredential(document, options)
  expect(problems.map(({ code }) => code)).toEqual(['hidden-member'])
  const { credentialStatus: _, ...valid } = unsigned
  const sound = await verifyGenericCredential(await sign(valid), options)
  expect(sound.problems).toEqual([])
})

test('an expired badge does not pass with its date behind a full IRI', async () => {
  const document = {
    ...without(signed, 'validUntil'),
    [`${credentials}validUntil`]: { '@value': validUntil, '@type': dateTime },
  }
  const report = await verify(document, undefined, { now: new Date('2030-01-01T00:00:00Z') })
  expect(faultsOf(report)).toMatchObject({ proof: 'failed hidden-member' })
})

test('a badge that describes itself a second time, or uses names with a meaning of their own, is not taken', () => {
  const inner = { id: signed['id'], type: ['VerifiableCredential'], validUntil }
  expect(findHiddenMember({ ...signed, evidence: [{ about: inner }] })).toBe('id')
  expect(findHiddenMember({ ...signed, evidence: [{ about: { id: signed['id'] } }] })).toBeUndefined()
  expect(findHiddenMember(JSON.parse('{"a":{"__proto__":{"b":1}}}'))).toBe('__proto__')
  for (const name of ['@id', '@type', '@graph', '@reverse', '@index', '@list', '@language'])
    expect(findHiddenMember({ ...signed, issuer: { [name]: 'x' } })).toBe(name)
})

test('what real documents write is taken: values with a language, contexts and prefixes of their own', async () => {
  const own = {
    '@version': 1.1,
    '@protected': true,
    schema: 'https://schema.org/',
    library: 'https://library.example/terms#',
    shelf: { '@id': 'library:shelf', '@type': '@id', '@context': { row: 'https://library.example/row' } },
    name: 'https://schema.org/name',
  }
  const document = {
    '@context': [...contexts, own, { '@vocab': 'https://other.example/' }],
    name: { '@value': 'Her', '@language': 'cy', '@direction': 'ltr' },
    shelf: 'https://library.example/1',
    'library:floor': 2,
    'schema:numberOfPages': 3,
    'https://library.example/x': 1,
  }
  expect(findHiddenMember(document)).toBeUndefined()
  // The names that every shared context has for two keywords, and a whole context document in place of a context.
  const shelf = { '@id': 'https://library.example/shelf', '@context': { id: '@id', type: '@type' } }
  for (const context of [{ id: '@id', type: '@type' }, { '@context': { shelf } }])
    expect(findHiddenMember({ '@context': [...contexts, context] })).toBeUndefined()
  const extended = await sign({
    ...unsigned,
    '@context': [...contexts, { shelf: 'https://library.example/shelf' }],
    shelf: 'A4',
  })
  expect((await verify(extended)).verdict).toBe('verified')
})

test('a context of a document may not remake words of the shared vocabularies', () => {
  const wrong: unknown[] = [
    { x: 'https://schema.org/name' },
    { x: { '@reverse': 'https://library.example/x' } },
    { x: { '@id': 'https://library.example/x', '@nest': 'y' } },
    { x: { '@id': 'https://library.example/x', '@context': { y: `${credentials}issuer` } } },
    { x: null },
    { x: 'relative' },
    { x: 'credentialStatus' },
    { x: '@type' },
    { id: '@type' },
    { '@context': { x: `${credentials}issuer` } },
    { '@context': { x: 'https://library.example/x' }, y: 'https://library.example/y' },
    { [`${credentials}x`]: {} },
    { '@vocab': '' },
    { '@vocab': 'https://w3id.org/' },
    { '@base': 'https://library.example/' },
    { '@import': 'https://library.example/' },
    { s: 'https://w3id.org/security' },
    { x: 'sec:proof' },
  ]
  for (const context of wrong)
    expect([context, findHiddenMember({ '@context': [...contexts, context] })]).toEqual([context, '@context'])
})

describe('what JSON loses in parsing', () => {
  const text = JSON.stringify(signed)

  test('a member named twice is refused, however it is spelt, at every depth and in a JWT', async () => {
    const doubled = [
      text.replace('{', '{"name":"Fake",'),
      text.replace('"name"', '"na\\u006de":"Fake","name"'),
      text.replace('"issuer":{', '"issuer":{"name":"Fake",'),
    ]
    for (const changed of doubled)
      expect(faultsOf(await verify(changed))).toEqual({ parse: 'failed repeated-member' })
    const encode = (json: string) => Buffer.from(json).toString('base64url')
    const token = `${encode('{"alg":"none","alg":"EdDSA"}')}.${encode('{}')}.AAAA`
    expect(faultsOf(await verify(token))).toEqual({ parse: 'failed malformed-jwt' })
  })

  test('a number longer than the signature covers is refused', async () => {
    for (const number of [
      '0.1234567890123456',
      '9007199254740993',
      '1e400',
      '1e-400',
      '-1234567890123456.5',
    ]) {
      const changed = text.replace('"id"', `"x":[${number}],"id"`)
      expect(faultsOf(await verify(changed))).toEqual({ parse: 'failed long-number' })
    }
  })

  test('numbers that are kept exactly, and members of the same name in different objects, are fine', () => {
    const found = { isDeep: false, repeatsMember: false, hasLongNumber: false }
    for (const json of [
      '{"a":{"a":1},"b":[{"a":1},{"a":2}],"c":{"a":"a"}}',
      '{"a":0.1,"b":-42.5,"c":123456789012345,"d":100000000000000000000,"e":0.0,"f":1.5E+3,"g":-0}',
      '{"a":"{\\"a\\":1,\\"a\\":12345678901234567890}","b":"\\\\"}',
    ]) {
      expect(() => JSON.parse(json)).not.toThrow()
      expect(scanJson(json)).toEqual(found)
    }
    expect(scanJson('[{"a":1,"\\u0061":2}]')).toEqual({ ...found, repeatsMember: true })
    expect(scanJson(`{"a":${'['.repeat(64)}`)).toMatchObject({ isDeep: true })
  })
})
