import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js'
import { type ContextDocuments, pinnedContexts } from '../../../contexts'
import { type CanonicalHash, canonicaliseDocument } from '../canonicalise'
import type { Sha256 } from './blank-nodes'
import { type CompiledDocument, compileDocument } from './compile-document'
import { findShape, type Shape } from './find-shape'
import { type JsonTemplate, readJson } from './json-template'
import type { SlotValues } from './slots'

/** A shape that was met: `canonicalise` is absent where the shape does not compile. */
type Known = { readonly json: JsonTemplate; readonly canonicalise?: CompiledDocument }

/** What is kept for one set of contexts. All of it is found by whole texts, so no document can stand for another. */
type Memory = {
  /** Shapes that were met once, and what they are from the second time on, both by the text with stand-ins. */
  readonly met: Map<string, true>
  readonly known: Map<string, Known>
}

/** Characters of JSON text: what is longer is not kept. */
const MAX_TEXT = 32_768
const MAX_DEPTH = 32
const MAX_MET = 64
const MAX_KNOWN = 32
const MAX_LAYOUTS = 16

const memories = new WeakMap<ContextDocuments, Memory>()

const memoryOf = (contexts: ContextDocuments): Memory => {
  const memory = memories.get(contexts) ?? { met: new Map(), known: new Map() }
  memories.set(contexts, memory)
  return memory
}

/** Keeps a value, and lets go of the one that was put in first. */
const keep = <T>(map: Map<string, T>, key: string, value: T, limit: number): void => {
  map.delete(key)
  map.set(key, value)
  if (map.size <= limit) return
  for (const oldest of map.keys()) {
    map.delete(oldest)
    return
  }
}

/** Whether the JSON text of a value says all that the value does: a number without end would be written as null. */
const isPlainJson = (value: unknown, depth = 0): boolean => {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
  if (typeof value !== 'object' || value === null)
    return value === null || typeof value === 'string' || typeof value === 'boolean'
  if (depth > MAX_DEPTH || 'toJSON' in value) return false
  if (Array.isArray(value)) return value.every((inner) => isPlainJson(inner, depth + 1))
  for (const name in value) {
    if (!Object.hasOwn(value, name)) return false
    // An own member of an object, by its name.
    if (!isPlainJson((value as Record<string, unknown>)[name], depth + 1)) return false
  }
  return true
}

const encoder = new TextEncoder()
const sha256: Sha256 = (text) => nobleSha256(encoder.encode(text))

const isWellFormed = (values: SlotValues): boolean => {
  for (const name in values) if (!values[name]?.isWellFormed()) return false
  return true
}

/** The canonical form by a shape that is known. */
const canonicaliseKnown = (text: string, { known }: Memory): string | undefined => {
  for (const [key, shape] of known) {
    const values = readJson(shape.json, text)
    if (values === undefined) continue
    keep(known, key, shape, MAX_KNOWN)
    return isWellFormed(values) ? shape.canonicalise?.(values) : undefined
  }
  return undefined
}

/** Compiles a shape that is met for the second time; held against the canonical form of the document in hand. */
const learn = async (
  { key, json, template, sentinels, values }: Shape,
  canonical: string,
  contexts: ContextDocuments,
  { met, known }: Memory,
): Promise<void> => {
  if (known.has(key)) return
  if (!met.has(key)) return keep(met, key, true, MAX_MET)
  met.delete(key)
  const compiled = await compileDocument(template, sentinels, sha256, contexts, MAX_LAYOUTS).catch(
    () => undefined,
  )
  const isRight = isWellFormed(values) && compiled?.(values) === canonical
  keep(known, key, { json, ...(compiled && isRight && { canonicalise: compiled }) }, MAX_KNOWN)
}

const canonicaliseOnce = async (
  document: object,
  text: string,
  contexts: ContextDocuments,
  memory: Memory,
): Promise<string> => {
  const short = canonicaliseKnown(text, memory)
  if (short !== undefined) return short
  const canonical = await canonicaliseDocument(document, contexts)
  const shape = findShape(document)
  if (shape !== undefined) await learn(shape, canonical, contexts, memory)
  return canonical
}

/**
 * The canonical form of a JSON-LD document, the same as `canonicaliseDocument` gives and refused as there, but
 * fast for many documents that differ only where credentials of one badge do. How such documents read is worked
 * out once, from the second of them; any other takes the long way.
 *
 * The document may come from anyone: what is kept follows from its own text alone, is found again by that whole
 * text only, and is bounded.
 *
 * @throws CanonicalisationError with the reason in `code`
 * @see RDFC-1.0, section 4.4; VC Data Integrity EdDSA Cryptosuites 1.0, section 3.2.3
 */
export const canonicaliseAlike = (
  document: object,
  contexts: ContextDocuments = pinnedContexts,
  hash: CanonicalHash = 'SHA-256',
): Promise<string> => {
  const text = hash === 'SHA-256' && isPlainJson(document) ? JSON.stringify(document) : ''
  if (text === '' || text.length > MAX_TEXT) return canonicaliseDocument(document, contexts, hash)
  return canonicaliseOnce(document, text, contexts, memoryOf(contexts))
}
