import rdfCanonize from 'rdf-canonize'
import type { ContextDocuments } from '../../../contexts'
import { toDataset } from '../canonicalise'
import { findBlankNodes, labelBlankNodes, type Sha256 } from './blank-nodes'
import { buildLayout, fillLayout, fillLines, type Layout } from './layout'
import { canReplaceIri, escapeLiteral, type SlotValues } from './slots'
import { type Statement, toStatements } from './statements'
import type { FilledSlots } from './text-template'

/** Gives the canonical text of the document with the values in, or undefined where it cannot. */
export type CompiledDocument = (values: SlotValues) => string | undefined

const fixedIris = (statements: readonly Statement[]): Set<string> =>
  new Set(
    statements
      .flatMap(({ subject, object, graph }) => [subject, object, graph])
      .flatMap((token) =>
        token.kind === 'text' && token.text.startsWith('<') ? [token.text.slice(1, -1)] : [],
      ),
  )

const iriSlotsOf = (statements: readonly Statement[]): string[] => {
  const tokens = statements.flatMap(({ subject, object }) => [subject, object])
  return [
    ...new Set(
      tokens.flatMap((token) => (token.kind === 'slot' && token.form === 'iri' ? [token.slot] : [])),
    ),
  ]
}

/**
 * Tells whether the values can stand where nodes are named: plain IRIs, no two alike, none that the document
 * names already. Else two nodes would become one, and the document would say something of another shape.
 */
const keepNodesApart = (
  values: SlotValues,
  sentinels: SlotValues,
  iriSlots: readonly string[],
  taken: ReadonlySet<string>,
): boolean => {
  for (let i = 0; i < iriSlots.length; i++) {
    const slot = iriSlots[i] ?? ''
    const value = values[slot] ?? ''
    if (!canReplaceIri(sentinels[slot] ?? '', value) || taken.has(value)) return false
    for (let j = 0; j < i; j++) if (values[iriSlots[j] ?? ''] === value) return false
  }
  return true
}

/**
 * Works out once what the canonical form of a document looks like, whatever stands in its slots. Reading the
 * JSON-LD takes most of the time that signing takes, and comes out the same for all documents of a shape.
 * `maxLayouts` is how many orders of the blank nodes are worked out ahead: memory for speed.
 *
 * @throws NotCompilable where a stand-in does not come back exactly as a whole term
 * @throws CanonicalisationError where the document has no canonical form
 * @see RDFC-1.0, section 4.4
 */
export const compileDocument = async (
  template: object,
  sentinels: SlotValues,
  sha256: Sha256,
  contexts: ContextDocuments,
  maxLayouts = 2_000,
): Promise<CompiledDocument> => {
  const dataset = await toDataset(template, contexts)
  const statements = toStatements(dataset, sentinels, (quad) => rdfCanonize.NQuads.serializeQuad(quad))
  const blankNodes = findBlankNodes(statements, sha256)
  const names = Object.keys(sentinels)
  const iriSlots = iriSlotsOf(statements)
  const taken = fixedIris(statements)
  const layouts = new Map<string, Layout>()
  return (values) => {
    if (!keepNodesApart(values, sentinels, iriSlots, taken)) return undefined
    const literal: Record<string, string> = {}
    for (const name of names) literal[name] = escapeLiteral(values[name] ?? '')
    const slots: FilledSlots = { iri: values, literal }
    const labelling = labelBlankNodes(blankNodes, slots, sha256)
    if (!labelling) return undefined
    const known = layouts.get(labelling.key)
    if (known) return fillLayout(known, slots)
    if (layouts.size >= maxLayouts) return fillLines(statements, labelling.nodes(), slots)
    const layout = buildLayout(statements, labelling.nodes())
    layouts.set(labelling.key, layout)
    return fillLayout(layout, slots)
  }
}
