import { isObject } from '../findings'

/** A JSON Schema, rebuilt from what is understood of it. */
export type BoundedSchema = boolean | { readonly [keyword: string]: unknown }

/** A schema, and how often a pattern is tried on one place of a document at most. */
export type ReadSchema = { readonly schema: BoundedSchema; readonly patterns: number }

/** Where a schema asks for more than is done for a stranger's. */
export class SchemaRefusal extends Error {}

const holdsSchema = [
  'additionalItems',
  'additionalProperties',
  'contains',
  'else',
  'if',
  'items',
  'not',
  'propertyNames',
  'then',
  'unevaluatedItems',
  'unevaluatedProperties',
]
const holdsList = ['allOf', 'anyOf', 'items', 'oneOf', 'prefixItems']
const holdsNamed = ['$defs', 'definitions', 'dependentSchemas', 'patternProperties', 'properties']
const holdsValue = [
  '$schema',
  'const',
  'dependentRequired',
  'enum',
  'exclusiveMaximum',
  'exclusiveMinimum',
  'maxContains',
  'maxItems',
  'maxLength',
  'maxProperties',
  'maximum',
  'minContains',
  'minItems',
  'minLength',
  'minProperties',
  'minimum',
  'multipleOf',
  'required',
  'type',
  'uniqueItems',
]
/** Keywords that change what other keywords mean or point to, and that are not followed here. */
const refused = [
  '$anchor',
  '$dynamicAnchor',
  '$dynamicRef',
  '$recursiveAnchor',
  '$recursiveRef',
  '$vocabulary',
]

const maxSchemas = 2_000
const maxDepth = 32
const maxPattern = 300

/**
 * Whether a pattern is sure to be tried in time that grows with the square of a text at most: no repeated group, no look
 * around, no reference back, and few open-ended repetitions.
 */
const isQuick = (pattern: string): boolean => {
  if (pattern.length > maxPattern) return false
  const bare = pattern.replace(/\\[^1-9k]/g, 'x').replace(/\[\^?\]?[^\]]*\]/g, 'x')
  if (/\)[*+{]|\(\?[=!<]|\\/.test(bare)) return false
  const open = bare.match(/[*+]|\{\d+,\}/g)?.length ?? 0
  return open <= (bare.startsWith('^') ? 2 : 1)
}

const readPattern = (pattern: unknown): string => {
  if (typeof pattern !== 'string' || !isQuick(pattern)) throw new SchemaRefusal('pattern')
  // Throws SyntaxError where it is none.
  new RegExp(pattern, 'u')
  return pattern
}

/**
 * Takes a schema of anyone apart and keeps what it says in bounds: 2,000 schemas in it, 32 deep, patterns that cannot
 * run away, references within it only. Annotations and `format`, which is one, are left out, and so is what is not
 * known, as JSON Schema asks.
 *
 * @throws SchemaRefusal, and SyntaxError for a pattern that is none
 * @see JSON Schema 2020-12, 4.3.1 Schemas and 9.4 Security Considerations
 */
export const readSchema = (schema: unknown): ReadSchema => {
  let count = 0
  const read = (value: unknown, depth: number): BoundedSchema => {
    if (typeof value === 'boolean') return value
    if (!isObject(value) || ++count > maxSchemas || depth > maxDepth) throw new SchemaRefusal('size')
    const kept: [string, unknown][] = []
    for (const [keyword, inner] of Object.entries(value)) {
      if (refused.includes(keyword)) throw new SchemaRefusal(keyword)
      if (keyword === '$ref') {
        if (typeof inner !== 'string' || !/^#(\/|$)/.test(inner)) throw new SchemaRefusal('$ref')
        kept.push([keyword, inner])
      } else if (keyword === 'pattern') kept.push([keyword, readPattern(inner)])
      else if (holdsValue.includes(keyword)) kept.push([keyword, inner])
      else if (Array.isArray(inner) && holdsList.includes(keyword))
        kept.push([keyword, inner.map((one) => read(one, depth + 1))])
      else if (isObject(inner) && holdsNamed.includes(keyword)) {
        if (keyword === 'patternProperties') Object.keys(inner).forEach(readPattern)
        const named = Object.entries(inner).map(([name, one]) => [name, read(one, depth + 1)])
        kept.push([keyword, Object.fromEntries(named)])
      } else if (holdsSchema.includes(keyword)) kept.push([keyword, read(inner, depth + 1)])
    }
    return Object.fromEntries(kept)
  }
  const bounded = read(schema, 0)
  return { schema: bounded, patterns: countWork(bounded).patterns }
}

const maxSchemasInAll = 20_000

const resolve = (root: BoundedSchema, reference: string): unknown => {
  let here: unknown = root
  for (const part of reference.split('/').slice(1)) {
    const name = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')
    here =
      (isObject(here) || Array.isArray(here)) && Object.hasOwn(here, name)
        ? Reflect.get(here, name)
        : undefined
  }
  return here
}

type Work = { readonly schemas: number; readonly patterns: number }

/** Follows every reference, so that neither a circle nor a cascade of them is left for the validator to walk into. */
const countWork = (root: BoundedSchema): Work => {
  const known = new Map<unknown, Work>()
  const open = new Set<unknown>()
  const count = (value: unknown): Work => {
    if (typeof value !== 'object' || value === null) return { schemas: 1, patterns: 0 }
    const before = known.get(value)
    if (before !== undefined) return before
    if (open.has(value)) throw new SchemaRefusal('$ref')
    open.add(value)
    let [schemas, patterns] = [1, 0]
    for (const [keyword, inner] of Object.entries(value)) {
      if (holdsValue.includes(keyword) || keyword === '$defs' || keyword === 'definitions') continue
      const target = keyword === '$ref' && typeof inner === 'string' ? resolve(root, inner) : inner
      if (target === undefined) throw new SchemaRefusal('$ref')
      const inside = count(target)
      schemas += inside.schemas
      patterns += inside.patterns + (keyword === 'pattern' ? 1 : 0)
      if (keyword === 'patternProperties' && isObject(inner)) patterns += Object.keys(inner).length
      if (schemas > maxSchemasInAll) throw new SchemaRefusal('size')
    }
    open.delete(value)
    const work = { schemas, patterns }
    known.set(value, work)
    return work
  }
  return count(root)
}
