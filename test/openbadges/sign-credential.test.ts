import { base64urlnopad } from '@scure/base'
import { compactVerify, createLocalJWKSet, importJWK, jwtVerify } from 'jose'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../src/openbadges/model'
import {
  buildDidWebDocument,
  buildJwks,
  createRsaSigner,
  createSignerFromJwk,
  generateKeyPair,
  generateRsaKeyPair,
  signCredential,
  signCredentialJwt,
} from '../../src/openbadges/proof'
import { verifyCredential } from '../../src/openbadges/verify'
import { buildTestCredential, ISSUER_ID, VERIFICATION_METHOD } from '../fixtures/credential'
import { verifyIndependently } from '../fixtures/independent-verifier'
import { ed25519Key } from '../fixtures/keys'

const created = new Date('2026-03-02T09:30:00Z')
const now = new Date('2026-06-01T00:00:00Z')
const rsa = await generateRsaKeyPair()
const rsaMethod = `${ISSUER_ID}#key-rsa`
const rsaSigner = await createRsaSigner({ ...rsa, verificationMethod: rsaMethod })
const edSigner = await createSignerFromJwk({
  ...ed25519Key,
  algorithm: 'Ed25519',
  verificationMethod: VERIFICATION_METHOD,
})
const document = buildTestCredential({ validUntil: new Date('2030-01-01T00:00:00Z') })

const didDocument = buildDidWebDocument({
  did: ISSUER_ID,
  keys: [
    { fragment: 'key-1', publicKeyMultibase: ed25519Key.publicKeyMultibase },
    { fragment: 'key-rsa', publicKeyJwk: rsa.publicKeyJwk },
  ],
})
const fetchDocument = async () => ({
  status: 200,
  contentType: 'application/json',
  text: JSON.stringify(didDocument),
})

const partsOf = (jwt: string): JsonObject[] =>
  jwt.split('.', 2).map((part) => JSON.parse(new TextDecoder().decode(base64urlnopad.decode(part))))

describe('a credential signed as a JWT', () => {
  it('with RS256 has the claims of the specification and is verified by a library that is not ours', async () => {
    const jwt = await signCredentialJwt({ credential: document, signer: rsaSigner, key: { kid: rsaMethod } })
    const { payload, protectedHeader } = await jwtVerify(
      jwt,
      await importJWK({ ...rsa.publicKeyJwk }, 'RS256'),
      {
        currentDate: now,
      },
    )
    expect(protectedHeader).toEqual({ alg: 'RS256', kid: rsaMethod, typ: 'JWT' })
    expect(payload).toEqual({
      ...document,
      iss: ISSUER_ID,
      jti: document.id,
      sub: expect.stringMatching(/^urn:uuid:/),
      nbf: Date.parse(document.validFrom) / 1000,
      exp: Date.parse('2030-01-01T00:00:00Z') / 1000,
    })
  })

  it.each(['Ed25519', 'ES256', 'ES384'] as const)(
    'with %s is verified by a library that is not ours',
    async (algorithm) => {
      const pair = await generateKeyPair(algorithm)
      const signer = await createSignerFromJwk({
        ...pair,
        algorithm,
        verificationMethod: VERIFICATION_METHOD,
      })
      const jwt = await signCredentialJwt({ credential: document, signer, key: { jwk: pair.privateKeyJwk } })
      const [header] = partsOf(jwt)
      expect(header).toEqual({
        alg: { Ed25519: 'EdDSA', ES256: 'ES256', ES384: 'ES384' }[algorithm],
        jwk: pair.publicKeyJwk,
        typ: 'JWT',
      })
      const { payload } = await compactVerify(
        jwt,
        await importJWK({ ...pair.publicKeyJwk }, String(header?.['alg'])),
      )
      expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject(document)
    },
  )

  it('shows no private member of an RSA key in its header', async () => {
    const key = { jwk: rsa.privateKeyJwk }
    const [header] = partsOf(await signCredentialJwt({ credential: document, signer: rsaSigner, key }))
    expect(header).toEqual({ alg: 'RS256', jwk: rsa.publicKeyJwk, typ: 'JWT' })
  })

  it('must name its subject', async () => {
    const { credentialSubject: _subject, ...rest } = { credentialSubject: undefined, ...document }
    for (const credentialSubject of [undefined, {}, { type: ['AchievementSubject'] }, { id: 7 }]) {
      const credential = { ...rest, credentialSubject }
      const signed = signCredential({
        document: credential,
        created,
        signers: [],
        jwt: { signer: rsaSigner, key: { kid: rsaMethod } },
      })
      await expect(signed).rejects.toThrow('credentialSubject.id')
    }
  })

  it('does not come from an RSA key of less than 2048 bits', async () => {
    await expect(generateRsaKeyPair(1024)).rejects.toThrow(RangeError)
    const short = { ...rsa.privateKeyJwk, n: base64urlnopad.encode(new Uint8Array(128).fill(255)) }
    const signer = createRsaSigner({ privateKeyJwk: short, verificationMethod: rsaMethod })
    await expect(signer).rejects.toThrow(RangeError)
  })
})

describe('a credential signed in both ways', () => {
  it('has its proofs inside the JWT, and both are verified', async () => {
    const jwt = { signer: rsaSigner, key: { kid: rsaMethod } }
    const signed = await signCredential({ document, created, signers: [edSigner], jwt })
    expect(await verifyIndependently(signed.document)).toMatchObject({ verified: true })
    expect(partsOf(signed.jwt ?? '')[1]).toMatchObject({ proof: signed.document['proof'] })
    const report = await verifyCredential({ text: signed.jwt ?? '' }, { now, fetchDocument })
    expect(report.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([])
    expect(report.checks.find(({ id }) => id === 'proof')).toMatchObject({ outcome: 'passed' })
    expect(report.checks.find(({ id }) => id === 'key-binding')).toMatchObject({ outcome: 'passed' })
  })

  it('has a proof of each signer, and no JWT where none is asked for', async () => {
    const pair = await generateKeyPair('ES256')
    const other = await createSignerFromJwk({ ...pair, algorithm: 'ES256', verificationMethod: rsaMethod })
    const signed = await signCredential({ document, created, signers: [edSigner, other] })
    expect(signed.document['proof']).toMatchObject([
      { cryptosuite: 'eddsa-rdfc-2022' },
      { cryptosuite: 'ecdsa-rdfc-2019' },
    ])
    expect(signed.jwt).toBeUndefined()
  })
})

describe('an RSA key', () => {
  it('is published as a JsonWebKey and in the key set, without its private members', async () => {
    expect(didDocument.verificationMethod[1]).toEqual({
      id: rsaMethod,
      type: 'JsonWebKey',
      controller: ISSUER_ID,
      publicKeyJwk: rsa.publicKeyJwk,
    })
    const set = buildJwks([{ kid: rsaMethod, publicKeyJwk: rsa.privateKeyJwk, issuer: ISSUER_ID }])
    expect(set.keys).toEqual([
      { ...rsa.publicKeyJwk, kid: rsaMethod, alg: 'RS256', use: 'sig', iss: ISSUER_ID },
    ])
    const jwt = await signCredentialJwt({ credential: document, signer: rsaSigner, key: { kid: rsaMethod } })
    const verified = await jwtVerify(jwt, createLocalJWKSet({ keys: set.keys.map((key) => ({ ...key })) }), {
      currentDate: now,
    })
    expect(verified.payload.iss).toBe(ISSUER_ID)
  })
})
