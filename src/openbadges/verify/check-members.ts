import { pinnedContexts } from '../../../contexts'
import { isObject, toList, toText } from './findings'
import type { JsonObject } from './report'

/** The vocabularies whose words the verifier reads by their short names. */
const guarded = [
  'https://www.w3.org/2018/credentials#',
  'https://www.w3.org/ns/credentials/status#',
  'https://w3id.org/security#',
  'https://w3id.org/vc/status-list#',
  'https://purl.imsglobal.org/spec/',
]

const contextKeywords = ['@version', '@protected', '@language']
const termKeywords = [
  '@id',
  '@type',
  '@container',
  '@context',
  '@protected',
  '@prefix',
  '@language',
  '@direction',
]
const valueKeywords = ['@value', '@type', '@language', '@direction']

/** What belongs to the credential itself and to no other thing in it. */
const ownMembers = [
  'credentialStatus',
  'credentialSubject',
  'credentialSchema',
  'expirationDate',
  'issuanceDate',
  'issuer',
  'proof',
  'refreshService',
  'validFrom',
  'validUntil',
]

type Names = ReadonlyMap<string, ReadonlySet<string>>

const add = (names: Map<string, Set<string>>, name: string, iri: string): void => {
  const iris = names.get(name) ?? new Set<string>()
  names.set(name, iris.add(iri))
}

/** Every word that a context defines, at any depth, with what it stands for as written. */
const listTerms = (context: unknown, names: Map<string, Set<string>>): void => {
  for (const entry of toList(context)) {
    if (!isObject(entry)) continue
    for (const [name, definition] of Object.entries(entry)) {
      if (name === '@context') listTerms(definition, names)
      const iri = toText(definition) ?? (isObject(definition) ? toText(definition['@id']) : undefined)
      if (iri !== undefined) add(names, name, iri)
      if (isObject(definition)) listTerms(definition['@context'], names)
    }
  }
}

let heldTerms: { names: Names; iris: Names } | undefined

/** The words of the contexts that are held here: what each stands for, and which words stand for an IRI. */
const readHeldTerms = (): { names: Names; iris: Names } => {
  if (heldTerms !== undefined) return heldTerms
  const names = new Map<string, Set<string>>()
  for (const document of pinnedContexts.values())
    listTerms(isObject(document) ? document['@context'] : undefined, names)
  const iris = new Map<string, Set<string>>()
  for (const [name, meanings] of names) for (const iri of meanings) add(iris, iri, name)
  heldTerms = { names, iris }
  return heldTerms
}

/** All that an IRI or a compact IRI may stand for, given the prefixes that a document defines. */
const expand = (text: string, prefixes: Names): string[] => {
  const colon = text.indexOf(':')
  if (colon < 0) return []
  const [prefix, rest] = [text.slice(0, colon), text.slice(colon + 1)]
  if (rest.startsWith('//')) return [text]
  const bases = [...(prefixes.get(prefix) ?? []), ...(readHeldTerms().names.get(prefix) ?? [])]
  return bases.length === 0 ? [text] : bases.map((base) => `${base}${rest}`)
}

/** Whether an IRI belongs to a word that is read by its short name; `term` is then the one that may stand for it. */
const isTaken = (iri: string, term?: string): boolean => {
  const terms = readHeldTerms().iris.get(iri)
  if (term !== undefined && terms?.has(term)) return false
  return terms !== undefined || guarded.some((start) => iri.startsWith(start))
}

/** Whether words made by adding to an IRI could be ones that are read by their short names. */
const beginsTaken = (iri: string): boolean => guarded.some((start) => start.startsWith(iri))

const isSoundIri = (text: string, term: string, prefixes: Names): boolean => {
  const iris = expand(text, prefixes)
  return iris.length > 0 && iris.every((iri) => !beginsTaken(iri) && !isTaken(iri, term))
}

/** The two keywords that all shared contexts have a word for: the same words may be given to them again. */
const keywordTerms: Readonly<Record<string, string>> = { id: '@id', type: '@type' }

const isSoundTerm = (term: string, definition: unknown, prefixes: Names): boolean => {
  if (Object.hasOwn(keywordTerms, term) && keywordTerms[term] === definition) return true
  if (typeof definition === 'string') return isSoundIri(definition, term, prefixes)
  if (!isObject(definition) || Object.keys(definition).some((name) => !termKeywords.includes(name)))
    return false
  const iri = definition['@id'] ?? (term.includes(':') ? term : undefined)
  if (iri !== undefined && !(typeof iri === 'string' && isSoundIri(iri, term, prefixes))) return false
  return toList(definition['@context']).every((inner) => !isObject(inner) || isSoundContext(inner, prefixes))
}

/** Whether a context written into the document leaves the words of the shared vocabularies alone. */
const isSoundContext = (context: JsonObject, prefixes: Names): boolean =>
  Object.entries(context).every(([name, definition], _, { length }) => {
    // A whole context document in the place of a context stands for what is in it.
    if (name === '@context')
      return (
        length === 1 &&
        toList(definition).every((entry) => !isObject(entry) || isSoundContext(entry, prefixes))
      )
    if (name === '@vocab') return typeof definition === 'string' && isSoundIri(definition, name, prefixes)
    return name.startsWith('@') ? contextKeywords.includes(name) : isSoundTerm(name, definition, prefixes)
  })

const isSoundMember = (name: string, holder: JsonObject, prefixes: Names): boolean => {
  // A name that JavaScript gives a meaning of its own.
  if (name === '__proto__') return false
  if (name.startsWith('@')) return '@value' in holder && valueKeywords.includes(name)
  return !name.includes(':') || expand(name, prefixes).every((iri) => !isTaken(iri))
}

const repeatsDocument = (holder: JsonObject, document: JsonObject): boolean =>
  holder !== document &&
  document['id'] !== undefined &&
  holder['id'] === document['id'] &&
  ownMembers.some((name) => name in holder)

/**
 * The first member of a signed document that a signature over its meaning would cover and a reader by names would
 * miss; undefined where there is none. A Data Integrity signature covers RDF, in which `credentialStatus`, its full
 * IRI, another word that a context makes of it, and the same statement at another place are all one. A document in
 * which any of these stands in for the word that verifiers look for is not taken at its word:
 * - an IRI, or a prefix and a name, that the held contexts have a word for
 * - a keyword of JSON-LD other than `@context`, and those of a value with a language or a type
 * - a context inside the document that makes new words or prefixes of the shared vocabularies
 * - a second description of the credential, under its own id, inside it
 *
 * Trust: any JSON may come in.
 *
 * @see Verifiable Credentials Data Model 2.0, 6.1 JSON-LD (compacted form)
 * @see VC Data Integrity 1.0, 2.4.2 Validating contexts
 */
export const findHiddenMember = (document: JsonObject): string | undefined => {
  const prefixes = new Map<string, Set<string>>()
  const holders: JsonObject[] = []
  const waiting: unknown[] = [document]
  while (waiting.length > 0) {
    const value = waiting.pop()
    if (Array.isArray(value)) for (const item of value) waiting.push(item)
    if (!isObject(value)) continue
    holders.push(value)
    for (const [name, item] of Object.entries(value)) {
      if (name === '@context') listTerms(item, prefixes)
      else waiting.push(item)
    }
  }
  for (const holder of holders) {
    if (repeatsDocument(holder, document)) return 'id'
    for (const name of Object.keys(holder)) {
      const isSound =
        name === '@context'
          ? toList(holder[name]).every((entry) => !isObject(entry) || isSoundContext(entry, prefixes))
          : isSoundMember(name, holder, prefixes)
      if (!isSound) return name
    }
  }
  return undefined
}
