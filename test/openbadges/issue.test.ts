import * as jose from 'jose'
import { expect, test } from 'vitest'
import {
  buildIdentityObject,
  buildStatusListCredential,
  formatHours,
  hashIdentity,
} from '../../src/openbadges/build'
import {
  isJsonObject,
  zAchievementCredential,
  zBitstringStatusListCredential,
} from '../../src/openbadges/model'
import {
  createSignerFromJwk,
  decodeMultikey,
  signCredentialJwt,
  signDocument,
  verifyRdfcProof,
} from '../../src/openbadges/proof'
import { createStatusBits, encodeStatusList } from '../../src/openbadges/status-list'
import { buildTestCredential, ISSUER_ID, VERIFICATION_METHOD } from '../fixtures/credential'
import { issueIndependently, verifyIndependently } from '../fixtures/independent-verifier'
import { ed25519Key, p256Key } from '../fixtures/keys'

const created = new Date('2026-03-02T09:30:00Z')
const signer = await createSignerFromJwk({
  privateKeyJwk: ed25519Key.privateKeyJwk,
  algorithm: 'Ed25519',
  verificationMethod: VERIFICATION_METHOD,
})
const publicKey = decodeMultikey(ed25519Key.publicKeyMultibase) ?? {
  curve: 'Ed25519',
  bytes: new Uint8Array(),
}

test('an independent implementation verifies our credential, and not an altered one', async () => {
  const signed = await signDocument({ document: buildTestCredential(), signer, created })
  expect(await verifyIndependently(signed)).toMatchObject({ verified: true })
  expect(await verifyIndependently({ ...signed, name: 'Head Librarian' })).toMatchObject({ verified: false })
})

test('we verify what an independent implementation signed, and sign it to the same proof', async () => {
  const document = buildTestCredential()
  const theirs = await issueIndependently(document, '2026-03-02T09:30:00Z')
  const proof: unknown = theirs['proof']
  if (!isJsonObject(proof)) throw new Error('no proof')
  expect(await verifyRdfcProof({ document: theirs, proof, publicKey })).toStrictEqual({ ok: true })
  const ours = await signDocument({ document, signer, created })
  expect(ours.proof[0]?.proofValue).toBe(proof['proofValue'])
})

test('the built credential has the shape of the model, no null and no empty list', () => {
  const built = buildTestCredential({ evidence: [], description: '' })
  expect(zAchievementCredential.safeParse(built).error).toBeUndefined()
  expect(JSON.stringify(built)).not.toMatch(/null|\[\]|""/)
  expect(built).not.toHaveProperty('evidence')
  expect(built.issuer).toBeTypeOf('object')
  expect(built['credentialStatus']).toMatchObject({ statusListIndex: '94567', statusPurpose: 'revocation' })
  expect(buildTestCredential({ validFrom: new Date('2026-03-02T09:30:00.987Z') }).validFrom).toBe(
    '2026-03-02T09:30:00Z',
  )
})

test('evidence, identifiers and validity pass safe mode and an independent verifier', async () => {
  const identifier = await buildIdentityObject({
    identifier: 'a@example.com',
    identityType: 'emailAddress',
    salt: 'Kosher',
  })
  const document = buildTestCredential({
    validUntil: new Date('2030-01-01T00:00:00Z'),
    image: { id: 'https://badges.example/image.png', caption: 'A badge' },
    evidence: [
      { name: 'Observation', narrative: 'Led a story time.', id: 'https://badges.example/evidence/1' },
    ],
    subject: { id: 'urn:uuid:3f0d2a54-8f0b-4f57-8f6e-6a0f7b1e2c11', identifiers: [identifier], term: '2026' },
  })
  expect(await verifyIndependently(await signDocument({ document, signer, created }))).toMatchObject({
    verified: true,
  })
})

test('hashes an identity as the specification shows', async () => {
  expect(await hashIdentity('a@example.com', 'Kosher')).toBe(
    'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399',
  )
})

test('a status list is signed and verified like any credential', async () => {
  const list = buildStatusListCredential({
    id: 'https://badges.example/status/1',
    issuerId: ISSUER_ID,
    validFrom: created,
    encodedList: encodeStatusList(createStatusBits()),
    ttl: 300_000,
  })
  expect(zBitstringStatusListCredential.safeParse(list).error).toBeUndefined()
  expect(await verifyIndependently(await signDocument({ document: list, signer, created }))).toMatchObject({
    verified: true,
  })
})

test('a JWT carries the credential and the claims that repeat it, and jose verifies it', async () => {
  const es256 = await createSignerFromJwk({
    privateKeyJwk: p256Key.privateKeyJwk,
    algorithm: 'ES256',
    verificationMethod: `${ISSUER_ID}#key-2`,
  })
  const credential = await signDocument({ document: buildTestCredential(), signer, created })
  const kid = 'https://badges.example/keys/2'
  const jwt = await signCredentialJwt({ credential, signer: es256, key: { kid } })
  const key = await jose.importJWK({ ...p256Key.publicKeyJwk }, 'ES256')
  const { payload, protectedHeader } = await jose.jwtVerify(jwt, key, { currentDate: created })
  expect(protectedHeader).toStrictEqual({ alg: 'ES256', kid, typ: 'JWT' })
  expect(payload).toStrictEqual({
    ...JSON.parse(JSON.stringify(credential)),
    iss: ISSUER_ID,
    jti: credential.id,
    sub: 'urn:uuid:3f0d2a54-8f0b-4f57-8f6e-6a0f7b1e2c11',
    nbf: created.getTime() / 1000,
  })
  const withKey = await signCredentialJwt({ credential, signer: es256, key: { jwk: p256Key.privateKeyJwk } })
  expect(jose.decodeProtectedHeader(withKey)).toStrictEqual({
    alg: 'ES256',
    jwk: p256Key.publicKeyJwk,
    typ: 'JWT',
  })
  await expect(
    signCredentialJwt({
      credential: { ...credential, validFrom: '2026-01-01T00:00:00.5Z' },
      signer,
      key: { kid },
    }),
  ).rejects.toThrow(RangeError)
})

test('minutes become hours as text', () => {
  expect([0, 30, 2550, 75, 61].map(formatHours)).toStrictEqual(['0', '0.5', '42.5', '1.25', '1.01'])
})
