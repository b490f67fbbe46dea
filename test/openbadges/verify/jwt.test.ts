import { exportJWK, generateKeyPair as generateJoseKeys, type JWK, SignJWT } from 'jose'
import { expect, test } from 'vitest'
import {
  createSignerFromJwk,
  generateKeyPair,
  type JwtKeyReference,
  signCredentialJwt,
  toBase64Url,
} from '../../../src/openbadges/proof'
import { verifyCredential } from '../../../src/openbadges/verify/verify-credential'
import {
  didAddress,
  faultsOf,
  issuerDid,
  keys,
  librarySigner,
  listAddress,
  makeStatusList,
  makeWeb,
  now,
  strangerSigner,
  unsigned,
  verify,
  without,
} from './sample'

const kid: JwtKeyReference = { kid: `${issuerDid}#key-1` }
const token = await signCredentialJwt({ credential: unsigned, signer: librarySigner, key: kid })

/** A token with other claims or header, signed by the library's key all the same. */
const remake = async (claims: Record<string, unknown>, header: Record<string, unknown> = {}) => {
  const part = (value: object) => toBase64Url(new TextEncoder().encode(JSON.stringify(value)))
  const [, payload = ''] = token.split('.')
  const old = JSON.parse(
    new TextDecoder().decode(
      Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0)),
    ),
  )
  const signed = `${part({ alg: 'EdDSA', typ: 'JWT', ...kid, ...header })}.${part({ ...old, ...claims })}`
  return `${signed}.${toBase64Url(await librarySigner.sign(new TextEncoder().encode(signed)))}`
}

test('a badge in JWT form is verified with the issuer’s did:web key', async () => {
  const report = await verify(token)
  expect(faultsOf(report)).toEqual({})
  expect(report).toMatchObject({ verdict: 'verified', format: 'jwt', document: unsigned })
})

test('every character of the signature and every 23rd of the rest counts', async () => {
  const web = await makeWeb()
  const signatureAt = token.lastIndexOf('.')
  for (let at = 0; at < token.length; at += at < signatureAt ? 23 : 1) {
    const other = token.charAt(at) === 'A' ? 'B' : String.fromCharCode(token.charCodeAt(at) - 1)
    const report = await verify(`${token.slice(0, at)}${other}${token.slice(at + 1)}`, web)
    expect([at, report.verdict]).not.toEqual([at, 'verified'])
  }
})

test('claims that do not agree with the badge inside fail', async () => {
  for (const [claim, value] of [
    ['iss', 'did:web:elsewhere.example'],
    ['jti', 'https://badges.example/credentials/2'],
    ['sub', 'urn:uuid:00000000-0000-4000-8000-000000000000'],
    ['nbf', 1],
    ['exp', 4_000_000_000],
    ['iss', undefined],
    ['jti', undefined],
    ['nbf', undefined],
  ] as const) {
    const report = await verify(await remake({ [claim]: value }))
    expect([claim, faultsOf(report)]).toEqual([claim, { proof: 'failed claims-mismatch' }])
  }
})

test('a token without a signature, with a secret key in it, or of an unknown kind is not verified', async () => {
  expect(faultsOf(await verify(await remake({}, { alg: 'none' })))['proof']).toBe('failed proof-missing')
  expect(faultsOf(await verify(await remake({}, { alg: 'HS256' })))['proof']).toBe(
    'not-checked proof-not-supported',
  )
  expect(faultsOf(await verify(await remake({}, { crit: ['x'] })))['proof']).toBe(
    'not-checked proof-not-supported',
  )
  expect(faultsOf(await verify(await remake({}, { typ: 'sd-jwt' })))['proof']).toBe(
    'not-checked proof-not-supported',
  )
  expect(faultsOf(await verify(await remake({}, { jwk: keys.library.privateKeyJwk })))['proof']).toBe(
    'failed key-private',
  )
  expect(faultsOf(await verify(await remake({}, { kid: undefined })))['proof']).toBe('failed key-missing')
  expect(faultsOf(await verify(await remake({}, { alg: 'ES256' })))['proof']).toBe('failed proof-wrong')
})

test('a key in the header counts only if the issuer publishes it', async () => {
  const own = await signCredentialJwt({
    credential: unsigned,
    signer: librarySigner,
    key: { jwk: keys.library.publicKeyJwk },
  })
  expect((await verify(own)).verdict).toBe('verified')
  const forged = await signCredentialJwt({
    credential: unsigned,
    signer: strangerSigner,
    key: { jwk: keys.stranger.publicKeyJwk },
  })
  expect(faultsOf(await verify(forged))).toEqual({ 'key-binding': 'failed key-not-issuers' })
  expect((await verify(forged, await makeWeb({ [didAddress]: 500 }))).verdict).toBe('could-not-verify')
})

test('an https issuer’s key is found at its address and in its key set, in RS256 and ES256', async () => {
  const issuer = 'https://school.example/issuers/1'
  const set = 'https://school.example/.well-known/jwks.json'
  const keyAddress = 'https://school.example/keys/1'
  const credential = { ...without(unsigned, 'credentialStatus'), issuer: { id: issuer, type: ['Profile'] } }
  const { publicKey, privateKey } = await generateJoseKeys('RS256', { extractable: true })
  const jwk: JWK = await exportJWK(publicKey)
  const subject = unsigned['credentialSubject'] as { id: string }
  const seconds = (text: unknown) => Math.floor(Date.parse(String(text)) / 1000)
  const rsa = await new SignJWT({
    ...credential,
    iss: issuer,
    jti: String(unsigned['id']),
    sub: subject.id,
    nbf: seconds(unsigned['validFrom']),
    exp: seconds(unsigned['validUntil']),
  })
    .setProtectedHeader({ alg: 'RS256', kid: keyAddress, typ: 'JWT' })
    .sign(privateKey)
  expect((await verify(rsa, { [keyAddress]: jwk, [set]: { keys: [jwk] } })).verdict).toBe('verified')
  expect((await verify(rsa, { [keyAddress]: jwk })).verdict).toBe('verified')
  expect(faultsOf(await verify(rsa, { [keyAddress]: jwk, [set]: { keys: [] } }))).toEqual({
    'key-binding': 'failed key-not-issuers',
  })
  expect((await verify(rsa, { [keyAddress]: jwk, [set]: new Error('down') })).verdict).toBe(
    'could-not-verify',
  )
  const claimed = { keys: [{ ...jwk, iss: 'https://school.example/issuers/2' }] }
  expect((await verify(rsa, { [keyAddress]: jwk, [set]: claimed })).verdict).toBe('not-verified')

  const pair = await generateKeyPair('ES256')
  const signer = await createSignerFromJwk({
    privateKeyJwk: pair.privateKeyJwk,
    algorithm: 'ES256',
    verificationMethod: `${set}#one`,
  })
  const elliptic = await signCredentialJwt({ credential, signer, key: { kid: 'one' } })
  const web = { [set]: { keys: [{ ...pair.publicKeyJwk, kid: 'one' }] } }
  expect((await verify(elliptic, web)).verdict).toBe('verified')
  const other = await generateKeyPair('ES256')
  expect((await verify(elliptic, { [set]: { keys: [{ ...other.publicKeyJwk, kid: 'one' }] } })).verdict).toBe(
    'not-verified',
  )
})

test('a did:jwk issuer needs no network', async () => {
  const { kty, crv, x } = keys.library.publicKeyJwk
  const did = `did:jwk:${toBase64Url(new TextEncoder().encode(JSON.stringify({ kty, crv, x })))}`
  const credential = { ...without(unsigned, 'credentialStatus'), issuer: { id: did, type: ['Profile'] } }
  const own = await signCredentialJwt({ credential, signer: librarySigner, key: { kid: `${did}#0` } })
  expect((await verifyCredential({ text: own }, { now })).verdict).toBe('verified')
})

test('a revoked badge in JWT form is not verified', async () => {
  const web = await makeWeb({ [listAddress]: await makeStatusList([94567]) })
  expect(faultsOf(await verify(token, web))).toEqual({ status: 'failed revoked' })
})

test('a badge of the older data model in a vc claim is verified', async () => {
  const subject = unsigned['credentialSubject'] as { id: string }
  const contexts = [
    'https://www.w3.org/2018/credentials/v1',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ]
  const vc = {
    ...without(unsigned, 'validFrom', 'validUntil', 'credentialStatus', 'issuer'),
    '@context': contexts,
    issuer: unsigned['issuer'],
    issuanceDate: '2026-05-01T09:00:00Z',
  }
  const part = (value: object) => toBase64Url(new TextEncoder().encode(JSON.stringify(value)))
  const claims = {
    vc,
    iss: issuerDid,
    jti: unsigned['id'],
    sub: subject.id,
    nbf: 1_777_626_000,
    exp: 1_800_000_000,
  }
  const signed = `${part({ alg: 'EdDSA', ...kid })}.${part(claims)}`
  const old = `${signed}.${toBase64Url(await librarySigner.sign(new TextEncoder().encode(signed)))}`
  const report = await verify(old)
  expect(faultsOf(report)).toEqual({})
  expect(report.credential).toMatchObject({
    validFrom: '2026-05-01T09:00:00Z',
    validUntil: '2027-01-15T08:00:00Z',
  })
  const late = await verify(old, undefined, { now: new Date('2027-02-01T00:00:00Z') })
  expect(faultsOf(late)).toEqual({ validity: 'failed expired' })
})

test('a status list in JWT form is read', async () => {
  const list = without(await makeStatusList([94567]), 'proof')
  const part = (value: object) => toBase64Url(new TextEncoder().encode(JSON.stringify(value)))
  const signed = `${part({ alg: 'EdDSA', typ: 'vc+jwt', ...kid })}.${part(list)}`
  const jwt = `${signed}.${toBase64Url(await librarySigner.sign(new TextEncoder().encode(signed)))}`
  expect(faultsOf(await verify(token, await makeWeb({ [listAddress]: jwt })))).toEqual({
    status: 'failed revoked',
  })
})
