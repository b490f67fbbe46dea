import { base58 } from '@scure/base'
import { describe, expect, test } from 'vitest'
import { pinnedContexts } from '../../contexts'
import { canonicaliseDocument, sha256, toHex } from '../../src/openbadges/canonicalise'
import {
  createSignerFromJwk,
  decodeMultikey,
  generateKeyPair,
  type PublicKey,
  signDocument,
  toBase64Url,
  toKeyPair,
  verifyRdfcProof,
} from '../../src/openbadges/proof'

/** The key pair and the signed document of VC Data Integrity EdDSA Cryptosuites 1.0, appendix B.1. */
const PUBLIC_KEY = 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2'
const SECRET_KEY = 'z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq'
const VERIFICATION_METHOD = `https://vc.example/issuers/5678#${PUBLIC_KEY}`
const PROOF_VALUE =
  'z21EVs3eXERqTn4acNHT9viboqgzUaQ3kTmhPT3eA8qrVPE7CrQq78WkzctnMX5W4CrzcKnHw8V6dvy5pgWYCU5e9'
const document = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/ns/credentials/examples/v2'],
  id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
  type: ['VerifiableCredential', 'AlumniCredential'],
  name: 'Alumni Credential',
  description: 'A minimum viable example of an Alumni Credential.',
  issuer: 'https://vc.example/issuers/5678',
  validFrom: '2023-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:abcdefgh', alumniOf: 'The School of Examples' },
}
const contexts = new Map<string, object>([
  ...pinnedContexts,
  [
    'https://www.w3.org/ns/credentials/examples/v2',
    { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } },
  ],
])

const publicKeyOf = (text: string): PublicKey => {
  const key = decodeMultikey(text)
  if (key === undefined) throw new Error(`${text} is no key.`)
  return key
}

const signerOf = (secret: Uint8Array, publicKey: string, verificationMethod: string) => {
  const { privateKeyJwk } = toKeyPair({
    kty: 'OKP',
    crv: 'Ed25519',
    x: toBase64Url(publicKeyOf(publicKey).bytes),
    d: toBase64Url(secret),
  })
  return createSignerFromJwk({ privateKeyJwk, algorithm: 'Ed25519', verificationMethod })
}

test('signs the W3C test vector to the published proof, byte for byte', async () => {
  const signer = await signerOf(base58.decode(SECRET_KEY.slice(1)).slice(2), PUBLIC_KEY, VERIFICATION_METHOD)
  const signed = await signDocument({
    document,
    signer,
    created: new Date('2023-02-24T23:36:38.250Z'),
    contexts,
  })
  expect(signed).toStrictEqual({
    ...document,
    proof: [
      {
        type: 'DataIntegrityProof',
        cryptosuite: 'eddsa-rdfc-2022',
        created: '2023-02-24T23:36:38Z',
        verificationMethod: VERIFICATION_METHOD,
        proofPurpose: 'assertionMethod',
        proofValue: PROOF_VALUE,
      },
    ],
  })
})

test('verifies the W3C test vector, and no alteration of it', async () => {
  const proof = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: '2023-02-24T23:36:38Z',
    verificationMethod: VERIFICATION_METHOD,
    proofPurpose: 'assertionMethod',
    proofValue: PROOF_VALUE,
  }
  const publicKey = publicKeyOf(PUBLIC_KEY)
  const verify = (changes: object, proofChanges: object = {}) =>
    verifyRdfcProof({
      document: { ...document, proof, ...changes },
      proof: { ...proof, ...proofChanges },
      publicKey,
      contexts,
    })
  expect(await verify({})).toStrictEqual({ ok: true })
  expect(await verify({ name: 'Alumni credential' })).toMatchObject({
    ok: false,
    reason: 'invalid-signature',
  })
  expect(await verify({}, { created: '2023-02-24T23:36:39Z' })).toMatchObject({ reason: 'invalid-signature' })
  expect(await verify({}, { proofPurpose: 'authentication' })).toMatchObject({ reason: 'invalid-signature' })
  expect(await verify({}, { proofValue: 'z111' })).toMatchObject({ reason: 'malformed-proof' })
  expect(await verify({}, { cryptosuite: 'eddsa-jcs-2022' })).toMatchObject({
    reason: 'unsupported-cryptosuite',
  })
  expect(await verify({ '@context': ['https://unknown.example/v1'] })).toMatchObject({
    reason: 'unknown-context',
  })
  expect(await verify({}, { '@context': document['@context'] })).toStrictEqual({ ok: true })
  expect(await verify({}, { '@context': ['https://www.w3.org/2018/credentials/v1'] })).toMatchObject({
    reason: 'malformed-proof',
  })
})

/** The signed documents of VC Data Integrity ECDSA Cryptosuites 1.0, appendices A.1 and A.3. */
const ecdsaVectors = [
  {
    curve: 'P-256',
    algorithm: 'ES256',
    key: 'zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP',
    proofValue: 'zaHXrr7AQdydBk3ahpCDpWbxfLokDqmCToYm2dyWvpcFVyWooC2he63w1f7UNQoAMKdhaRtcnaE2KTo5o5vTCcfw',
  },
  {
    curve: 'P-384',
    algorithm: 'ES384',
    key: 'z82LkuBieyGShVBhvtE2zoiD6Kma4tJGFtkAhxR5pfkp5QPw4LutoYWhvQCnGjdVn14kujQ',
    proofValue:
      'z967Mvv5bxtmLNqTzPZ8KmJjFmFXaAKeQNzq7GWnQkMcLtaGSSmuozE5WtJ8PipMe178B1tE28K1vsJur9bGVJhz6jgSJsRHFSQeqgH8hhjcg8gZDFJC1b9FsR5ggNmDBqHv',
  },
] as const

describe.each(ecdsaVectors)('ecdsa-rdfc-2019 with $curve', ({ algorithm, key, proofValue }) => {
  const proof = {
    type: 'DataIntegrityProof',
    cryptosuite: 'ecdsa-rdfc-2019',
    created: '2023-02-24T23:36:38Z',
    verificationMethod: `did:key:${key}#${key}`,
    proofPurpose: 'assertionMethod',
    proofValue,
  }

  test('verifies the W3C test vector, and no alteration of it', async () => {
    const verify = (changes: object, proofChanges: object = {}, publicKey = publicKeyOf(key)) =>
      verifyRdfcProof({
        document: { ...document, proof, ...changes },
        proof: { ...proof, ...proofChanges },
        publicKey,
        contexts,
      })
    expect(await verify({})).toStrictEqual({ ok: true })
    expect(await verify({ name: 'Alumni credential' })).toMatchObject({ reason: 'invalid-signature' })
    expect(await verify({}, { created: '2023-02-24T23:36:39Z' })).toMatchObject({
      reason: 'invalid-signature',
    })
    expect(await verify({}, { cryptosuite: 'eddsa-rdfc-2022' })).toMatchObject({ reason: 'malformed-proof' })
    expect(await verify({}, { proofValue: PROOF_VALUE.slice(0, -1) })).toMatchObject({ ok: false })
    const others = ecdsaVectors.filter((vector) => vector.key !== key)
    for (const other of others)
      expect(await verify({}, {}, publicKeyOf(other.key))).toMatchObject({ reason: 'malformed-proof' })
    expect(await verify({}, {}, publicKeyOf(PUBLIC_KEY))).toMatchObject({ reason: 'malformed-proof' })
  })

  test('what is signed verifies with its key and with no other', async () => {
    const [pair, stranger] = await Promise.all([generateKeyPair(algorithm), generateKeyPair(algorithm)])
    const signer = await createSignerFromJwk({
      privateKeyJwk: pair.privateKeyJwk,
      algorithm,
      verificationMethod: 'https://vc.example/issuers/5678#key-1',
    })
    const signed = await signDocument({
      document,
      signer,
      created: new Date('2026-01-01T00:00:00Z'),
      contexts,
    })
    const own = signed.proof[0] ?? {}
    expect(own).toMatchObject({ cryptosuite: 'ecdsa-rdfc-2019', created: '2026-01-01T00:00:00Z' })
    const verify = (publicKeyMultibase: string) =>
      verifyRdfcProof({ document: signed, proof: own, publicKey: publicKeyOf(publicKeyMultibase), contexts })
    expect(await verify(pair.publicKeyMultibase)).toStrictEqual({ ok: true })
    expect(await verify(stranger.publicKeyMultibase)).toMatchObject({ reason: 'invalid-signature' })
  })
})

/** The key pair and the credential of the Open Badges 3.0 implementation guide's linked data proof example. */
const OB_PUBLIC_KEY = 'z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi'
const OB_ISSUER = 'https://example.edu/issuers/565049'
const openBadge = {
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ],
  id: 'http://example.com/credentials/3527',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: OB_ISSUER, type: ['Profile'], url: 'https://www.imsglobal.org', name: 'Example Corp' },
  validFrom: '2010-01-01T00:00:00Z',
  name: 'Teamwork Badge',
  credentialSubject: {
    id: 'did:example:ebfeb1f712ebc6f1c276e12ec21',
    type: ['AchievementSubject'],
    achievement: {
      id: 'https://example.com/achievements/21st-century-skills/teamwork',
      type: ['Achievement'],
      criteria: {
        narrative:
          'Team members are nominated for this badge by their peers and recognized upon review by Example Corp management.',
      },
      description:
        'This badge recognizes the development of the capacity to collaborate within a group environment.',
      name: 'Teamwork',
    },
  },
}

test('hashes the Open Badges example to the published values', async () => {
  const proofOptions = {
    '@context': openBadge['@context'],
    type: 'DataIntegrityProof',
    created: '2010-01-01T19:23:24Z',
    verificationMethod: `${OB_ISSUER}#${OB_PUBLIC_KEY}`,
    cryptosuite: 'eddsa-rdfc-2022',
    proofPurpose: 'assertionMethod',
  }
  const hash = async (value: object) => toHex(await sha256(await canonicaliseDocument(value)))
  expect((await hash(openBadge)).slice(0, 14)).toBe('87f65a76d40146')
  expect((await hash(proofOptions)).slice(0, 12)).toBe('d34009cea0db')
})

test('a term that no context defines is refused, in the document and in what is nested in it', async () => {
  const signer = await signerOf(base58.decode(SECRET_KEY.slice(1)).slice(2), PUBLIC_KEY, VERIFICATION_METHOD)
  const sign = (changes: object) =>
    signDocument({
      document: { ...openBadge, ...changes },
      signer,
      created: new Date('2026-01-01T00:00:00Z'),
    })
  await expect(sign({ hoursGiven: 3 })).rejects.toMatchObject({ code: 'undefined-term' })
  await expect(sign({ issuer: { ...openBadge.issuer, slogan: 'x' } })).rejects.toMatchObject({
    code: 'undefined-term',
  })
  await expect(sign({ type: ['VerifiableCredential', 'FineBadge'] })).rejects.toMatchObject({
    code: 'undefined-term',
  })
  await expect(sign({ '@context': ['https://www.w3.org/ns/credentials/v3'] })).rejects.toMatchObject({
    code: 'unknown-context',
  })
})
