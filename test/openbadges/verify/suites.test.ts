import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020'
import { Ed25519VerificationKey2020 } from '@digitalbazaar/ed25519-verification-key-2020'
import * as vc from '@digitalbazaar/vc'
import { base58, base64urlnopad } from '@scure/base'
import { describe, expect, test } from 'vitest'
import { CREDENTIALS_V1_URL } from '../../../contexts'
import { canonicaliseDocument, documentLoader, sha256 } from '../../../src/openbadges/canonicalise'
import type { JsonObject } from '../../../src/openbadges/model/json'
import {
  buildDidWebDocument,
  createSignerFromJwk,
  deriveCredential,
  generateKeyPair,
  signSelectively,
} from '../../../src/openbadges/proof'
import {
  created,
  didAddress,
  faultsOf,
  issuerDid,
  keys,
  librarySigner,
  makeStatusList,
  makeWeb,
  sign,
  unsigned,
  verify,
  without,
} from './sample'

/** A badge of an issuer whose only key is of this algorithm, and the web that shows it. */
const issueWith = async (algorithm: 'ES256' | 'ES384') => {
  const pair = await generateKeyPair(algorithm)
  const key = { privateKeyJwk: pair.privateKeyJwk, algorithm, verificationMethod: `${issuerDid}#key-9` }
  const signer = await createSignerFromJwk(key)
  const keys = [{ fragment: 'key-9', publicKeyMultibase: pair.publicKeyMultibase }]
  const list = await makeStatusList([], { signer })
  const web = await makeWeb({
    [didAddress]: buildDidWebDocument({ did: issuerDid, keys }),
    [String(list['id'])]: list,
  })
  return { credential: await sign(unsigned, signer), web }
}

describe.each(['ES256', 'ES384'] as const)('a badge and its status list signed with %s', (algorithm) => {
  test('is verified, and not once it is altered', async () => {
    const { credential, web } = await issueWith(algorithm)
    const report = await verify(credential, web)
    expect(faultsOf(report)).toEqual({})
    expect(report.verdict).toBe('verified')
    const altered = await verify({ ...credential, validFrom: '2026-05-01T09:00:01Z' }, web)
    expect(altered.verdict).toBe('not-verified')
    expect(faultsOf(altered)).toMatchObject({ proof: 'failed proof-wrong' })
  })

  test('of another issuer’s key is not', async () => {
    const { credential } = await issueWith(algorithm)
    const { web } = await issueWith(algorithm)
    expect(faultsOf(await verify(credential, web))).toMatchObject({ proof: 'failed proof-wrong' })
  })

  test('whose suite is renamed is not', async () => {
    const { credential, web } = await issueWith(algorithm)
    const proof = { ...credential.proof[0], cryptosuite: 'eddsa-rdfc-2022' }
    expect(await verify({ ...credential, proof }, web)).toMatchObject({ verdict: 'not-verified' })
  })
})

/** A proof of the library's key over a document as it stands, its own proofs included. */
const proveByHand = async (document: JsonObject, changes: JsonObject) => {
  const options = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: '2026-05-01T09:00:00Z',
    verificationMethod: librarySigner.verificationMethod,
    proofPurpose: 'assertionMethod',
    ...changes,
  }
  const parts = [{ '@context': document['@context'], ...options }, document]
  const hashes = await Promise.all(parts.map(async (part) => sha256(await canonicaliseDocument(part))))
  const signature = await librarySigner.sign(Uint8Array.from(hashes.flatMap((hash) => [...hash])))
  return { ...options, proofValue: `z${base58.encode(signature)}` }
}

describe('a chain of proofs', () => {
  const chain = async () => {
    const first = await proveByHand(unsigned, { id: 'urn:example:first' })
    const second = await proveByHand({ ...unsigned, proof: [first] }, { previousProof: 'urn:example:first' })
    return { first, second }
  }

  test('is verified in either order', async () => {
    const { first, second } = await chain()
    for (const proof of [
      [first, second],
      [second, first],
    ])
      expect(faultsOf(await verify({ ...unsigned, proof }))).toEqual({})
  })

  test('is not where the earlier proof is missing, altered or another one of the same name', async () => {
    const { first, second } = await chain()
    const renewed = await proveByHand(unsigned, { id: 'urn:example:first', created: '2026-05-01T09:00:09Z' })
    const faults = async (...proof: object[]) => faultsOf(await verify({ ...unsigned, proof }))
    expect(await faults(second)).toMatchObject({ proof: 'failed proof-malformed' })
    expect(await faults({ ...first, created: '2026-05-01T09:00:09Z' }, second)).toMatchObject({
      proof: 'failed proof-wrong',
    })
    expect(await faults(renewed, second)).toMatchObject({ proof: 'failed proof-wrong' })
    expect(await faults(renewed)).toEqual({})
  })
})

describe('the older forms of eddsa-rdfc-2022', () => {
  /** A badge of the first data model, as a library that is not ours signed it at that time. */
  const issueThen = () => {
    const { publicKeyMultibase, publicKeyJwk, privateKeyJwk } = keys.library
    const secret = [privateKeyJwk.d, publicKeyJwk.x].flatMap((part) => [...base64urlnopad.decode(part)])
    const key = new Ed25519VerificationKey2020({
      id: librarySigner.verificationMethod,
      controller: issuerDid,
      publicKeyMultibase,
      privateKeyMultibase: `z${base58.encode(Uint8Array.of(0x80, 0x26, ...secret))}`,
    })
    const credential = {
      ...without(unsigned, 'validFrom', 'validUntil', 'credentialStatus'),
      '@context': [
        CREDENTIALS_V1_URL,
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json',
        'https://w3id.org/security/suites/ed25519-2020/v1',
      ],
      issuanceDate: '2026-05-01T09:00:00Z',
    }
    const suite = new Ed25519Signature2020({ key, date: '2026-05-01T09:00:00Z' })
    return vc.issue({ credential, suite, documentLoader })
  }

  test('Ed25519Signature2020 is verified, and not once it is altered', async () => {
    const credential = await issueThen()
    expect(credential).toMatchObject({ proof: { type: 'Ed25519Signature2020' } })
    const report = await verify(credential)
    expect(faultsOf(report)).toEqual({})
    expect(report.verdict).toBe('verified')
    const altered = await verify({ ...credential, issuanceDate: '2026-05-01T09:00:01Z' })
    expect(faultsOf(altered)).toMatchObject({ proof: 'failed proof-wrong' })
  })

  test('eddsa-2022 is verified, and not once it is altered', async () => {
    const credential = { ...unsigned, proof: await proveByHand(unsigned, { cryptosuite: 'eddsa-2022' }) }
    expect(faultsOf(await verify(credential))).toEqual({})
    const altered = await verify({ ...credential, name: 'Summer Reading Champions' })
    expect(faultsOf(altered)).toMatchObject({ proof: 'failed proof-wrong' })
  })

  test('a suite that is not known is said to be so', async () => {
    const credential = await sign(unsigned)
    const proof = { ...credential.proof[0], cryptosuite: 'Ed25519Signature2020' }
    const report = await verify({ ...credential, proof })
    expect(faultsOf(report)).toMatchObject({ proof: 'not-checked proof-not-supported' })
    expect(report.verdict).toBe('could-not-verify')
  })
})

describe('a badge that is made to be shown in parts', () => {
  const issueInParts = async () => {
    const pair = await generateKeyPair('ES256')
    const key = {
      privateKeyJwk: pair.privateKeyJwk,
      algorithm: 'ES256',
      verificationMethod: `${issuerDid}#key-9`,
    }
    const signer = await createSignerFromJwk({ ...key, algorithm: 'ES256' })
    const list = await makeStatusList([], { signer })
    const web = await makeWeb({
      [didAddress]: buildDidWebDocument({
        did: issuerDid,
        keys: [{ fragment: 'key-9', publicKeyMultibase: pair.publicKeyMultibase }],
      }),
      [String(list['id'])]: list,
    })
    const mandatoryPointers = [
      '/id',
      '/issuer',
      '/validFrom',
      '/credentialStatus',
      '/credentialSubject/achievement',
    ]
    const whole = await signSelectively({ document: unsigned, signer, created, mandatoryPointers })
    const derived = await deriveCredential({
      document: whole,
      selectivePointers: ['/name', '/credentialSubject/role'],
    })
    if (!derived.ok) throw new Error(derived.reason)
    return { whole, part: derived.document, web }
  }

  test('is verified by the part that is shown, and not once that is altered', async () => {
    const { part, web } = await issueInParts()
    const report = await verify(part, web)
    expect(faultsOf(report)).toEqual({})
    expect(report.verdict).toBe('verified')
    expect(JSON.stringify(part)).not.toContain('Siân')
    expect(faultsOf(await verify({ ...part, name: 'Head Librarian' }, web))).toEqual({
      proof: 'failed proof-wrong',
    })
    expect(faultsOf(await verify(part))).toEqual({ proof: 'failed key-not-found' })
  })

  test('is refused where the whole is shown, with the reason', async () => {
    const { whole, web } = await issueInParts()
    expect(faultsOf(await verify(whole, web))).toEqual({ proof: 'failed proof-for-holder' })
  })
})
