import type { Statement, Token } from './statements'

/** Fixed text, or a slot in its canonical form: `<iri>` or the escaped literal between quotes. */
export type TextPart = string | { readonly slot: string; readonly form: 'iri' | 'literal' }

/** The values of the slots in both forms, ready to be put between fixed texts. */
export type FilledSlots = {
  readonly iri: Readonly<Record<string, string>>
  readonly literal: Readonly<Record<string, string>>
}

/** Gives each blank node of a statement its label. */
export type Labels = (node: string) => string

const partsOf = (token: Token, label: Labels): TextPart[] => {
  if (token.kind === 'text') return [token.text]
  if (token.kind === 'blank') return [label(token.node)]
  return [token.form === 'iri' ? '<' : '"', { slot: token.slot, form: token.form }, token.suffix]
}

/** A statement as a line of N-Quads, in parts. */
export const toLine = ({ subject, predicate, object, graph }: Statement, label: Labels): TextPart[] => {
  const graphParts = partsOf(graph, label)
  return [
    ...partsOf(subject, label),
    ` ${predicate} `,
    ...partsOf(object, label),
    ...(graphParts[0] === '' ? [] : [' ', ...graphParts]),
    ' .\n',
  ]
}

/** Joins neighbouring fixed texts. */
export const joinParts = (parts: readonly TextPart[]): TextPart[] => {
  const joined: TextPart[] = []
  for (const part of parts) {
    const last = joined.length - 1
    const previous = joined[last]
    if (typeof part === 'string' && typeof previous === 'string') joined[last] = previous + part
    else joined.push(part)
  }
  return joined
}

/** The text of the parts with the values in. */
export const fillParts = (parts: readonly TextPart[], { iri, literal }: FilledSlots): string => {
  let text = ''
  for (const part of parts) {
    text += typeof part === 'string' ? part : part.form === 'iri' ? iri[part.slot] : literal[part.slot]
  }
  return text
}

/** The order of canonical N-Quads. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
