import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js'
import { type ContextDocuments, pinnedContexts } from '../../../contexts'
import { type CanonicalHash, canonicaliseDocument } from '../canonicalise'
import type { Sha256 } from './blank-nodes'
import { type CompiledDocument, compileDocument } from './compile-document'
import { findShape, type Shape } from './find-shape'

/** What is kept for one set of contexts. All of it is found by whole texts, so no document can stand for another. */
type Memory = {
  /** Canonical forms of the last documents: a verifier asks for the same one more than once. */
  readonly recent: Map<string, Promise<string>>
  /** Shapes that were met once, and what they compile to from the second time on; undefined where they do not. */
  readonly met: Map<string, true>
  readonly compiled: Map<string, CompiledDocument | undefined>
}

/** Characters of JSON text: what is longer is not kept. */
const MAX_TEXT = 32_768
const MAX_DEPTH = 32
const MAX_RECENT = 8
const MAX_MET = 64
const MAX_COMPILED = 32

const memories = new WeakMap<ContextDocuments, Memory>()

const memoryOf = (contexts: ContextDocuments): Memory => {
  const known = memories.get(contexts) ?? { recent: new Map(), met: new Map(), compiled: new Map() }
  memories.set(contexts, known)
  return known
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
  for (const inner of Object.values(value)) if (!isPlainJson(inner, depth + 1)) return false
  return true
}

const encoder = new TextEncoder()
const sha256: Sha256 = (text) => nobleSha256(encoder.encode(text))

const isWellFormed = (values: Shape['values']): boolean => {
  for (const name in values) if (!values[name]?.isWellFormed()) return false
  return true
}

const compile = ({ template, sentinels }: Shape, contexts: ContextDocuments) =>
  compileDocument(template, sentinels, sha256, contexts, false).catch(() => undefined)

/** The canonical form by the shape of the document, where its shape was met before. */
const canonicaliseByShape = async (
  shape: Shape,
  document: object,
  contexts: ContextDocuments,
  { met, compiled }: Memory,
): Promise<string> => {
  const { key, values } = shape
  if (!isWellFormed(values)) return canonicaliseDocument(document, contexts)
  const isKnown = compiled.has(key)
  const known = compiled.get(key)
  if (isKnown) keep(compiled, key, known, MAX_COMPILED)
  const short = known?.(values)
  if (short !== undefined) return short
  const long = await canonicaliseDocument(document, contexts)
  if (!isKnown && met.has(key)) {
    met.delete(key)
    const made = await compile(shape, contexts)
    keep(compiled, key, made?.(values) === long ? made : undefined, MAX_COMPILED)
  } else if (!isKnown) keep(met, key, true, MAX_MET)
  return long
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
  const memory = memoryOf(contexts)
  const recent = memory.recent.get(text)
  if (recent) return recent
  const shape = findShape(document)
  const canonical = shape
    ? canonicaliseByShape(shape, document, contexts, memory)
    : canonicaliseDocument(document, contexts)
  keep(memory.recent, text, canonical, MAX_RECENT)
  return canonical
}
