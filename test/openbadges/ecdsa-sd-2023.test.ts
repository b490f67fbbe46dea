import { base64urlnopad } from '@scure/base'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pinnedContexts } from '../../contexts'
import type { JsonObject } from '../../src/openbadges/model/json'
import {
  createSignerFromJwk,
  decodeMultikey,
  deriveCredential,
  readBaseProofValue,
  readDerivedProofValue,
  selectDocument,
  signSelectively,
  verifyDerivedProof,
} from '../../src/openbadges/proof'
import { groupStatements } from '../../src/openbadges/proof/ecdsa-sd-2023/group-statements'
import {
  writeBaseProofValue,
  writeDerivedProofValue,
} from '../../src/openbadges/proof/ecdsa-sd-2023/proof-value'
import { importPublicKey, readPublicKey, SIGNATURE } from '../../src/openbadges/proof/ecdsa-sd-2023/sd-hashes'
import { buildTestCredential } from '../fixtures/credential'
import vector from '../fixtures/ecdsa-sd-2023.json'
import {
  deriveIndependently,
  issueIndependently,
  issuerDid,
  verificationMethod,
  verifyIndependently,
} from '../fixtures/independent-sd'
import { ed25519Key, p256Key } from '../fixtures/keys'

const created = new Date('2026-03-02T09:30:00Z')
const signer = await createSignerFromJwk({
  privateKeyJwk: p256Key.privateKeyJwk,
  algorithm: 'ES256',
  verificationMethod,
})
const publicKeyOf = (multibase: string) => {
  const key = decodeMultikey(multibase)
  if (key === undefined) throw new Error('no key')
  return key
}
const publicKey = publicKeyOf(p256Key.publicKeyMultibase)

const badge: JsonObject = {
  ...buildTestCredential(),
  issuer: { id: issuerDid, type: ['Profile'], name: 'Ambershire' },
}
const mandatoryPointers = ['/issuer', '/validFrom', '/credentialStatus', '/credentialSubject/achievement/id']
const selectivePointers = [
  '/name',
  '/credentialSubject/achievement/name',
  '/credentialSubject/achievement/alignment/0/targetName',
  '/credentialSubject/result/0',
]

const proofOf = (document: JsonObject): JsonObject => {
  const present = document['proof']
  const proof: unknown = Array.isArray(present) ? present[0] : present
  if (typeof proof !== 'object' || proof === null) throw new Error('no proof')
  return { ...proof }
}
const verify = (document: JsonObject, key = publicKey) =>
  verifyDerivedProof({ document, proof: proofOf(document), publicKey: key })
const derive = async (document: JsonObject, pointers: readonly string[]) => {
  const derived = await deriveCredential({ document, selectivePointers: pointers })
  if (!derived.ok) throw new Error(derived.reason)
  return derived.document
}
const signed = await signSelectively({ document: badge, signer, created, mandatoryPointers })
const shown = await derive(signed, selectivePointers)

describe('what is shown of a badge', () => {
  test('is what was chosen and what is mandatory, with ids and types, and nothing else', () => {
    expect(shown).toMatchObject({
      name: badge['name'],
      validFrom: badge['validFrom'],
      credentialStatus: badge['credentialStatus'],
    })
    expect(JSON.stringify(shown)).toContain('targetName')
    expect(JSON.stringify(shown)).not.toContain('targetUrl')
    expect(JSON.stringify(shown)).not.toContain('criteria')
    expect(readBaseProofValue(proofOf(shown)['proofValue'])).toBeUndefined()
    expect(JSON.stringify(shown)).not.toContain(
      base64urlnopad.encode(readBaseProofValue(signed.proof[0].proofValue)?.hmacKey ?? new Uint8Array(1)),
    )
  })

  test('verifies here and with an implementation that is not ours', async () => {
    expect(await verify(shown)).toEqual({ ok: true })
    expect(await verifyIndependently(shown)).toMatchObject({ verified: true })
  })

  test('is the same as that implementation shows, whoever signed', async () => {
    const { proof: _theirs, ...theirs } = await deriveIndependently(signed, selectivePointers)
    const { proof: _ours, ...ours } = shown
    expect(theirs).toEqual(ours)
    const byThem = await issueIndependently(badge, mandatoryPointers)
    const derivedByUs = await derive(byThem, selectivePointers)
    expect(await verifyIndependently(derivedByUs)).toMatchObject({ verified: true })
    expect(await verify(await deriveIndependently(byThem, selectivePointers))).toEqual({ ok: true })
    expect(await verify(await deriveIndependently(signed, selectivePointers))).toEqual({ ok: true })
  })

  test('does not verify with another key or once anything is altered, left out or added', async () => {
    expect(await verify(shown, publicKeyOf(vector.publicKeyMultibase))).toMatchObject({ ok: false })
    expect(await verify(shown, publicKeyOf(ed25519Key.publicKeyMultibase))).toMatchObject({ ok: false })
    const { validFrom: _left, ...without } = shown
    const proof = { ...proofOf(shown), created: '2026-03-02T09:30:01Z' }
    const altered = [
      { ...shown, name: 'Head Librarian' },
      { ...shown, validFrom: '2026-03-02T09:30:01Z' },
      { ...shown, description: 'more' },
      without,
      { ...shown, proof },
    ]
    for (const document of altered)
      expect(await verify(document)).toMatchObject({ reason: 'invalid-signature' })
  })

  test('cannot be put together anew from its own signatures', async () => {
    const value = readDerivedProofValue(proofOf(shown)['proofValue'])
    if (value === undefined) throw new Error('no value')
    const remade = (changes: Partial<typeof value>) =>
      verify({
        ...shown,
        proof: { ...proofOf(shown), proofValue: writeDerivedProofValue({ ...value, ...changes }) },
      })
    expect(await remade({})).toEqual({ ok: true })
    const [first = new Uint8Array(), ...rest] = value.signatures
    const labels = [...value.labels]
    const same = new Map(labels.map(([name]) => [name, labels[0]?.[1] ?? '']))
    const turned = new Map(
      labels.map(([name], place) => [name, labels[(place + 1) % labels.length]?.[1] ?? '']),
    )
    const cases = [
      { signatures: [...rest, first] },
      { signatures: rest },
      { signatures: [...value.signatures, first] },
      { labels: same },
      { labels: turned },
      { labels: new Map(labels.slice(1)) },
      { mandatoryIndexes: value.mandatoryIndexes.slice(1) },
      { mandatoryIndexes: [...value.mandatoryIndexes, 0] },
      { mandatoryIndexes: [...value.mandatoryIndexes.slice(1), 9999] },
      { publicKey: value.publicKey.map((byte, place) => (place === 34 ? byte ^ 1 : byte)) },
    ]
    for (const changes of cases) expect((await remade(changes)).ok).toBe(false)
  })
})

test('a base proof is refused by a verifier, by its name', async () => {
  expect(await verify(signed)).toMatchObject({ ok: false, reason: 'base-proof' })
  for (const proofValue of ['', 'u', 'z123', 'u2V0BhA', `u${'A'.repeat(200)}`, 7])
    expect(await verify({ ...signed, proof: { ...signed.proof[0], proofValue } })).toMatchObject({
      reason: 'malformed-proof',
    })
})

test('any choice of pointers gives a part that verifies', async () => {
  const all = [
    ...selectivePointers,
    '/type',
    '/credentialSubject',
    '/credentialSubject/achievement',
    '/credentialSubject/achievement/criteria/narrative',
    '/credentialSubject/achievement/alignment',
    '/credentialSubject/achievement/resultDescription/0/name',
    '/issuer/name',
    '/@context',
  ].filter((pointer) => selectable(pointer))
  expect(all.length).toBeGreaterThan(8)
  await fc.assert(
    fc.asyncProperty(fc.subarray(all), async (pointers) => {
      expect(await verify(await derive(signed, pointers))).toEqual({ ok: true })
    }),
    { numRuns: 25 },
  )
})
const selectable = (pointer: string) => {
  try {
    return selectDocument(badge, [pointer]) !== undefined
  } catch {
    return false
  }
}

test('pointers that are none or lead nowhere are refused by name', async () => {
  for (const pointer of [
    'name',
    '/nowhere',
    '/type/7',
    '/type/-',
    '/~2',
    '/name/x',
    '/__proto__',
    '/constructor',
  ]) {
    const sign = signSelectively({ document: badge, signer, created, mandatoryPointers: [pointer] })
    await expect(sign).rejects.toMatchObject({ name: 'PointerError', pointer })
    await expect(derive(signed, [pointer])).rejects.toMatchObject({ name: 'PointerError', pointer })
  }
})

test('nothing to show, no base proof or a broken one are told apart', async () => {
  const bare = await signSelectively({ document: badge, signer, created })
  const reasonOf = async (document: JsonObject, pointers: string[]) => {
    const derived = await deriveCredential({ document, selectivePointers: pointers })
    return derived.ok ? 'derived' : derived.reason
  }
  expect(await reasonOf(bare, [])).toBe('nothing-selected')
  expect(await reasonOf(badge, ['/name'])).toBe('no-base-proof')
  expect(await reasonOf(shown, ['/name'])).toBe('malformed-proof')
  const base = readBaseProofValue(bare.proof[0].proofValue)
  if (base === undefined) throw new Error('no base')
  const cut = writeBaseProofValue({ ...base, signatures: base.signatures.slice(1) })
  expect(await reasonOf({ ...bare, proof: { ...bare.proof[0], proofValue: cut } }, ['/name'])).toBe(
    'malformed-proof',
  )
})

test('only a key of P-256 signs, and no document that has a proof already', async () => {
  const { privateKeyJwk } = ed25519Key
  const other = await createSignerFromJwk({ privateKeyJwk, algorithm: 'Ed25519', verificationMethod })
  await expect(signSelectively({ document: badge, signer: other, created })).rejects.toThrow('P-256')
  await expect(signSelectively({ document: signed, signer, created })).rejects.toThrow('already')
})

test('text that looks like a blank node stays text', async () => {
  const document = { ...badge, name: 'A _:c14n0 badge "_:b1"', description: '_:c14n1' }
  const base = await signSelectively({ document, signer, created, mandatoryPointers })
  expect(await verify(await derive(base, ['/name', '/description']))).toEqual({ ok: true })
})

describe('the vector that the specification publishes', () => {
  const key = publicKeyOf(vector.publicKeyMultibase)
  const base: JsonObject = { ...vector.unsigned, proof: { ...vector.proof, proofValue: vector.base } }

  test('is derived to the published proof, byte for byte, and verifies with the published key', async () => {
    const document = await derive(base, vector.selectivePointers)
    expect(proofOf(document)['proofValue']).toBe(vector.derived)
    expect(await verify(document, key)).toEqual({ ok: true })
    const altered = { ...document, issuer: 'https://vc.example/other' }
    expect(await verify(altered, key)).toMatchObject({ ok: false })
  })

  test('has its blank nodes labelled under the published HMAC key, and its signatures in the published order', async () => {
    const hmacKey = Uint8Array.from(vector.hmacKey.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
    const value = readBaseProofValue(vector.base)
    expect(value?.hmacKey).toEqual(hmacKey)
    const { lines, find } = await groupStatements(vector.unsigned, hmacKey, pinnedContexts)
    const mandatory = await find(value?.mandatoryPointers ?? [])
    expect(lines.length - mandatory.size).toBe(value?.signatures.length)
    const others = lines.filter((_, place) => !mandatory.has(place))
    const statementKey = await importPublicKey(readPublicKey(value?.publicKey ?? new Uint8Array()) ?? key)
    for (const [place, line] of others.entries()) {
      const signature = new Uint8Array(value?.signatures[place] ?? [])
      const data = new TextEncoder().encode(line)
      expect(await crypto.subtle.verify(SIGNATURE, statementKey, signature, data)).toBe(true)
    }
  })
})
