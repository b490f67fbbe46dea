import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicaliseDocument, sha256 } from '../../src/openbadges/canonicalise'
import {
  compileCredential,
  createCredentialIssuer,
  createSentinels,
  type SlotKind,
  type SlotValues,
} from '../../src/openbadges/compile'
import { createSignerFromJwk, signDocument } from '../../src/openbadges/proof'
import { createNodeEd25519Signer } from '../../src/platform/ed25519-signer-node'
import { nodePrimitives } from '../../src/platform/primitives-node'
import { buildTestCredential, HOURS_ID, VERIFICATION_METHOD } from '../fixtures/credential'
import { verifyIndependently } from '../fixtures/independent-verifier'
import { ed25519Key } from '../fixtures/keys'

const slots = {
  id: 'url',
  subjectId: 'uuid-urn',
  validFrom: 'instant',
  awardedDate: 'instant',
  activityStart: 'instant',
  activityEnd: 'instant',
  role: 'text',
  narrative: 'text',
  hours: 'text',
  identityHash: 'text',
  salt: 'text',
  evidence: 'text',
  index: 'index',
  list: 'url',
} as const satisfies Record<string, SlotKind>
type Name = keyof typeof slots

const build = (values: SlotValues<Name>) =>
  buildTestCredential({
    id: values.id,
    validFrom: new Date(values.validFrom),
    awardedDate: new Date(values.awardedDate),
    subject: {
      id: values.subjectId,
      identifiers: [
        {
          type: 'IdentityObject',
          hashed: true,
          identityHash: values.identityHash,
          identityType: 'emailAddress',
          salt: values.salt,
        },
      ],
      activityStart: new Date(values.activityStart),
      activityEnd: new Date(values.activityEnd),
      role: values.role,
      narrative: values.narrative,
      results: [{ resultDescription: HOURS_ID, value: values.hours }],
    },
    evidence: [
      { name: 'Observation', narrative: values.evidence },
      { name: 'Log', narrative: 'From the session ledger.' },
    ],
    status: { statusListCredential: values.list, statusListIndex: values.index },
  })

const signer = createNodeEd25519Signer({
  privateKeyJwk: ed25519Key.privateKeyJwk,
  verificationMethod: VERIFICATION_METHOD,
})
const created = new Date('2026-03-02T09:30:00Z')
const issuer = await createCredentialIssuer({ slots, build, signer })

const instant = fc
  .integer({ min: Date.UTC(1900, 0, 1) / 1000, max: Date.UTC(2999, 0, 1) / 1000 })
  .map((seconds) => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`)
/** Any text that has a UTF-8 form, with many of the characters that JSON and N-Quads escape. */
const text = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(
      '"',
      '\\',
      '\n',
      '\r',
      '\t',
      '\u0000',
      '\u001f',
      '\u007f',
      '\u2028',
      '<',
      '>',
      '$&',
      '📚',
      'ŵ',
      '\u{10FFFF}',
      '\uFFFF',
    ),
    minLength: 1,
  }),
)
const values: fc.Arbitrary<SlotValues<Name>> = fc.record({
  id: fc.oneof(
    fc.uuid().map((id) => `https://badges.example/credentials/${id}`),
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.constantFrom('http://localhost:3000/credentials/1', 'https://aaa/', 'https://zzz.example/'),
  ),
  subjectId: fc.uuid().map((id) => `urn:uuid:${id}`),
  validFrom: instant,
  awardedDate: instant,
  activityStart: instant,
  activityEnd: instant,
  role: text,
  narrative: text,
  hours: text,
  identityHash: text,
  salt: text,
  evidence: text,
  index: fc.nat(1_000_000).map(String),
  list: fc.uuid().map((id) => `https://badges.example/status/${id}`),
})

test('the compiled way gives the same bytes as the long way, for any values', async () => {
  expect(issuer.notCompiled).toBeUndefined()
  await fc.assert(
    fc.asyncProperty(values, async (one) => {
      const fast = issuer.issue(one, created)
      const long = await signDocument({ document: build(one), signer, created })
      expect((await fast).json).toBe(JSON.stringify(long))
      expect(fast).not.toBeInstanceOf(Promise)
    }),
    { numRuns: 300 },
  )
}, 60_000)

const sample = fc.sample(values, { seed: 7, numRuns: 1 })[0]
if (!sample) throw new Error('no sample')
const compile = (template: ReturnType<typeof build>, sentinels: SlotValues<string>) =>
  compileCredential({ template, sentinels, verificationMethod: VERIFICATION_METHOD })

test('an independent implementation verifies what the compiled way signs', async () => {
  const { json } = await issuer.issue({ ...sample, validFrom: '2026-01-01T00:00:00Z' }, created)
  expect(await verifyIndependently(JSON.parse(json))).toMatchObject({ verified: true })
})

test('text with half a surrogate pair is refused, not signed as something else', async () => {
  const broken = { ...sample, role: 'a\uD800b' }
  expect(() => issuer.issue(broken, created)).toThrow(RangeError)
  await expect(canonicaliseDocument(build(broken))).rejects.toMatchObject({ code: 'invalid-document' })
})

test('the second of signing changes the proof, and is covered by it', async () => {
  const later = new Date('2026-03-02T09:30:01Z')
  const one = await issuer.issue(sample, created)
  const two = await issuer.issue(sample, later)
  expect(one.proofValue).not.toBe(two.proofValue)
  expect(two.json).toBe(
    JSON.stringify(await signDocument({ document: build(sample), signer, created: later })),
  )
})

test('values that would make two nodes one, or that are no plain IRI, take the long way to the same bytes', async () => {
  const cases: Partial<SlotValues<Name>>[] = [
    { id: 'https://badges.example/a', list: 'https://badges.example/a' },
    { id: HOURS_ID },
    { id: 'https://badges.example/ŵ' },
    { subjectId: 'did:example:abc' },
  ]
  for (const change of cases) {
    const one = { ...sample, ...change }
    const issued = issuer.issue(one, created)
    expect(issued).toBeInstanceOf(Promise)
    expect((await issued).json).toBe(
      JSON.stringify(await signDocument({ document: build(one), signer, created })),
    )
  }
})

test('a WebCrypto signer and the portable hash give the same bytes as the native ones', async () => {
  const webSigner = await createSignerFromJwk({
    privateKeyJwk: ed25519Key.privateKeyJwk,
    algorithm: 'Ed25519',
    verificationMethod: VERIFICATION_METHOD,
  })
  const portable = await createCredentialIssuer({ slots, build, signer: webSigner })
  const nodeSha256 = (text: string) => nodePrimitives.digest('SHA-256', text)
  const native = await createCredentialIssuer({ slots, build, signer, sha256: nodeSha256 })
  expect(await portable.issue(sample, created)).toStrictEqual(await native.issue(sample, created))
  expect(new Uint8Array(nodeSha256('ŵ📚'))).toStrictEqual(await sha256('ŵ📚'))
})

test('a shape whose stand-ins do not come back whole and once is not compiled', async () => {
  const sentinels = createSentinels(slots)
  const template = build(sentinels)
  const refused = async (changed: object, but: SlotValues<string> = sentinels) => {
    const result = await compile({ ...template, ...changed }, but)
    return result.ok ? 'compiled' : result.reason
  }
  expect(await refused({})).toBe('compiled')
  expect(await refused({ description: `For ${sentinels.role}` })).toMatch('exactly once')
  expect(await refused({ description: sentinels.role })).toMatch('exactly once')
  expect(await refused({}, { ...sentinels, other: 'not in the document' })).toMatch('exactly once')
  expect(await refused({ proof: [] })).toMatch('exactly once')
  const typed = { ...sentinels, kind: 'https://slot.invalid/kind' }
  expect(await refused({ type: [...template.type, typed.kind] }, typed)).toMatch('one of several values')
  const twins = {
    ...template,
    evidence: [
      { type: ['Evidence'], name: 'a' },
      { type: ['Evidence'], name: 'a' },
    ],
  }
  const { evidence: _evidence, ...withoutEvidence } = sentinels
  expect(await refused(twins, withoutEvidence)).toMatch('look alike')
  await expect(compile({ ...template, hoursGiven: 3 }, sentinels)).rejects.toMatchObject({
    code: 'undefined-term',
  })
})

test('blank nodes that come to look alike only by their values take the long way', async () => {
  const kinds = { first: 'text', second: 'text' } as const
  const twins = await createCredentialIssuer({
    slots: kinds,
    signer,
    build: ({ first, second }) =>
      buildTestCredential({ evidence: [{ narrative: first }, { narrative: second }] }),
  })
  expect(twins.notCompiled).toBeUndefined()
  expect(twins.issue({ first: 'a', second: 'b' }, created)).not.toBeInstanceOf(Promise)
  const alike = { first: 'a', second: 'a' }
  const long = signDocument({
    document: buildTestCredential({ evidence: [{ narrative: 'a' }, { narrative: 'a' }] }),
    signer,
    created,
  })
  expect((await twins.issue(alike, created)).json).toBe(JSON.stringify(await long))
})
