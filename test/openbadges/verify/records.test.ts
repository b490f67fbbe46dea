import { expect, test } from 'vitest'
import {
  buildClrCredential,
  buildEndorsementCredential,
  buildIssuerProfile,
} from '../../../src/openbadges/build'
import type { JsonObject } from '../../../src/openbadges/model/json'
import { signCredentialJwt } from '../../../src/openbadges/proof'
import {
  faultsOf,
  issuerDid,
  librarySigner,
  listAddress,
  makeStatusList,
  makeWeb,
  sign,
  strangerSigner,
  unsigned,
  verify,
} from './sample'

const issuer = buildIssuerProfile({ id: issuerDid, name: 'Ambershire Libraries' })
const validFrom = new Date('2026-05-02T10:00:00Z')
const badge = await sign(unsigned)
const achievementId = 'https://badges.example/achievements/1'

const buildRecord = (credentials: readonly JsonObject[]) =>
  buildClrCredential({
    id: 'https://badges.example/records/1',
    issuer,
    name: 'What Siân did',
    partial: true,
    subject: { id: 'urn:uuid:5f1f0b9e-7f2d-4d7e-9a55-0f4b8a9f0c11' },
    credentials,
    associations: [{ associationType: 'isRelatedTo', sourceId: achievementId, targetId: achievementId }],
    validFrom,
  })

let endorsements = 0
const endorse = (endorsedId: string, more: JsonObject = {}) => ({
  ...buildEndorsementCredential({
    id: `https://badges.example/endorsements/${++endorsements}`,
    issuer,
    name: 'A word for it',
    endorsedId,
    comment: 'Good work.',
    validFrom,
  }),
  ...more,
})

test('a learner record is verified with each badge inside', async () => {
  const report = await verify(await sign(buildRecord([badge, badge])))
  expect(faultsOf(report)).toEqual({})
  expect(report).toMatchObject({ verdict: 'verified', kind: 'clr', scope: 'all' })
  expect(report.headline.en).toBe('This learner record and every badge in it are genuine and still valid.')
  expect(report.credential).toMatchObject({ name: 'What Siân did', issuer: { id: issuerDid } })
  expect(
    report.inner?.map(({ pointer, report: { verdict, kind, document } }) => [
      pointer,
      verdict,
      kind,
      document,
    ]),
  ).toEqual(
    [0, 1].map((at) => [
      `/credentialSubject/verifiableCredential/${at}`,
      'verified',
      'achievement',
      undefined,
    ]),
  )
})

test('a badge that was taken back, or has a stranger’s signature, fails the record by its place', async () => {
  const record = await sign(buildRecord([badge]))
  const revoked = await verify(record, await makeWeb({ [listAddress]: await makeStatusList([94567]) }))
  expect(revoked.verdict).toBe('not-verified')
  expect(revoked.checks.find(({ id }) => id === 'credentials')).toMatchObject({
    outcome: 'failed',
    problem: {
      code: 'inner-failed',
      pointer: '/credentialSubject/verifiableCredential/0',
      detail: { en: expect.stringContaining('has taken this badge back') },
    },
  })
  const forged = await sign(buildRecord([await sign(unsigned, strangerSigner)]))
  expect(faultsOf(await verify(forged))).toEqual({ credentials: 'failed inner-failed' })
  const altered = { ...record, name: 'More than Siân did' }
  expect(faultsOf(await verify(altered))).toEqual({ proof: 'failed proof-wrong' })
})

test('a badge whose status cannot be looked up leaves the record unconfirmed', async () => {
  const report = await verify(await sign(buildRecord([badge])), await makeWeb({ [listAddress]: 500 }))
  expect(report.verdict).toBe('could-not-verify')
  expect(faultsOf(report)).toEqual({ credentials: 'not-checked inner-not-checked' })
})

test.each<[string, (subject: JsonObject) => JsonObject]>([
  ['type', (subject) => ({ ...subject, type: ['AchievementSubject'] })],
  ['id', ({ id: _, ...subject }) => subject],
  ['verifiableCredential', ({ verifiableCredential: _, ...subject }) => subject],
  ['verifiableCredential/0', (subject) => ({ ...subject, verifiableCredential: ['a.b.c'] })],
  [
    'verifiableCredential/0/issuer',
    (subject) => ({ ...subject, verifiableCredential: [{ ...badge, issuer: undefined }] }),
  ],
  ['association/0/type', (subject) => ({ ...subject, association: [{ associationType: 'precedes' }] })],
  [
    'association/0/associationType',
    (subject) => ({ ...subject, association: [{ type: 'Association', associationType: 'follows' }] }),
  ],
])('a subject of a record with a wrong %s is refused', async (property, change) => {
  const record = buildRecord([badge])
  const subject = record['credentialSubject'] as JsonObject
  const report = await verify({ ...record, credentialSubject: change(subject) })
  expect(report.checks.find(({ id }) => id === 'subject')?.problem).toMatchObject({
    code: 'subject-wrong',
    pointer: `/credentialSubject/${property}`,
  })
})

test('the contexts of a record stand in their order', async () => {
  const record = buildRecord([badge])
  const [base, clr, badges] = record['@context']
  const report = await verify({ ...record, '@context': [base, badges, clr] })
  expect(report.checks.find(({ id }) => id === 'context')).toMatchObject({ outcome: 'failed' })
})

test('an endorsement by itself is verified as what it is', async () => {
  const report = await verify(await sign(endorse(achievementId)))
  expect(faultsOf(report)).toEqual({})
  expect(report).toMatchObject({
    verdict: 'verified',
    kind: 'endorsement',
    credential: { name: 'A word for it' },
  })
})

test('endorsements of an achievement’s creator, and of an endorsement, are verified in turn', async () => {
  const endorser = { ...issuer, endorsement: [await sign(endorse(issuerDid))] }
  const subject = unsigned['credentialSubject'] as JsonObject
  const carry = (creator: JsonObject) => ({
    ...unsigned,
    credentialSubject: { ...subject, achievement: { ...(subject['achievement'] as object), creator } },
  })
  const nested = await sign(endorse(issuerDid, { issuer: endorser }))
  const report = await verify(await sign(carry({ ...issuer, endorsement: [nested] })))
  expect(faultsOf(report)).toEqual({})
  const [outer] = report.inner ?? []
  expect(outer?.pointer).toBe('/credentialSubject/achievement/creator/endorsement/0')
  expect(outer?.report.inner?.map(({ pointer }) => pointer)).toEqual(['/issuer/endorsement/0'])

  const forged = await sign(endorse(issuerDid), strangerSigner)
  const rotten = await sign(endorse(issuerDid, { issuer: { ...issuer, endorsement: [forged] } }))
  const failing = await verify(await sign(carry({ ...issuer, endorsement: [rotten] })))
  expect(faultsOf(failing)).toEqual({ endorsements: 'failed endorsement-failed' })
})

test('endorsements deeper than three levels are not looked at, and that is said', async () => {
  let profile: JsonObject = issuer
  for (let depth = 0; depth < 4; depth++)
    profile = { ...issuer, endorsement: [await sign(endorse(issuerDid, { issuer: profile }))] }
  const report = await verify(await sign({ ...unsigned, issuer: profile }))
  expect(report.verdict).toBe('verified')
  const deepest = report.inner?.[0]?.report.inner?.[0]?.report.inner?.[0]?.report
  expect(deepest?.checks.find(({ id }) => id === 'endorsements')).toMatchObject({
    outcome: 'not-checked',
    problem: { code: 'endorsements-too-many' },
  })
})

test('an endorsement as a JWT counts as one; text that is none is refused', async () => {
  const token = await signCredentialJwt({
    credential: endorse(unsigned['id'] as string),
    signer: librarySigner,
    key: { kid: `${issuerDid}#key-1` },
  })
  expect(faultsOf(await verify(await sign({ ...unsigned, endorsementJwt: [token] })))).toEqual({})
  const broken = await sign({ ...unsigned, endorsementJwt: ['{}'] })
  expect(faultsOf(await verify(broken))).toEqual({ endorsements: 'failed endorsement-malformed' })
})

test('only the proof, when only that is asked for', async () => {
  const stranger = await sign({ ...unsigned, issuer: 'https://elsewhere.example/' })
  const options = { checks: ['proof'] } as const
  const report = await verify(stranger, await makeWeb({ [listAddress]: 500 }), options)
  expect(report).toMatchObject({ verdict: 'verified', scope: 'proof' })
  expect(report.headline.en).toContain('We checked nothing else')
  expect(report.checks.filter(({ outcome }) => outcome === 'passed').map(({ id }) => id)).toEqual([
    'parse',
    'json-ld',
    'proof',
  ])
  expect(report.checks.find(({ id }) => id === 'key-binding')?.problem?.code).toBe('not-asked')
  const altered = await verify({ ...stranger, name: 'Other' }, undefined, options)
  expect(altered.verdict).toBe('not-verified')
})
