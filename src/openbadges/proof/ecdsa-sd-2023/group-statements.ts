import { hmac } from '@noble/hashes/hmac.js'
import { sha256 as sha256Sync } from '@noble/hashes/sha2.js'
import { base64urlnopad } from '@scure/base'
import type { ContextDocuments } from '../../../../contexts'
import {
  CanonicalisationError,
  canonicaliseDataset,
  labelDataset,
  type Quad,
  serialiseQuad,
  toDataset,
  toHex,
} from '../../canonicalise'
import type { JsonObject } from '../../model/json'
import { selectDocument } from './select-document'

/** New labels of blank nodes by those that a dataset has; labels stand without `_:`. */
export type Labels = ReadonlyMap<string, string>

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Gives every object without an id one that nobody can have foreseen, so that parts of it are told to be parts of it. */
const nameBlankNodes = (document: JsonObject, prefix: string): JsonObject => {
  let count = 0
  const name = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(name)
    if (!isObject(value) || '@value' in value) return value
    const id = value['id'] ?? value['@id']
    if (typeof id === 'string' && id.startsWith('_:'))
      throw new CanonicalisationError(
        'invalid-document',
        'Blank nodes with names of their own are not signed.',
      )
    const members = Object.entries(value).map(([key, member]) =>
      key === '@context' ? [key, member] : [key, name(member)],
    )
    const isPlain = id === undefined && !('@list' in value) && !('@set' in value)
    return { ...Object.fromEntries(members), ...(isPlain ? { '@id': `${prefix}${count++}` } : {}) }
  }
  // An object gives an object.
  return name(document) as JsonObject
}

type Term = Quad['subject'] | Quad['object'] | Quad['graph']

const mapTerms = (quad: Quad, change: <T extends Term>(term: T) => T): Quad => ({
  subject: change(quad.subject),
  predicate: quad.predicate,
  object: change(quad.object),
  graph: change(quad.graph),
})

const isBlank = (term: Term) => term.termType === 'BlankNode'

/** Turns the given ids back into blank nodes, labelled `s` and their number. */
const unname = (dataset: readonly Quad[], prefix: string): Quad[] =>
  dataset.map((quad) =>
    mapTerms(quad, (term) =>
      term.termType === 'NamedNode' && term.value.startsWith(prefix)
        ? { ...term, termType: 'BlankNode', value: `s${term.value.slice(prefix.length)}` }
        : term,
    ),
  )

/**
 * Writes statements with other labels for their blank nodes, one a line.
 *
 * @throws CanonicalisationError `invalid-document` where a blank node has no label: such a node has no place in the
 * document that could be pointed at, as the cells of a list have none
 */
export const writeStatements = (dataset: readonly Quad[], labels: Labels): string[] => {
  const lines = dataset.map((quad) =>
    serialiseQuad(
      mapTerms(quad, (term) => {
        if (!isBlank(term)) return term
        const label = labels.get(term.value.replace(/^_:/, ''))
        if (label === undefined)
          throw new CanonicalisationError('invalid-document', 'A part of the document cannot be told apart.')
        return { ...term, value: label }
      }),
    ),
  )
  return [...new Set(lines)].sort()
}

/** A document taken apart into statements, with the means to find those of any part of it. */
export type GroupedStatements = {
  /** Every statement, in order, its blank nodes labelled by the HMAC. */
  readonly lines: readonly string[]
  /** The places in `lines` of what the pointers lead to. */
  readonly find: (pointers: readonly string[]) => Promise<ReadonlySet<number>>
  /** The labels of the nodes in that part, by those that its own canonical form gives them. */
  readonly labelsOf: (pointers: readonly string[]) => Promise<Labels>
}

/**
 * Takes a document apart into statements in canonical order, where the labels of blank nodes are an HMAC under `key`
 * (32 bytes) of their canonical ones: they tell a reader of some statements nothing of the others.
 *
 * @throws CanonicalisationError when the document has no canonical form, or has parts that cannot be pointed at
 * @throws PointerError for a pointer that leads nowhere
 * @see VC Data Integrity ECDSA Cryptosuites 1.0, sections 3.4.2 and 3.4.16 (createHmacIdLabelMapFunction,
 * canonicalizeAndGroup)
 */
export const groupStatements = async (
  document: JsonObject,
  key: Uint8Array,
  contexts: ContextDocuments,
): Promise<GroupedStatements> => {
  const prefix = `urn:bnid:${toHex(crypto.getRandomValues(new Uint8Array(16)))}:`
  const named = nameBlankNodes(document, prefix)
  const dataset = unname(await toDataset(named, contexts), prefix)
  // Naming must not have changed what the document says.
  const labelled = await labelDataset(dataset)
  if (labelled.canonical !== (await canonicaliseDataset(await toDataset(document, contexts))))
    throw new CanonicalisationError('invalid-document', 'Parts of the document cannot be told apart.')
  const labels = new Map([...labelled.labels].map(([own, label]) => [own, hashLabel(label, key)]))
  const lines = writeStatements(dataset, labels)
  const placeOf = new Map(lines.map((line, place) => [line, place]))
  const select = async (pointers: readonly string[]): Promise<Quad[]> => {
    const selection = selectDocument(named, pointers)
    if (selection === undefined) return []
    const part = unname(await toDataset(selection, contexts), prefix)
    for (const quad of part) mapTerms(quad, requireName)
    return part
  }
  return {
    lines,
    find: async (pointers) => {
      const places = writeStatements(await select(pointers), labels).map((line) => placeOf.get(line))
      if (places.includes(undefined))
        throw new CanonicalisationError('invalid-document', 'A part says something else than the whole.')
      return new Set(places.filter((place) => place !== undefined))
    },
    labelsOf: async (pointers) => {
      const own = await labelDataset(await select(pointers))
      return new Map(
        [...own.labels].map(([name, canonicalLabel]) => [canonicalLabel, labels.get(name) ?? '']),
      )
    },
  }
}

/** Labels that the conversion gave, and not `nameBlankNodes`, mean another node in each conversion. */
const requireName = <T extends Term>(term: T): T => {
  if (isBlank(term) && !/^s\d+$/.test(term.value))
    throw new CanonicalisationError('invalid-document', 'A part of the document cannot be pointed at.')
  return term
}

const hashLabel = (label: string, key: Uint8Array): string =>
  `u${base64urlnopad.encode(hmac(sha256Sync, key, new TextEncoder().encode(label)))}`
