import fc from 'fast-check'
import { gzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { CREDENTIALS_V1_URL } from '../../../contexts'
import type { JsonObject } from '../../../src/openbadges/model/json'
import { toBase64Url } from '../../../src/openbadges/proof'
import {
  faultsOf,
  issuerDid,
  listAddress,
  makeStatusList,
  makeWeb,
  sign,
  strangerSigner,
  unsigned,
  verify,
  without,
} from './sample'

const statusList2021 = 'https://w3id.org/vc/status-list/2021/v1'
const entry = { ...(unsigned['credentialStatus'] as object), type: 'StatusList2021Entry' }
const makeBadge = (changes: object = {}) =>
  sign({
    ...unsigned,
    '@context': [...(unsigned['@context'] as string[]), statusList2021],
    credentialStatus: { ...entry, ...changes },
  })
const badge = await makeBadge()

/** A list as an issuer of version 1.1 of the data model writes it: other contexts, other dates. */
const makeList = async (
  set: readonly number[],
  changes: { subject?: JsonObject; document?: JsonObject; bytes?: number } = {},
  signer?: typeof strangerSigner,
) => {
  const bits = new Uint8Array(changes.bytes ?? 16_384)
  for (const index of set) bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index % 8))
  const subject = {
    id: `${listAddress}#list`,
    type: 'StatusList2021',
    statusPurpose: 'revocation',
    encodedList: toBase64Url(gzipSync(bits)),
    ...changes.subject,
  }
  const list = {
    '@context': [CREDENTIALS_V1_URL, statusList2021, 'https://w3id.org/security/data-integrity/v2'],
    id: listAddress,
    type: ['VerifiableCredential', 'StatusList2021Credential'],
    issuer: issuerDid,
    issuanceDate: '2026-05-01T09:00:00Z',
  }
  return sign({ ...list, credentialSubject: subject, ...changes.document }, signer)
}
const check = async (list: unknown, document: unknown = badge) => {
  const { verdict, checks } = await verify(document, await makeWeb({ [listAddress]: list }))
  const { status } = faultsOf({ checks } as Awaited<ReturnType<typeof verify>>)
  return [verdict, status]
}

test('a badge with an entry of a StatusList2021 is verified until its place is set', async () => {
  expect(await check(await makeList([]))).toEqual(['verified', undefined])
  expect(await check(await makeList([94_566, 94_568]))).toEqual(['verified', undefined])
  expect(await check(await makeList([94_567]))).toEqual(['not-verified', 'failed revoked'])
  const suspended = await makeList([94_567], { subject: { statusPurpose: 'suspension' } })
  expect(await check(suspended, await makeBadge({ statusPurpose: 'suspension' }))).toEqual([
    'not-verified',
    'failed suspended',
  ])
  const withLetter = await makeStatusList([94_567])
  const { encodedList } = withLetter['credentialSubject'] as { encodedList: string }
  expect(await check(await makeList([], { subject: { encodedList } }))).toEqual([
    'not-verified',
    'failed revoked',
  ])
})

test('a place is set for its own badge and for no other', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(131_071), fc.nat(131_071), async (set, asked) => {
      const mine = await makeBadge({ statusListIndex: String(asked) })
      const [verdict] = await check(await makeList([set]), mine)
      expect(verdict).toBe(set === asked ? 'not-verified' : 'verified')
    }),
    { numRuns: 8, examples: [[7, 7]] },
  )
})

test('what is wrong with such a list is told as for a Bitstring list', async () => {
  const cases: [unknown, string, string][] = [
    [
      await makeList([], { subject: { statusPurpose: 'suspension' } }),
      'not-verified',
      'failed status-purpose-mismatch',
    ],
    [await makeList([], {}, strangerSigner), 'could-not-verify', 'not-checked status-list-unproven'],
    [without(await makeList([]), 'proof'), 'could-not-verify', 'not-checked status-list-unproven'],
    [
      await makeList([], { document: { issuer: 'did:web:elsewhere.example' } }),
      'could-not-verify',
      'not-checked status-list-unproven',
    ],
    [
      await makeList([], { document: { expirationDate: '2026-05-20T00:00:00Z' } }),
      'could-not-verify',
      'not-checked status-list-wrong',
    ],
    [await makeStatusList([]), 'could-not-verify', 'not-checked status-list-wrong'],
    [await makeList([], { bytes: 12_500 }), 'could-not-verify', 'not-checked status-list-too-short'],
    [await makeList([], { bytes: 17 * 1024 * 1024 }), 'could-not-verify', 'not-checked status-list-wrong'],
  ]
  for (const [list, verdict, status] of cases) expect(await check(list)).toEqual([verdict, status])
  const outside = await makeBadge({ statusListIndex: '131072' })
  expect(await check(await makeList([]), outside)).toEqual(['not-verified', 'failed status-out-of-range'])
})

test('an entry of one kind is not looked up in a list of the other', async () => {
  expect(await check(await makeList([]), await sign(unsigned))).toEqual([
    'could-not-verify',
    'not-checked status-list-wrong',
  ])
  const { credentialSubject, ...list } = await makeStatusList([])
  const { encodedList, ...subject } = credentialSubject as { encodedList: string }
  const withoutLetter = await sign({
    ...without(list, 'proof'),
    credentialSubject: { ...subject, encodedList: encodedList.slice(1) },
  })
  expect(await check(withoutLetter, await sign(unsigned))).toEqual([
    'could-not-verify',
    'not-checked status-list-wrong',
  ])
})
