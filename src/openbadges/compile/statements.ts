import type { Quad } from '../canonicalise'
import { canReplaceIri, type SlotValues } from './slots'

/** A part of a statement in canonical form: fixed text, a blank node to be labelled, or a slot. */
export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'blank'; readonly node: string }
  | {
      readonly kind: 'slot'
      readonly slot: string
      readonly form: 'iri' | 'literal'
      readonly suffix: string
    }

export type Statement = {
  readonly subject: Token
  readonly predicate: string
  readonly object: Token
  readonly graph: Token
}

const XSD_STRING = 'http://www.w3.org/2001/XMLSchema#string'
/** Datatypes whose values jsonld does not take over character by character. */
const REWRITTEN = new Set([
  'http://www.w3.org/2001/XMLSchema#double',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString',
])

export class NotCompilable extends Error {}

type Term = Quad['subject'] | Quad['object'] | Quad['graph']
export type Serialise = (quad: Quad) => string

const slotIn = (value: string, sentinels: SlotValues): string | undefined => {
  for (const [name, sentinel] of Object.entries(sentinels)) {
    if (value === sentinel) return name
    if (value.includes(sentinel)) throw new NotCompilable(`${name} comes back as a part of something else`)
  }
  return undefined
}

/** The text of a fixed term, by the same serialiser that the canonical form is written with. */
const fixedText = (term: Term, serialise: Serialise): string => {
  if (term.termType === 'DefaultGraph') return ''
  const nothing = { termType: 'NamedNode', value: 'x:' } as const
  const graph = { termType: 'DefaultGraph', value: '' } as const
  return serialise({ subject: nothing, predicate: nothing, object: term, graph }).slice(
    '<x:> <x:> '.length,
    -3,
  )
}

const toToken = (term: Term, sentinels: SlotValues, serialise: Serialise): Token => {
  if (term.termType === 'BlankNode') return { kind: 'blank', node: term.value }
  const slot = slotIn(term.value, sentinels)
  if (slot === undefined) return { kind: 'text', text: fixedText(term, serialise) }
  if (term.termType !== 'Literal') {
    if (!canReplaceIri(term.value, term.value)) throw new NotCompilable(`${slot} is no plain IRI`)
    return { kind: 'slot', slot, form: 'iri', suffix: '>' }
  }
  const datatype = term.datatype.value
  if (REWRITTEN.has(datatype) || term.language) throw new NotCompilable(`${slot} has the type ${datatype}`)
  return { kind: 'slot', slot, form: 'literal', suffix: datatype === XSD_STRING ? '"' : `"^^<${datatype}>` }
}

const sameToken = (a: Token, b: Token): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * The statements of a document with slots where its stand-ins were.
 *
 * @throws NotCompilable where a stand-in does not come back as a whole term, or where its value would decide
 * the order of statements
 */
export const toStatements = (
  dataset: readonly Quad[],
  sentinels: SlotValues,
  serialise: Serialise,
): readonly Statement[] => {
  const statements = dataset.map((quad): Statement => {
    if (slotIn(quad.predicate.value, sentinels) !== undefined)
      throw new NotCompilable('a slot is a predicate')
    const graph = toToken(quad.graph, sentinels, serialise)
    if (graph.kind === 'slot') throw new NotCompilable(`${graph.slot} is the name of a graph`)
    return {
      subject: toToken(quad.subject, sentinels, serialise),
      predicate: fixedText(quad.predicate, serialise),
      object: toToken(quad.object, sentinels, serialise),
      graph,
    }
  })
  const found = new Set(statements.flatMap((one) => slotsOf(one)))
  for (const name of Object.keys(sentinels)) {
    if (!found.has(name)) throw new NotCompilable(`${name} does not come back`)
  }
  for (const one of statements) {
    if (one.object.kind !== 'slot') continue
    const alike = statements.filter(
      (other) => other.predicate === one.predicate && sameToken(other.subject, one.subject),
    )
    if (alike.length > 1) throw new NotCompilable(`${one.object.slot} is one of several values`)
  }
  return statements
}

/** The slots of a statement. */
export const slotsOf = ({ subject, object }: Statement): string[] =>
  [subject, object].flatMap((token) => (token.kind === 'slot' ? [token.slot] : []))

/** The blank nodes of a statement. */
export const blanksOf = ({ subject, object, graph }: Statement): string[] =>
  [subject, object, graph].flatMap((token) => (token.kind === 'blank' ? [token.node] : []))
