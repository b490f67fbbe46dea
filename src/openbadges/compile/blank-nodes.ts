import { blanksOf, NotCompilable, type Statement, slotsOf } from './statements'
import { compareText, type FilledSlots, fillParts, joinParts, type TextPart, toLine } from './text-template'

/** SHA-256 of a text as UTF-8, at once. */
export type Sha256 = (text: string) => Uint8Array

/** The blank nodes of a document: those whose hash no slot changes, sorted by it, and the others. */
export type BlankNodes = {
  readonly fixed: readonly { readonly node: string; readonly hash: Uint8Array }[]
  readonly varying: readonly { readonly node: string; readonly lines: readonly (readonly TextPart[])[] }[]
}

/** The labels of one filling: `key` names the order of the blank nodes, `nodes` lists them in that order. */
export type Labelling = { readonly key: string; readonly nodes: () => readonly string[] }

const compareHash = (a: Uint8Array, b: Uint8Array): number => {
  for (let i = 0; i < 32; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

const hashLines = (
  lines: readonly (readonly TextPart[])[],
  slots: FilledSlots,
  sha256: Sha256,
): Uint8Array => {
  const texts = lines.map((line) => fillParts(line, slots))
  return sha256(texts.length === 1 ? (texts[0] ?? '') : texts.sort(compareText).join(''))
}

/**
 * Finds the blank nodes and hashes those that no slot touches.
 *
 * @throws NotCompilable where two of them look alike, for then their order needs the long algorithm
 * @see RDFC-1.0, section 4.6 (Hash First Degree Quads)
 */
export const findBlankNodes = (statements: readonly Statement[], sha256: Sha256): BlankNodes => {
  const mentions = new Map<string, Statement[]>()
  for (const statement of statements) {
    for (const node of new Set(blanksOf(statement)))
      mentions.set(node, [...(mentions.get(node) ?? []), statement])
  }
  const nodes = [...mentions].map(([node, about]) => ({
    node,
    varies: about.some((statement) => slotsOf(statement).length > 0),
    lines: about.map((statement) =>
      joinParts(toLine(statement, (other) => (other === node ? '_:a' : '_:z'))),
    ),
  }))
  const none: FilledSlots = { iri: {}, literal: {} }
  const fixed = nodes
    .filter(({ varies }) => !varies)
    .map(({ node, lines }) => ({ node, hash: hashLines(lines, none, sha256) }))
    .sort((a, b) => compareHash(a.hash, b.hash))
  const alike = fixed.some(({ hash }, i) => i > 0 && compareHash(fixed[i - 1]?.hash ?? hash, hash) === 0)
  if (alike) throw new NotCompilable('two blank nodes look alike')
  return { fixed, varying: nodes.filter(({ varies }) => varies) }
}

/**
 * Puts the blank nodes of one filling in the order of their hashes; undefined where two hashes are equal, for
 * then their order needs the long algorithm.
 *
 * @see RDFC-1.0, section 4.4.3, steps 3 to 5
 */
export const labelBlankNodes = (
  { fixed, varying }: BlankNodes,
  slots: FilledSlots,
  sha256: Sha256,
): Labelling | undefined => {
  const placed: { node: string; hash: Uint8Array; before: number }[] = []
  for (const { node, lines } of varying) {
    const hash = hashLines(lines, slots, sha256)
    let [low, high] = [0, fixed.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const order = compareHash(fixed[middle]?.hash ?? hash, hash)
      if (order === 0) return undefined
      if (order < 0) low = middle + 1
      else high = middle
    }
    placed.push({ node, hash, before: low })
  }
  placed.sort((a, b) => compareHash(a.hash, b.hash))
  let key = ''
  for (let i = 0; i < placed.length; i++) {
    const { node, hash, before } = placed[i] ?? { node: '', hash: new Uint8Array(), before: 0 }
    if (i > 0 && compareHash(placed[i - 1]?.hash ?? hash, hash) === 0) return undefined
    key += `${node}@${before} `
  }
  return { key, nodes: () => mergeNodes(fixed, placed) }
}

const mergeNodes = (
  fixed: readonly { readonly node: string }[],
  placed: readonly { readonly node: string; readonly before: number }[],
): string[] => {
  const nodes: string[] = []
  for (let i = 0; i <= fixed.length; i++) {
    for (const { node, before } of placed) if (before === i) nodes.push(node)
    const next = fixed[i]
    if (next) nodes.push(next.node)
  }
  return nodes
}
