import { expect, test } from 'vitest'
import { contextsOfApril2025 } from '../../../contexts'
import { signDocument } from '../../../src/openbadges/proof'
import { checkIds } from '../../../src/openbadges/verify/report'
import { verifyCredential } from '../../../src/openbadges/verify/verify-credential'
import {
  created,
  didAddress,
  didDocument,
  faultsOf,
  fetchFrom,
  issuerDid,
  keys,
  librarySigner,
  listAddress,
  makeStatusList,
  makeWeb,
  now,
  sign,
  strangerSigner,
  unsigned,
  verify,
  without,
} from './sample'

const signed = await sign(unsigned)

test('a good badge is verified, with every check passed and its content told', async () => {
  const report = await verify(signed)
  expect(faultsOf(report)).toEqual({})
  expect(report).toMatchObject({ verdict: 'verified', format: 'json', document: signed })
  expect(report.headline.en).toBe('This badge is genuine and still valid.')
  expect(report.checks.map(({ id }) => id)).toEqual(checkIds)
  expect(report.credential).toMatchObject({
    name: 'Summer Reading Champion',
    issuer: { id: issuerDid, name: 'Ambershire Libraries' },
    recipient: { id: 'urn:uuid:5f1f0b9e-7f2d-4d7e-9a55-0f4b8a9f0c11', name: 'Siân Evans' },
    validFrom: '2026-05-01T09:00:00Z',
    validUntil: '2028-05-01T09:00:00Z',
    hours: 42.5,
    role: 'Summer Reading volunteer',
    alignments: [{ name: 'Active listening', url: 'https://skills.example/listening' }],
  })
})

test('a revoked badge is not verified and says so', async () => {
  const report = await verify(signed, await makeWeb({ [listAddress]: await makeStatusList([94567]) }))
  expect(report.verdict).toBe('not-verified')
  expect(faultsOf(report)).toEqual({ status: 'failed revoked' })
  expect(report.headline).toEqual({
    en: 'This badge was taken back by its issuer.',
    cy: 'Tynnwyd y bathodyn hwn yn ôl gan ei gyhoeddwr.',
  })
})

test('a neighbour’s revocation does not touch the badge', async () => {
  const list = await makeStatusList([94566, 94568, 0, 131_071])
  expect((await verify(signed, await makeWeb({ [listAddress]: list }))).verdict).toBe('verified')
})

test('a suspended badge is not verified', async () => {
  const status = { ...(unsigned['credentialStatus'] as object), statusPurpose: 'suspension' }
  const list = await makeStatusList([94567], { subject: { statusPurpose: ['revocation', 'suspension'] } })
  const report = await verify(
    await sign({ ...unsigned, credentialStatus: status }),
    await makeWeb({ [listAddress]: list }),
  )
  expect(faultsOf(report)).toEqual({ status: 'failed suspended' })
})

test('an expired badge says when it expired, in both languages', async () => {
  const report = await verify(signed, undefined, { now: new Date('2028-05-02T00:00:00Z') })
  expect(report.verdict).toBe('not-verified')
  expect(report.checks.find(({ id }) => id === 'validity')?.problem).toMatchObject({
    type: 'https://www.w3.org/TR/vc-data-model#RANGE_ERROR',
    code: 'expired',
    pointer: '/validUntil',
    detail: { en: 'The badge expired on 1 May 2028.', cy: 'Daeth y bathodyn i ben ar 1 Mai 2028.' },
  })
})

test('a badge of the future, and one that ends before it starts, are not verified', async () => {
  const early = await verify(signed, undefined, { now: new Date('2026-04-30T00:00:00Z') })
  expect(faultsOf(early)['validity']).toBe('failed not-yet-valid')
  const crossed = await verify(await sign({ ...unsigned, validUntil: '2026-04-01T00:00:00Z' }))
  expect(faultsOf(crossed)).toEqual({ validity: 'failed dates-crossed' })
  const bare = await verify(await sign({ ...unsigned, validUntil: '2028-05-01T00:00:00' }))
  expect(bare.verdict).toBe('not-verified')
})

test('an altered badge is not verified, and nothing after its proof is looked at', async () => {
  const report = await verify({ ...signed, name: 'Summer Reading Champion of Champions' })
  expect(report.verdict).toBe('not-verified')
  expect(faultsOf(report)).toEqual({ proof: 'failed proof-wrong' })
  expect(report.headline.en).toContain('changed since it was issued')
  const proofAt = report.checks.findIndex(({ id }) => id === 'proof')
  expect(report.checks.slice(proofAt + 1).every(({ outcome }) => outcome === 'not-checked')).toBe(true)
})

test('a badge signed with another key, or another issuer’s key, is not verified', async () => {
  expect(faultsOf(await verify(await sign(unsigned, strangerSigner)))).toEqual({
    proof: 'failed proof-wrong',
  })
  const did = `did:key:${keys.stranger.publicKeyMultibase}`
  const method = { ...strangerSigner, verificationMethod: `${did}#${keys.stranger.publicKeyMultibase}` }
  const forged = await verify(await sign(unsigned, method))
  expect(forged.verdict).toBe('not-verified')
  expect(faultsOf(forged)).toEqual({ 'key-binding': 'failed key-not-issuers' })
  const listless = { ...didDocument, assertionMethod: [] }
  expect(faultsOf(await verify(signed, await makeWeb({ [didAddress]: listless })))).toEqual({
    'key-binding': 'failed key-not-authorised',
  })
  const emptied = { ...didDocument, verificationMethod: [] }
  expect(faultsOf(await verify(signed, await makeWeb({ [didAddress]: emptied })))).toEqual({
    proof: 'failed key-not-found',
  })
})

test.each([
  ['revoked', '2026-05-01T08:59:59Z', { 'key-binding': 'failed key-revoked' }],
  ['revoked', '2026-05-20T00:00:00Z', {}],
  ['expires', '2026-05-01T08:59:59Z', { 'key-binding': 'failed key-revoked' }],
  ['expires', '2026-05-20T00:00:00Z', {}],
])('a key that is %s at %s counts for what was signed before', async (name, instant, faults) => {
  const [method] = didDocument.verificationMethod
  const ended = { ...didDocument, verificationMethod: [{ ...method, [name]: instant }] }
  expect(faultsOf(await verify(signed, await makeWeb({ [didAddress]: ended })))).toEqual(faults)
})

test('an unknown issuer is told in its own words, and the badge is still verified', async () => {
  const report = await verify(signed, undefined, { findKnownIssuer: () => undefined })
  expect(report.verdict).toBe('verified')
  expect(faultsOf(report)).toEqual({ 'issuer-registry': 'not-checked issuer-unknown' })
  expect(report.headline.en).toContain('we do not know who its issuer is')
})

test('a key that cannot be fetched leaves the badge unconfirmed', async () => {
  for (const answer of [404, 500, new Error('no route')]) {
    const report = await verify(signed, await makeWeb({ [didAddress]: answer }))
    expect(report.verdict).toBe('could-not-verify')
    expect(faultsOf(report)).toEqual({ proof: 'not-checked key-unreachable' })
  }
  const other = { ...didDocument, id: 'did:web:badges.example:libraries:other' }
  const report = await verify(signed, await makeWeb({ [didAddress]: other }))
  expect(faultsOf(report)).toEqual({ proof: 'not-checked key-document-wrong' })
})

const secondsAhead = (seconds: number) =>
  new Date(now.getTime() + seconds * 1000).toISOString().replace('.000Z', 'Z')

test('a status list that cannot be fetched or relied on leaves the badge unconfirmed', async () => {
  const cases: [unknown, string][] = [
    [404, 'status-unreachable'],
    [503, 'status-unreachable'],
    [new Error('timeout'), 'status-unreachable'],
    ['<html>', 'status-list-wrong'],
    [await makeStatusList([], { signer: strangerSigner }), 'status-list-unproven'],
    [{ ...(await makeStatusList()), validFrom: '2026-05-01T09:00:01Z' }, 'status-list-unproven'],
    [without(await makeStatusList(), 'proof'), 'status-list-unproven'],
    [await makeStatusList([], { document: { issuer: 'did:web:elsewhere.example' } }), 'status-list-unproven'],
    [await makeStatusList([], { document: { id: 'https://badges.example/status/2' } }), 'status-list-wrong'],
    [await makeStatusList([], { document: { validUntil: '2026-05-02T00:00:00Z' } }), 'status-list-wrong'],
    [await makeStatusList([], { document: { validFrom: secondsAhead(61) } }), 'status-list-wrong'],
    [await makeStatusList([], { subject: { encodedList: 'uH4sIAAAA' } }), 'status-list-wrong'],
    [await makeStatusList([], { entries: 100_000 }), 'status-list-too-short'],
  ]
  for (const [list, code] of cases) {
    const report = await verify(signed, await makeWeb({ [listAddress]: list }))
    expect([code, report.verdict, faultsOf(report)]).toEqual([
      code,
      'could-not-verify',
      { status: `not-checked ${code}` },
    ])
    expect(report.headline.en).toContain('could not confirm')
  }
})

test('a list that is signed while it is asked for counts, although it begins after the verification did', async () => {
  const list = await makeStatusList([], { document: { validFrom: secondsAhead(59) } })
  expect((await verify(signed, await makeWeb({ [listAddress]: list }))).verdict).toBe('verified')
})

test('a status entry that points nowhere is not verified', async () => {
  const entry = unsigned['credentialStatus'] as object
  const withEntry = async (changes: object) =>
    sign({ ...unsigned, credentialStatus: { ...entry, ...changes } })
  expect(faultsOf(await verify(await withEntry({ statusListIndex: '131072' })))).toEqual({
    status: 'failed status-out-of-range',
  })
  expect(faultsOf(await verify(await withEntry({ statusListIndex: '-1' })))).toEqual({
    status: 'failed status-malformed',
  })
  expect(faultsOf(await verify(await withEntry({ statusPurpose: 'suspension' })))).toEqual({
    status: 'failed status-purpose-mismatch',
  })
})

test('offline, a badge with a status entry or a fetched key is not confirmed; a did:key badge without one is', async () => {
  const offline = await verifyCredential({ text: JSON.stringify(signed) }, { now })
  expect(offline.verdict).toBe('could-not-verify')
  expect(faultsOf(offline)).toEqual({ proof: 'not-checked offline' })

  const did = `did:key:${keys.library.publicKeyMultibase}`
  const signer = { ...librarySigner, verificationMethod: `${did}#${keys.library.publicKeyMultibase}` }
  const own = { ...unsigned, issuer: { id: did, type: ['Profile'] } }
  const withStatus = await verifyCredential({ text: JSON.stringify(await sign(own, signer)) }, { now })
  expect(withStatus.verdict).toBe('could-not-verify')
  expect(faultsOf(withStatus)['status']).toBe('not-checked offline')
  const free = await sign(without(own, 'credentialStatus'), signer)
  expect((await verifyCredential({ text: JSON.stringify(free) }, { now })).verdict).toBe('verified')
})

test('every proof of a set must hold', async () => {
  const twice = await sign(signed)
  expect((await verify(twice)).verdict).toBe('verified')
  const spoiled = { ...signed, proof: [...signed.proof, ...(await sign(unsigned, strangerSigner)).proof] }
  expect(faultsOf(await verify(spoiled))).toEqual({ proof: 'failed proof-wrong' })
  const unknown = {
    ...signed,
    proof: [...signed.proof, { type: 'DataIntegrityProof', cryptosuite: 'bbs-2023' }],
  }
  const report = await verify(unknown)
  expect(report.verdict).toBe('could-not-verify')
  expect(faultsOf(report)).toEqual({ proof: 'not-checked proof-not-supported' })
})

test('a proof for another purpose, a missing proof and a broken one are not verified', async () => {
  const [proof] = signed.proof
  const change = (changes: object) => ({ ...signed, proof: [{ ...proof, ...changes }] })
  expect(faultsOf(await verify(change({ proofPurpose: 'authentication' })))['proof']).toBe(
    'failed proof-purpose-wrong',
  )
  expect(faultsOf(await verify(change({ proofValue: 'zzz' })))['proof']).toBe('failed proof-malformed')
  expect(faultsOf(await verify(change({ expires: '2026-05-30T00:00:00Z' })))['proof']).toBe(
    'failed proof-expired',
  )
  expect(faultsOf(await verify(change({ verificationMethod: 7 })))['proof']).toBe('failed key-missing')
  expect(faultsOf(await verify(without(signed, 'proof')))['proof']).toBe('failed proof-missing')
  expect(faultsOf(await verify({ ...signed, proof: 'x' }))['proof']).toBe('failed proof-malformed')
})

test('a proof made with the April 2025 copy of the context holds', async () => {
  const document = without(unsigned, 'credentialStatus')
  const old = await signDocument({ document, signer: librarySigner, created, contexts: contextsOfApril2025 })
  expect((await verify(old)).verdict).toBe('verified')
})

test('words without a meaning fail, and a vocabulary that is not held leaves the badge unconfirmed', async () => {
  expect(faultsOf(await verify({ ...signed, favouriteColour: 'red' }))).toEqual({
    'json-ld': 'failed undefined-term',
  })
  const contexts = [...(unsigned['@context'] as string[]), 'https://vocabulary.example/v1']
  const report = await verify({ ...signed, '@context': contexts })
  expect(report.verdict).toBe('could-not-verify')
  expect(faultsOf(report)).toEqual({ 'json-ld': 'not-checked context-unknown' })
})

test('what a badge must have is asked for by pointer', async () => {
  const subject = unsigned['credentialSubject'] as Record<string, unknown>
  const achievement = subject['achievement'] as Record<string, unknown>
  const pointerOf = async (document: object, id: string) => {
    const report = await verify(await sign({ ...unsigned, ...document }))
    expect(report.verdict).toBe('not-verified')
    return report.checks.find((check) => check.id === id)?.problem?.pointer
  }
  expect(await pointerOf({ type: ['VerifiableCredential'] }, 'type')).toBe('/type')
  expect(await pointerOf({ issuer: { id: issuerDid } }, 'issuer')).toBe('/issuer/type')
  const nameless = { ...subject, achievement: without(achievement, 'name') }
  expect(await pointerOf({ credentialSubject: nameless }, 'schema')).toBe(
    '/credentialSubject/achievement/name',
  )
  const aimless = { ...subject, achievement: { ...achievement, criteria: { type: 'Criteria' } } }
  expect(await pointerOf({ credentialSubject: aimless }, 'subject')).toBe(
    '/credentialSubject/achievement/criteria',
  )
  const nobody = without(subject, 'id', 'identifier')
  expect(await pointerOf({ credentialSubject: nobody }, 'subject')).toBe('/credentialSubject/id')
})

test('a refresh service and a further schema that cannot be had are said to be left alone', async () => {
  const contexts = [
    ...(unsigned['@context'] as string[]),
    'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
  ]
  const report = await verify(
    await sign({
      ...unsigned,
      '@context': contexts,
      refreshService: { id: 'https://badges.example/refresh/1', type: '1EdTechCredentialRefresh' },
      credentialSchema: [
        { id: 'https://badges.example/schema.json', type: '1EdTechJsonSchemaValidator2019' },
      ],
    }),
  )
  expect(report.verdict).toBe('verified')
  expect(faultsOf(report)).toEqual({
    refresh: 'not-checked refresh-not-done',
    schema: 'not-checked schema-unreachable',
  })
})

test('an endorsement is checked: its proof, and that it is about this badge', async () => {
  const achievementId = 'https://badges.example/achievements/1'
  const endorsement = await sign({
    '@context': unsigned['@context'],
    id: 'https://badges.example/endorsements/1',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: 'Endorsement',
    issuer: unsigned['issuer'],
    validFrom: '2026-05-01T09:00:00Z',
    credentialSubject: { id: achievementId, type: ['EndorsementSubject'], endorsementComment: 'Good work.' },
  })
  const carry = (inner: unknown) => {
    const subject = unsigned['credentialSubject'] as Record<string, unknown>
    const achievement = { ...(subject['achievement'] as object), endorsement: [inner] }
    return sign({ ...unsigned, credentialSubject: { ...subject, achievement } })
  }
  expect(faultsOf(await verify(await carry(endorsement)))).toEqual({})
  const altered = { ...endorsement, name: 'A better endorsement' }
  expect(faultsOf(await verify(await carry(altered)))).toEqual({ endorsements: 'failed endorsement-failed' })
  const elsewhere = await sign({ ...unsigned, endorsement: [endorsement] })
  expect(faultsOf(await verify(elsewhere))).toEqual({ endorsements: 'failed endorsement-elsewhere' })
})

test('other kinds of document and broken ones are named', async () => {
  const codeOf = async (text: string) => {
    const report = await verifyCredential({ text }, { now, fetchDocument: fetchFrom({}) })
    expect(report.verdict).toBe('not-verified')
    return report.checks[0]?.problem?.code
  }
  expect(await codeOf('{"@context":"https://w3id.org/openbadges/v2","type":"Assertion"}')).toBe(
    'open-badges-2',
  )

  expect(await codeOf('{"type":"VerifiablePresentation"}')).toBe('presentation')
  expect(await codeOf('{"a":')).toBe('malformed-json')
  expect(await codeOf('{"a":'.repeat(100_000))).toBe('too-complex')
  expect(await codeOf(`{"a":[${'1,'.repeat(40_000)}1]}`)).toBe('too-complex')
  expect(await codeOf(`{"a":[${'{"@context":"x"},'.repeat(300)}1]}`)).toBe('too-complex')
  expect(await codeOf('aaaa.bbbb.cccc')).toBe('malformed-jwt')
  expect(await codeOf('')).toBe('empty')
})
