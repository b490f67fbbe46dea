import fc from 'fast-check'
import jsonld from 'jsonld'
import ContextResolver from 'jsonld/lib/ContextResolver.js'
import { describe, expect, it } from 'vitest'
import { CREDENTIALS_V1_URL, CREDENTIALS_V2_URL, OPEN_BADGES_URL, pinnedContexts } from '../../../contexts'
import { type Quad, toDataset } from '../../../src/openbadges/canonicalise'
import { buildTestCredential } from '../../fixtures/credential'

const loader = async (documentUrl: string) => {
  const document = pinnedContexts.get(documentUrl)
  if (!document) throw new Error(`no ${documentUrl}`)
  return { documentUrl, document: structuredClone(document), contextUrl: null, tag: 'static' }
}

/** The library by itself, with nothing kept from any other document. */
const readByLibrary = (document: object): Promise<Quad[]> =>
  jsonld.toRDF(document, {
    safe: true,
    base: null,
    documentLoader: loader,
    contextResolver: new ContextResolver({ sharedCache: new Map() }),
    produceGeneralizedRdf: false,
  })

const outcomeOf = async (read: Promise<Quad[]>): Promise<unknown> => read.catch(() => 'refused')
const expectSame = async (document: object) => {
  expect(await outcomeOf(toDataset(document))).toEqual(await outcomeOf(readByLibrary(document)))
}

const URLS = [...pinnedContexts.keys()]
const TYPES = [
  'VerifiableCredential',
  'OpenBadgeCredential',
  'EndorsementCredential',
  'AchievementSubject',
  'Achievement',
  'Profile',
  'Image',
  'Alignment',
  'Result',
  'ResultDescription',
  'Address',
  'Evidence',
  'DataIntegrityProof',
  'BitstringStatusListEntry',
  'VerifiablePresentation',
]
const TERMS = [
  'issuer',
  'credentialSubject',
  'achievement',
  'criteria',
  'image',
  'alignment',
  'result',
  'evidence',
  'name',
  'description',
  'narrative',
  'tag',
  'proof',
  'credentialStatus',
  'verifiableCredential',
  'endorsement',
  'address',
  'validFrom',
  'resultDescription',
  'Profile',
  'Achievement',
  'extra',
  '@graph',
  '@included',
]

const scalar = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('https://example.org/a', 'urn:uuid:1', 'did:example:1', '_:b1') },
  { weight: 2, arbitrary: fc.constantFrom('2026-03-02T09:30:00Z', 'en', 'a text') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: fc.integer() },
  { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
  { weight: 1, arbitrary: fc.boolean() },
)
const definition = fc.oneof(
  fc.constantFrom('https://example.org/extra', 'https://schema.org/name', '@id', '@type', null),
  fc.record(
    {
      '@id': fc.constantFrom('https://example.org/extra', 'https://schema.org/name'),
      '@type': fc.constantFrom('@id', '@vocab', '@json', 'http://www.w3.org/2001/XMLSchema#dateTime'),
      '@container': fc.constantFrom('@set', '@list', '@language', '@graph'),
      '@protected': fc.boolean(),
      '@context': fc.constantFrom<unknown>(
        null,
        {},
        OPEN_BADGES_URL,
        { name: 'https://example.org/name' },
        { '@propagate': false, tag: 'https://example.org/tag' },
      ),
    },
    { requiredKeys: ['@id'] },
  ),
)
const inline = fc.record(
  {
    '@vocab': fc.constantFrom('https://example.org/vocab#', null),
    '@language': fc.constantFrom('en', 'cy', null),
    '@protected': fc.boolean(),
    '@propagate': fc.boolean(),
    '@version': fc.constant(1.1),
    extra: definition,
    name: definition,
    Profile: definition,
    tag: definition,
  },
  { requiredKeys: [] },
)
/** Gives a meaning to every word that the contexts before it leave open. */
const anyWord = { '@vocab': 'https://example.org/vocab#' }
const context = fc.oneof(
  fc.constant([CREDENTIALS_V2_URL, OPEN_BADGES_URL, anyWord]),
  fc.constant([CREDENTIALS_V1_URL, anyWord]),
  fc.array(fc.oneof(fc.constantFrom(...URLS), inline), { maxLength: 3 }).map((some) => [...some, anyWord]),
  fc.tuple(fc.constant(CREDENTIALS_V2_URL), fc.constant(OPEN_BADGES_URL), inline),
  fc.constant([CREDENTIALS_V2_URL, OPEN_BADGES_URL]),
)

const { node } = fc.letrec((tie) => ({
  node: fc
    .record(
      {
        context: fc.option(context, { freq: 6, nil: undefined }),
        id: fc.option(fc.constantFrom('https://example.org/a', 'urn:uuid:1', '_:b0')),
        type: fc.option(
          fc.oneof(fc.constantFrom(...TYPES), fc.uniqueArray(fc.constantFrom(...TYPES), { maxLength: 3 })),
        ),
        members: fc.dictionary(fc.constantFrom(...TERMS), tie('value'), { maxKeys: 4 }),
      },
      { requiredKeys: ['members'] },
    )
    .map(({ context: own, id, type, members }) => ({
      ...(own ? { '@context': own } : {}),
      ...(id ? { id } : {}),
      ...(type ? { type } : {}),
      ...members,
    })),
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    scalar,
    tie('node'),
    fc.array(fc.oneof(scalar, tie('node')), { maxLength: 3 }),
  ),
}))

describe('what a document says', () => {
  it('is read as the library reads it, whatever was read before', async () => {
    const document = fc
      .tuple(context, node)
      .map(([own, rest]) => ({ '@context': own, ...(typeof rest === 'object' ? rest : {}) }))
    await fc.assert(fc.asyncProperty(document, expectSame), { numRuns: 400 })
  })

  it('is read as the library reads it where words are put into a whole credential', async () => {
    const places = [[], ['credentialSubject'], ['credentialSubject', 'achievement'], ['issuer']] as const
    const document = fc.tuple(fc.constantFrom(...places), node).map(([place, more]) => {
      const whole = structuredClone(buildTestCredential())
      let at: { [name: string]: unknown } = whole
      // The members on the way are objects in the fixture.
      for (const name of place) at = at[name] as { [name: string]: unknown }
      return Object.assign(at, more) && whole
    })
    await fc.assert(fc.asyncProperty(document, expectSame), { numRuns: 150 })
  })

  it('is no different after a document that imports a context', async () => {
    const before = await toDataset(buildTestCredential())
    const importing = {
      '@context': { '@import': CREDENTIALS_V2_URL, name: 'https://example.org/other' },
      id: 'https://example.org/a',
      name: 'Other',
    }
    expect((await toDataset(importing)).map(({ predicate }) => predicate.value)).toEqual([
      'https://example.org/other',
    ])
    expect(await toDataset(buildTestCredential())).toEqual(before)
    expect(await toDataset({ ...importing, '@context': CREDENTIALS_V2_URL })).not.toEqual(
      await toDataset(importing),
    )
  })
})
