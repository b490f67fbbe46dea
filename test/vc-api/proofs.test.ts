import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicaliseDocument } from '../../src/openbadges/canonicalise'
import type { JsonObject } from '../../src/openbadges/model'
import { createSignerFromJwk, encodeBase58btc } from '../../src/openbadges/proof'
import { ed25519Key } from '../fixtures/keys'
import { copy, openVcApi, sample, type VcApi } from './support'

let api: VcApi
beforeAll(async () => {
  api = await openVcApi()
}, 60_000)
afterAll(() => api.close())

const did = `did:key:${ed25519Key.publicKeyMultibase}`
const method = `${did}#${ed25519Key.publicKeyMultibase}`
const options: JsonObject = {
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-rdfc-2022',
  created: '2024-05-01T12:00:00Z',
  verificationMethod: method,
  proofPurpose: 'assertionMethod',
}

const hash = async (document: JsonObject) =>
  new Uint8Array(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(await canonicaliseDocument(document))),
  )

/** Signs with these very options, right or wrong, and with the earlier proofs that they build on. */
const signWith = async (change: JsonObject, previous: readonly JsonObject[] = []): Promise<JsonObject> => {
  const given = Object.entries({ ...options, ...change }).filter(([, value]) => value !== undefined)
  const proof: JsonObject = Object.fromEntries(given)
  const document: JsonObject = { ...sample(did), ...(previous.length === 0 ? {} : { proof: previous }) }
  const signer = await createSignerFromJwk({
    privateKeyJwk: ed25519Key.privateKeyJwk,
    algorithm: 'Ed25519',
    verificationMethod: method,
  })
  const parts = [await hash({ '@context': document['@context'], ...proof }), await hash(document)]
  const signature = await signer.sign(Uint8Array.from(parts.flatMap((part) => [...part])))
  return { ...proof, proofValue: `z${encodeBase58btc(signature)}` }
}

const verify = async (proof: unknown, asked?: object) => {
  const verifiableCredential = { ...sample(did), proof }
  return (await api.post('/vc-api/credentials/verify', { verifiableCredential, options: asked })).status
}

describe('a proof, well signed, with', () => {
  test.each([
    ['nothing unusual', {}],
    ['an id', { id: 'urn:uuid:5a6f1e1e-2c4b-4f1b-8e0a-2b8f0c5e1a01' }],
    ['no instant of making', { created: undefined }],
    ['an instant of making without offset, which means UTC', { created: '2024-05-01T12:00:00' }],
    ['an end to come', { expires: '2030-01-01T00:00:00Z' }],
  ])('%s is verified', async (_, change) => {
    expect(await verify(await signWith(change))).toBe(200)
  })

  test.each([
    ['an instant of making that is none', { created: 'invalidDate' }],
    ['an end that is none', { expires: 'invalidDate' }],
    ['an end that is past', { expires: '2025-01-01T00:00:00Z' }],
    ['an end that is past, without offset', { expires: '2025-01-01T00:00:00' }],
    ['no key', { verificationMethod: undefined }],
    ['a key that is none', { verificationMethod: 'did:key:invalidVm' }],
    ['no purpose', { proofPurpose: undefined }],
    ['another purpose', { proofPurpose: 'authentication' }],
    ['an unknown suite', { cryptosuite: 'UnknownCryptosuite' }],
    ['a suite for other keys', { cryptosuite: 'ecdsa-rdfc-2019' }],
    ['a canonical form that is not RDF', { cryptosuite: 'eddsa-jcs-2022' }],
    ['no suite', { cryptosuite: undefined }],
    [
      'an earlier proof that is not there',
      { previousProof: 'urn:uuid:5a6f1e1e-2c4b-4f1b-8e0a-2b8f0c5e1a01' },
    ],
  ])('%s is refused', async (_, change) => {
    expect(await verify(await signWith(change))).toBe(400)
  })
})

describe('a proof that is changed afterwards:', () => {
  test.each<[string, (proof: JsonObject) => unknown]>([
    ['null', () => null],
    ['text', () => 'proof'],
    ['an empty list', () => []],
    ['no type', ({ type: _, ...proof }) => proof],
    ['another type', (proof) => ({ ...proof, type: 'UnknownProofType' })],
    ['no value', ({ proofValue: _, ...proof }) => proof],
    ['null for value', (proof) => ({ ...proof, proofValue: null })],
    [
      'a value without its multibase header',
      (proof) => ({ ...proof, proofValue: String(proof['proofValue']).slice(1) }),
    ],
    [
      'a value with another header',
      (proof) => ({ ...proof, proofValue: `u${String(proof['proofValue']).slice(1)}` }),
    ],
    [
      'a value that is too long',
      (proof) => ({ ...proof, proofValue: `${proof['proofValue']}${'1'.repeat(40)}` }),
    ],
  ])('%s is refused', async (_, change) => {
    expect(await verify(change(await signWith({})))).toBe(400)
  })
})

test('a purpose, a challenge and a domain that are asked for must be in the proof', async () => {
  const proof = await signWith({ challenge: 'u4wYz', domain: 'verifier.example' })
  expect(await verify(proof, { challenge: 'u4wYz', domain: 'verifier.example' })).toBe(200)
  expect(await verify(proof, { challenge: 'another', domain: 'verifier.example' })).toBe(400)
  expect(await verify(proof, { domain: 'another.example' })).toBe(400)
  expect(await verify(proof, { expectedProofPurpose: 'authentication' })).toBe(400)
})

describe('a chain of proofs', () => {
  const id = 'urn:uuid:5a6f1e1e-2c4b-4f1b-8e0a-2b8f0c5e1a01'

  test.each([id, [id]])('holds while the earlier proof is there and holds (%s)', async (previousProof) => {
    const first = await signWith({ id })
    const second = await signWith({ previousProof }, [first])
    expect(await verify([first, second])).toBe(200)
    expect(await verify([second])).toBe(400)
    expect(await verify([{ ...first, id: `${id.slice(0, -1)}2` }, second])).toBe(400)
    expect(await verify([{ ...first, proofValue: 'invalidProofValue' }, second])).toBe(400)
  })
})

test('what is added after signing, defined or not, breaks the proof', async () => {
  const secured = { ...sample(did), proof: await signWith({}) }
  const changed = [copy(secured), copy(secured)]
  changed[0].credentialSubject.undefinedTerm = 'IfDroppedWillVerify'
  changed[1].type.push('UndefinedType')
  for (const verifiableCredential of changed)
    expect((await api.post('/vc-api/credentials/verify', { verifiableCredential })).status).toBe(400)
})
