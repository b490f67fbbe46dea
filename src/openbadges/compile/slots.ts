/** Where a document differs from one recipient to the next, by name. */
export type SlotValues<N extends string = string> = Readonly<Record<N, string>>

/** What a slot holds: it decides the stand-in text that the builder of the document will accept. */
export type SlotKind = 'url' | 'uuid-urn' | 'instant' | 'index' | 'text'

const FIRST_INSTANT = Date.UTC(1901, 0, 1)

const SENTINELS: Readonly<Record<SlotKind, (n: number) => string>> = {
  url: (n) => `https://slot.invalid/stand-in-${n}-of-a-url`,
  'uuid-urn': (n) => `urn:uuid:5107a11e-0000-4000-8000-${n.toString(16).padStart(12, '0')}`,
  instant: (n) => `${new Date(FIRST_INSTANT + n * 1000).toISOString().slice(0, 19)}Z`,
  index: (n) => String(90_357_100 + n),
  text: (n) => `stand-in ${n} of a text`,
}

/** A stand-in for each slot: no two alike, none part of another, none that a real document would hold. */
export const createSentinels = <N extends string>(kinds: Readonly<Record<N, SlotKind>>): SlotValues<N> => {
  const entries = Object.entries<SlotKind>(kinds).map(([name, kind], i) => [name, SENTINELS[kind](i + 10)])
  // Object.entries widens the names to string; they are those of `kinds`.
  return Object.fromEntries(entries) as SlotValues<N>
}

const SAFE_IRI = /^([A-Za-z][A-Za-z0-9+.-]*):[!#-;=?-[\]_a-z~]+$/

const schemeOf = (iri: string): string => (/^https?:\/\//.test(iri) ? 'http' : iri.slice(0, iri.indexOf(':')))

/**
 * Tells whether an IRI may take the place of a stand-in without being read differently: the same scheme, so no
 * context takes it for a shortened one, and no character that canonical form would escape.
 */
export const canReplaceIri = (sentinel: string, value: string): boolean =>
  SAFE_IRI.test(value) && schemeOf(value) === schemeOf(sentinel)

// biome-ignore lint/suspicious/noControlCharactersInRegex: canonical N-Quads escapes the control characters
const ESCAPED = /[\u0000-\u001F\u007F"\\]/
const ESCAPES: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
}

/**
 * A text as it stands between the quotes of a canonical N-Quads literal.
 *
 * @see RDF 1.2 N-Quads, section 4.1 (Canonical form)
 */
export const escapeLiteral = (text: string): string =>
  ESCAPED.test(text)
    ? text.replace(
        new RegExp(ESCAPED, 'g'),
        (character) =>
          ESCAPES[character] ?? `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
      )
    : text
