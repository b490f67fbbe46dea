import { type SchemaDraft, Validator } from '@cfworker/json-schema'
import { isObject, toText } from '../findings'
import type { JsonObject } from '../report'
import { readSchema, SchemaRefusal } from './read-schema'

/** What a schema says of a document; `pointer` is a JSON Pointer into it. */
export type SchemaAnswer =
  | { readonly outcome: 'fits' }
  | { readonly outcome: 'does-not-fit'; readonly pointer: string }
  | { readonly outcome: 'not-understood' }

const drafts: readonly (readonly [RegExp, SchemaDraft])[] = [
  [/draft-04/, '4'],
  [/draft-0[67]/, '7'],
  [/2019-09/, '2019-09'],
]

const draftOf = (schema: unknown): SchemaDraft => {
  const named = isObject(schema) ? (toText(schema['$schema']) ?? '') : ''
  return drafts.find(([pattern]) => pattern.test(named))?.[1] ?? '2020-12'
}

const maxValues = 5_000
const maxPatternSteps = 5e8

type Size = { readonly values: number; readonly squares: number }

/** How many values a document has, and the sum of the squares of the lengths of its texts and names. */
const measure = (document: JsonObject): Size => {
  let [values, squares] = [0, 0]
  const waiting: unknown[] = [document]
  while (waiting.length > 0) {
    const value = waiting.pop()
    values += 1
    if (typeof value === 'string') squares += value.length ** 2
    else if (Array.isArray(value)) for (const item of value) waiting.push(item)
    else if (isObject(value)) {
      for (const [name, item] of Object.entries(value)) {
        squares += name.length ** 2
        waiting.push(item)
      }
    }
  }
  return { values, squares }
}

/**
 * Holds a document against a JSON Schema (drafts 4 to 2020-12; `format` is an annotation). Both may come from anyone:
 * a schema that reaches outside itself, could run away, or is none, and a document that is too large for it, are
 * `not-understood`.
 *
 * @see JSON Schema 2020-12; Verifiable Credentials JSON Schema Specification, 3
 */
export const checkAgainstSchema = (document: JsonObject, text: string): SchemaAnswer => {
  try {
    const written: unknown = JSON.parse(text)
    const { schema, patterns } = readSchema(written)
    const { values, squares } = measure(document)
    if (values > maxValues || patterns * squares > maxPatternSteps) return { outcome: 'not-understood' }
    const validator = new Validator(typeof schema === 'boolean' ? schema : { ...schema }, draftOf(written))
    const { valid, errors } = validator.validate(document)
    if (valid) return { outcome: 'fits' }
    const deepest = errors.reduce(
      (a, b) => (b.instanceLocation.length > a.length ? b.instanceLocation : a),
      '#',
    )
    return { outcome: 'does-not-fit', pointer: deepest.slice(1) }
  } catch (error) {
    if (error instanceof SchemaRefusal || error instanceof SyntaxError) return { outcome: 'not-understood' }
    throw error
  }
}
