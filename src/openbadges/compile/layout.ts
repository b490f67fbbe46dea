import type { Statement } from './statements'
import { compareText, type FilledSlots, fillParts, joinParts, type TextPart, toLine } from './text-template'

type Block = { readonly subject: string; readonly parts: readonly TextPart[] }

/**
 * The lines of a document in canonical order under one labelling of its blank nodes. Lines with the same subject
 * are one block. Blocks of fixed subjects are in order; a block whose subject is a slot finds its place when the
 * value is known.
 */
export type Layout = {
  readonly fixed: readonly Block[]
  readonly varying: readonly { readonly slot: string; readonly parts: readonly TextPart[] }[]
}

/** How a line sorts: by what it says with the slots left open, which no two lines share. */
const sortKey = (line: readonly TextPart[]): string =>
  line.map((part) => (typeof part === 'string' ? part : '')).join('')

const toBlock = (statements: readonly Statement[], label: (node: string) => string): TextPart[] =>
  joinParts(
    statements
      .map((statement) => toLine(statement, label))
      .map((line) => ({ line, key: sortKey(line) }))
      .sort((a, b) => compareText(a.key, b.key))
      .flatMap(({ line }) => line),
  )

const subjectKey = ({ subject }: Statement, label: (node: string) => string): string =>
  subject.kind === 'text'
    ? subject.text
    : subject.kind === 'blank'
      ? label(subject.node)
      : `slot ${subject.slot}`

const createLabels = (nodes: readonly string[]) => {
  const labels = new Map(nodes.map((node, i) => [node, `_:c14n${i}`]))
  return (node: string) => labels.get(node) ?? ''
}

/** The canonical text with the values in, sorted anew: for one filling, where a layout is not worth keeping. */
export const fillLines = (
  statements: readonly Statement[],
  nodes: readonly string[],
  slots: FilledSlots,
): string => {
  const label = createLabels(nodes)
  return statements
    .map((statement) => fillParts(toLine(statement, label), slots))
    .sort(compareText)
    .join('')
}

/** Sorts the statements for one order of the blank nodes. */
export const buildLayout = (statements: readonly Statement[], nodes: readonly string[]): Layout => {
  const label = createLabels(nodes)
  const groups = Map.groupBy(statements, (statement) => subjectKey(statement, label))
  const fixed: Block[] = []
  const varying: { slot: string; parts: TextPart[] }[] = []
  for (const [subject, group] of groups) {
    const first = group[0]?.subject
    const parts = toBlock(group, label)
    if (first?.kind === 'slot') varying.push({ slot: first.slot, parts })
    else fixed.push({ subject: `${subject} `, parts })
  }
  fixed.sort((a, b) => compareText(a.subject, b.subject))
  return { fixed: joinBlocks(fixed, varying.length === 0), varying }
}

/** With no block to be put between them, the fixed blocks are one. */
const joinBlocks = (blocks: readonly Block[], together: boolean): readonly Block[] =>
  together ? [{ subject: '', parts: joinParts(blocks.flatMap(({ parts }) => parts)) }] : blocks

/** The canonical text with the values in. */
export const fillLayout = ({ fixed, varying }: Layout, slots: FilledSlots): string => {
  const blocks = varying.map(({ slot, parts }) => ({ subject: `<${slots.iri[slot]}> `, parts }))
  if (blocks.length > 1) blocks.sort((a, b) => compareText(a.subject, b.subject))
  let text = ''
  let next = 0
  for (const { subject, parts } of fixed) {
    for (let block = blocks[next]; block && block.subject < subject; block = blocks[++next]) {
      text += fillParts(block.parts, slots)
    }
    text += fillParts(parts, slots)
  }
  for (let block = blocks[next]; block; block = blocks[++next]) text += fillParts(block.parts, slots)
  return text
}
