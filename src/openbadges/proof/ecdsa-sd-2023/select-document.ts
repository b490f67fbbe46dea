import type { JsonObject } from '../../model/json'

/** The most pointers that are followed for one document. */
const MAX_POINTERS = 500

/** A pointer that is none, or leads nowhere in the document; `pointer` is as it was given. */
export class PointerError extends Error {
  readonly pointer: string

  constructor(pointer: string, message: string) {
    super(message)
    this.name = 'PointerError'
    this.pointer = pointer
  }
}

type Writable = { [name: string]: unknown }

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const readPointer = (pointer: string): string[] => {
  if (pointer === '') return []
  if (!/^(\/([^~]|~[01])*)*$/.test(pointer)) throw new PointerError(pointer, 'This is no JSON Pointer.')
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
}

const stepInto = (value: unknown, token: string): unknown => {
  if (Array.isArray(value)) return /^(0|[1-9]\d{0,8})$/.test(token) ? value[Number(token)] : undefined
  return isObject(value) && token !== '__proto__' && Object.hasOwn(value, token) ? value[token] : undefined
}

/** What comes along with anything that is chosen of an object: its id and its types. */
const beginSelection = (source: unknown): unknown => {
  if (Array.isArray(source)) return []
  if (!isObject(source)) return source
  const names = ['id', '@id', 'type', '@type'].filter((name) => source[name] !== undefined)
  return Object.fromEntries(names.map((name) => [name, source[name]]))
}

/** Writes what a pointer leads to into a selection, with the way there. */
const addPath = (document: JsonObject, pointer: string, selection: Writable): void => {
  const tokens = readPointer(pointer)
  let value: unknown = document
  let selected: Writable | unknown[] = selection
  for (const [depth, token] of tokens.entries()) {
    value = stepInto(value, token)
    if (value === undefined) throw new PointerError(pointer, 'The pointer leads nowhere in the document.')
    const at = Array.isArray(selected) ? Number(token) : token
    // Arrays are indexed by number and objects by name: one notation for both.
    const holder = selected as Writable
    const isLast = depth === tokens.length - 1
    if (isLast) holder[at] = structuredClone(value)
    else if (holder[at] === undefined) holder[at] = structuredClone(beginSelection(value))
    const next = holder[at]
    if (!isLast && !Array.isArray(next) && !isObject(next))
      throw new PointerError(pointer, 'The pointer leads nowhere in the document.')
    // Checked above for every step but the last, after which it is not used.
    selected = next as Writable
  }
}

/** Closes the gaps that are left in arrays of which only some elements were chosen. */
const closeGaps = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.filter((one) => one !== undefined).map(closeGaps)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, closeGaps(one)]))
}

/**
 * The part of a document that JSON Pointers lead to, with its contexts and with the id and types of every object on
 * the way; undefined where there is no pointer. Elements keep their order, and gaps in arrays are closed.
 *
 * @throws PointerError for a pointer that is none or that leads nowhere, and for more than 500 of them
 * @see VC Data Integrity ECDSA Cryptosuites 1.0, section 3.4.13 (selectJsonLd); RFC 6901
 */
export const selectDocument = (document: JsonObject, pointers: readonly string[]): JsonObject | undefined => {
  if (pointers.length === 0) return undefined
  if (pointers.length > MAX_POINTERS)
    throw new PointerError(pointers[0] ?? '', `More than ${MAX_POINTERS} pointers are not followed.`)
  if (pointers.includes('')) return structuredClone(document)
  const context = document['@context']
  const selection: Writable = { ...(context === undefined ? {} : { '@context': structuredClone(context) }) }
  // The beginning of an object is an object.
  Object.assign(selection, beginSelection(document))
  // The shorter first: a whole that is chosen is not narrowed by a part of it.
  for (const pointer of [...pointers].sort((one, other) => other.length - one.length))
    addPath(document, pointer, selection)
  // A selection is an object from the beginning.
  return closeGaps(selection) as JsonObject
}
