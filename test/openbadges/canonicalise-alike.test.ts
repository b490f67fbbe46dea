import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicaliseDocument } from '../../src/openbadges/canonicalise'
import { createSentinels } from '../../src/openbadges/compile'
import { canonicaliseAlike } from '../../src/openbadges/compile/canonicalise-alike'
import { findShape } from '../../src/openbadges/compile/find-shape'
import { buildTestCredential, HOURS_ID } from '../fixtures/credential'

type Json = { [name: string]: unknown }

const build = (i: number): Json =>
  structuredClone(
    buildTestCredential({
      id: `https://badges.example/credentials/${i}`,
      validFrom: new Date(Date.UTC(2026, 0, 1, 0, 0, i)),
      subject: {
        id: `urn:uuid:00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
        role: `Role ${i}`,
        results: [{ resultDescription: HOURS_ID, value: String(i) }],
      },
      status: { statusListCredential: 'https://badges.example/status/1', statusListIndex: String(i) },
    }),
  )

const outcomeOf = async (canonical: Promise<string>): Promise<string> =>
  canonical.catch((error: Error) => `refused: ${error.message}`)

const expectSame = async (document: object) => {
  const [short, long] = [canonicaliseAlike(document), canonicaliseDocument(document)]
  expect(await outcomeOf(short)).toBe(await outcomeOf(long))
}

const PLACES = [
  ['id'],
  ['name'],
  ['validFrom'],
  ['extra'],
  ['@context'],
  ['credentialSubject', 'id'],
  ['credentialSubject', 'role'],
  ['credentialSubject', 'narrative'],
  ['credentialSubject', 'result', '0', 'value'],
  ['credentialSubject', 'result', '0', 'id'],
  ['credentialSubject', 'result', '1'],
  ['credentialSubject', 'achievement', 'id'],
  ['credentialSubject', 'achievement', 'name'],
  ['credentialSubject', 'identifier'],
  ['issuer', 'id'],
  ['evidence'],
  ['credentialStatus', 'id'],
  ['credentialStatus', 'statusListIndex'],
] as const
const sentinels = Object.values(
  createSentinels({ a: 'url', b: 'uuid-urn', c: 'text', d: 'instant', e: 'index' }),
)
const value = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('"', '\\', '\n', '\u0000', '\u007f', '\ud800', 'é', '📚', ' ') }),
  fc.constantFrom(
    ...sentinels,
    'https://badges.example/credentials/1',
    'did:example:1',
    '_:b0',
    'name',
    '@id',
  ),
  fc.webUrl(),
  fc.constantFrom<unknown>(1, 1.5, true, null, [], ['a', 'b'], ['a', 'a'], {}, Number.POSITIVE_INFINITY),
  fc.constantFrom<unknown>(
    { id: 'https://example.org/a', type: ['Evidence'], narrative: 'Seen.' },
    [
      { type: ['Evidence'], narrative: 'Seen.' },
      { type: ['Evidence'], narrative: 'Heard.' },
    ],
    { '@context': { role: 'https://example.org/role' }, role: 'x' },
    { type: ['Result'], value: '7' },
    { '@value': 'x', '@language': 'cy' },
  ),
)
const change = fc.tuple(fc.constantFrom(...PLACES), value)

const withChange = (document: Json, [place, put]: [readonly string[], unknown]): Json => {
  let at: unknown = document
  for (const name of place.slice(0, -1))
    at = typeof at === 'object' && at !== null ? Reflect.get(at, name) : at
  if (typeof at === 'object' && at !== null) Reflect.set(at, place.at(-1) ?? '', put)
  return document
}

describe('the canonical form of a document that is like others', () => {
  it('is the one of the long way, for any values and any change of structure, once its shape is known', async () => {
    let i = 100
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 3 }),
        fc.array(change, { maxLength: 3 }),
        async (all, last) => {
          const make = () => all.reduce(withChange, build(i++))
          await outcomeOf(canonicaliseAlike(make()))
          await outcomeOf(canonicaliseAlike(make()))
          await expectSame(make())
          await expectSame(last.reduce(withChange, make()))
        },
      ),
      { numRuns: 150 },
    )
  })

  it('is had by the short way for our own credentials', () => {
    const shapes = [build(1), build(2)].map((document) => findShape(document))
    expect(shapes[0]?.key).toBe(shapes[1]?.key)
    expect(Object.values(shapes[1]?.values ?? {})).toEqual([
      '2',
      'urn:uuid:00000000-0000-4000-8000-000000000002',
      'Role 2',
      '2',
      'https://badges.example/credentials/2',
      '2026-01-01T00:00:02Z',
      '2026-03-02T09:30:00Z',
    ])
  })

  it('is not that of a document whose JSON text only looks the same', async () => {
    const [open, endless] = [null, Number.POSITIVE_INFINITY].map((number) =>
      withChange(build(3), [['credentialSubject', 'achievement', 'creditsAvailable'], number]),
    )
    expect(await canonicaliseAlike({ ...open })).not.toBe(await outcomeOf(canonicaliseAlike({ ...endless })))
  })

  it('has no shape where the document gives words a meaning, or holds a stand-in', () => {
    const meaning = withChange(build(1), [['@context'], [{ role: 'https://example.org/role' }]])
    const inside = withChange(build(1), [['evidence'], { '@context': {}, id: 'https://example.org/a' }])
    const standIn = withChange(build(1), [['name'], createSentinels({ a: 'text' }).a])
    expect([meaning, inside, standIn].map(findShape)).toEqual([undefined, undefined, undefined])
  })
})
