import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { OPEN_BADGES_EXTENSIONS_URL } from '../../../contexts'
import { checkAgainstSchema } from '../../../src/openbadges/verify/schema/check-against-schema'
import { faultsOf, fetchFrom, makeWeb, now, sign, unsigned, verify } from './sample'

const address = 'https://badges.example/schema.json'
const draft = 'https://json-schema.org/draft/2019-09/schema'
const contexts = [...Object.values(unsigned['@context'] ?? {}), OPEN_BADGES_EXTENSIONS_URL]

const badgeWith = (type: string, ...more: string[]) =>
  sign({
    ...unsigned,
    '@context': contexts,
    credentialSchema: [address, ...more].map((id) => ({ id, type })),
  })
const badge = await badgeWith('1EdTechJsonSchemaValidator2019')

const rules = (role: string) => ({
  $schema: draft,
  type: 'object',
  required: ['credentialSubject'],
  properties: {
    credentialSubject: { type: 'object', properties: { role: { $ref: '#/$defs/role' } } },
  },
  $defs: { role: { type: 'string', pattern: role } },
})

const faultsWith = async (schema: unknown, document: unknown = badge) =>
  faultsOf(await verify(document, await makeWeb(schema === undefined ? {} : { [address]: schema })))

test('a badge is held against the schema that its issuer names, of either type', async () => {
  const newer = await badgeWith('JsonSchema')
  for (const document of [badge, newer]) {
    expect(await faultsWith(rules('^Summer'), document)).toEqual({})
    expect(await faultsWith(rules('^Winter'), document)).toEqual({ schema: 'failed schema-mismatch' })
  }
  const report = await verify(badge, await makeWeb({ [address]: rules('^Winter') }))
  expect(report.verdict).toBe('not-verified')
  expect(report.checks.find(({ id }) => id === 'schema')?.problem).toMatchObject({
    pointer: '/credentialSubject/role',
    detail: { en: expect.stringContaining(address), cy: expect.stringContaining(address) },
  })
})

test('a schema that cannot be had or is not understood is not checked, and the badge is verified all the same', async () => {
  const cases: [unknown, string][] = [
    [undefined, 'schema-unreachable'],
    ['no JSON', 'schema-not-understood'],
    ['[]', 'schema-not-understood'],
    [{ $ref: 'https://elsewhere.example/schema.json' }, 'schema-not-understood'],
    [{ $dynamicRef: '#x' }, 'schema-not-understood'],
  ]
  for (const [schema, code] of cases)
    expect(await faultsWith(schema)).toEqual({ schema: `not-checked ${code}` })
  expect(await faultsWith(rules('^Winter'), await badgeWith('https://badges.example/Rules'))).toEqual({
    schema: 'not-checked schema-not-understood',
  })
  const offline = await verify(badge, undefined, { fetchDocument: fetchFrom({}) })
  expect(faultsOf(offline)['schema']).toBe(undefined)
})

test('one of several schemas that does not fit is enough', async () => {
  const second = 'https://badges.example/second.json'
  const document = await badgeWith('JsonSchema', second)
  const web = { [address]: rules('^Summer'), [second]: { not: { required: ['issuer'] } } }
  expect(faultsOf(await verify(document, await makeWeb(web)))).toEqual({ schema: 'failed schema-mismatch' })
})

const answer = (schema: unknown, document: Record<string, unknown> = {}) =>
  checkAgainstSchema(document, JSON.stringify(schema)).outcome

test('schemas that could run away are not begun with', () => {
  const cascade = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [
      `a${i}`,
      { allOf: [{ $ref: `#/$defs/a${i + 1}` }, { $ref: `#/$defs/a${i + 1}` }] },
    ]),
  )
  const deep = (depth: number): unknown => (depth === 0 ? true : { not: deep(depth - 1) })
  const hostile: unknown[] = [
    { $defs: { ...cascade, a40: true }, $ref: '#/$defs/a0' },
    { $defs: { a: { $ref: '#/$defs/a' } }, $ref: '#/$defs/a' },
    { $ref: '#' },
    { $ref: '#/$defs/none' },
    { $ref: '#/__proto__' },
    deep(100),
    { allOf: Array.from({ length: 3_000 }, () => true).map(() => ({})) },
    { pattern: '^(a+)+$' },
    { pattern: '(a|a)*b' },
    { pattern: '(?=a*)a*' },
    { pattern: '^a*a*a*$' },
    { pattern: '([a-z])\\1' },
    { patternProperties: { '^(x+)*$': true } },
    { pattern: 'a'.repeat(301) },
    { pattern: '[' },
  ]
  for (const schema of hostile)
    expect([schema, answer(schema, { a: 'a'.repeat(40) })]).toEqual([schema, 'not-understood'])
  expect(answer({ properties: { a: { pattern: 'a*$' } } }, { a: 'a'.repeat(30_000) })).toBe('not-understood')
})

test('what schemas commonly say is understood', () => {
  const cases: [unknown, Record<string, unknown>, string][] = [
    [true, {}, 'fits'],
    [false, {}, 'does-not-fit'],
    [{ properties: { a: { enum: [1, 2] } } }, { a: 2 }, 'fits'],
    [{ properties: { a: { enum: [1, 2] } } }, { a: 3 }, 'does-not-fit'],
    [{ additionalProperties: false }, { a: 3 }, 'does-not-fit'],
    [{ properties: { pattern: { type: 'string' } }, required: ['pattern'] }, { pattern: 'x' }, 'fits'],
    [{ properties: { a: { items: { type: 'integer' } } } }, { a: [1, 'b'] }, 'does-not-fit'],
    [{ properties: { a: { format: 'email' } } }, { a: 'no address' }, 'fits'],
    [{ patternProperties: { '^b': { type: 'null' } } }, { b1: null }, 'fits'],
    [JSON.parse('{"if":{"required":["a"]},"then":{"required":["b"]}}'), { a: 1 }, 'does-not-fit'],
    [{ properties: { d: { pattern: '^\\d{4}-\\d{2}$' } } }, { d: '2026-05' }, 'fits'],
    [{ properties: { l: { pattern: '^[a-z]{2,4}(-[A-Z][a-z]{3})?$' } } }, { l: 'cy' }, 'fits'],
  ]
  for (const [schema, document, expected] of cases)
    expect([schema, answer(schema, document)]).toEqual([schema, expected])
})

const resource = 'https://badges.example/criteria.txt'
const sri = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`
const pointing = (digestSRI: string) => sign({ ...unsigned, relatedResource: [{ id: resource, digestSRI }] })

test('a related resource must be the one that the issuer meant', async () => {
  const document = await pointing(sri('Ten hours.'))
  const ask = async (bytes: Uint8Array | undefined) => {
    const web = fetchFrom(await makeWeb())
    return faultsOf(
      await verify(document, undefined, {
        now,
        fetchDocument: async (url) =>
          url === resource && bytes !== undefined
            ? { status: 200, contentType: 'text/plain', text: new TextDecoder().decode(bytes), bytes }
            : web(url),
      }),
    )
  }
  expect(await ask(new TextEncoder().encode('Ten hours.'))).toEqual({})
  expect(await ask(new TextEncoder().encode('One hour.'))).toEqual({
    schema: 'failed related-resource-wrong',
  })
  expect(await ask(undefined)).toEqual({ schema: 'not-checked related-resource-unread' })
  const damaged = await pointing('sha256-short')
  expect(faultsOf(await verify(damaged))).toEqual({ schema: 'failed value-malformed' })
})
