import type { ContextDocuments } from '../../../contexts'
import {
  type ActiveContext,
  adoptContext,
  blankContext,
  findOriginal,
  representContext,
} from './active-context'
import { CanonicalisationError } from './canonicalisation-error'

type Processed = { readonly context: ActiveContext; readonly events: readonly unknown[] }
type ContextObject = { readonly [name: string]: unknown }

/** One context as jsonld asks for it, with what came of it before. */
export type ResolvedContext = {
  readonly document: ContextObject | null
  getProcessed(active: ActiveContext): Processed | undefined
  setProcessed(active: ActiveContext, processed: Processed): void
}

/** What jsonld asks for the contexts of one document. */
export type ContextResolver = { resolve(question: { context: unknown }): Promise<ResolvedContext[]> }

/** Results kept for all documents, and for one place in one document. A document can ask for ever new ones. */
const MAX_SHARED = 256
const MAX_OWN = 10
const MAX_NESTING = 8

const isObject = (value: unknown): value is ContextObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isEqual = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other)

const isProtected = (mapping: unknown): boolean => isObject(mapping) && mapping['protected'] === true

/**
 * Whether a context comes out the same where protected terms may be defined anew and where they may not: it
 * defines none of them, or just as they were. jsonld does not say which of the two it is asking for.
 */
const leavesProtected = (document: ContextObject, active: ActiveContext, result: ActiveContext): boolean =>
  Object.keys(document).every((term) => {
    const before = active.mappings.get(term)
    return !isProtected(before) || isEqual(before, result.mappings.get(term))
  })

/** The parts of a set of contexts that stay the same from document to document, and what came of them. */
type Shared = {
  readonly contexts: ContextDocuments
  /** The contexts inside the given documents: themselves, not others that read the same. */
  readonly known: WeakSet<object>
  readonly stable: WeakSet<object>
  results: WeakMap<object, Map<object, Processed>>
  count: number
}

const registerScopes = (context: unknown, known: WeakSet<object>): void => {
  if (Array.isArray(context)) for (const entry of context) registerScopes(entry, known)
  if (!isObject(context)) return
  known.add(context)
  for (const term of Object.values(context)) if (isObject(term)) registerScopes(term['@context'], known)
}

const createShared = (contexts: ContextDocuments): Shared => {
  const known = new WeakSet<object>()
  for (const document of contexts.values()) registerScopes(contextOf(document), known)
  return { contexts, known, stable: new WeakSet([blankContext]), results: new WeakMap(), count: 0 }
}

const contextOf = (document: object): unknown => ('@context' in document ? document['@context'] : {})

const keepShared = (shared: Shared, document: object, key: object, processed: Processed): void => {
  if (shared.count >= MAX_SHARED) {
    shared.results = new WeakMap()
    shared.count = 0
  }
  const results = shared.results.get(document) ?? new Map<object, Processed>()
  results.set(key, processed)
  shared.results.set(document, results)
  shared.stable.add(processed.context)
  shared.count += 1
}

/** Whether the terms in force come from given contexts alone. */
const isStable = (shared: Shared, active: ActiveContext): boolean => {
  if (shared.stable.has(representContext(active))) return true
  const original = findOriginal(active)
  return original !== undefined && isStable(shared, original)
}

/** What follows from given contexts alone is kept for all documents, the rest for this one. */
const createResolved = (shared: Shared, document: ContextObject | null): ResolvedContext => {
  const own = new Map<object, Processed>()
  const given = document !== null && shared.known.has(document) ? document : undefined
  return {
    document,
    getProcessed: (active) => {
      const key = representContext(active)
      return (given && shared.results.get(given)?.get(key)) ?? own.get(key)
    },
    setProcessed: (active, processed) => {
      adoptContext(processed.context)
      const key = representContext(active)
      const isQuiet = processed.events.length === 0
      if (given && isQuiet && isStable(shared, active) && leavesProtected(given, active, processed.context)) {
        keepShared(shared, given, key, processed)
        return
      }
      const [oldest] = own.keys()
      if (own.size >= MAX_OWN && oldest !== undefined) own.delete(oldest)
      own.set(key, processed)
    },
  }
}

const refuse = (message: string) => new CanonicalisationError('invalid-document', message)

/** Looks up the contexts of one document. */
const createLookUp = (shared: Shared) => {
  const given = new Map<object, ResolvedContext>()
  const inline = new Map<string, ResolvedContext>()
  const resolveUrl = (url: string, depth: number): ResolvedContext[] => {
    const document = shared.contexts.get(url)
    if (!document) throw new CanonicalisationError('unknown-context', `The context ${url} is not known here.`)
    return resolveAll(contextOf(document), depth + 1)
  }
  /** A context with `@import` is the imported one with its own terms on top. */
  const merge = (context: ContextObject, depth: number): ContextObject => {
    const { '@import': url, ...rest } = context
    if (typeof url !== 'string') throw refuse('An @import of a context is not a URL.')
    const imported = resolveUrl(url, depth)
    const document = imported[0]?.document
    if (imported.length !== 1 || !document || '@import' in document)
      throw refuse(`The context ${url} cannot be imported.`)
    return { ...document, ...rest }
  }
  const resolveObject = (context: ContextObject, depth: number): ResolvedContext => {
    if (shared.known.has(context)) {
      const known = given.get(context) ?? createResolved(shared, context)
      given.set(context, known)
      return known
    }
    const key = JSON.stringify(context)
    const known =
      inline.get(key) ?? createResolved(shared, '@import' in context ? merge(context, depth) : { ...context })
    inline.set(key, known)
    return known
  }
  const resolveAll = (context: unknown, depth = 0): ResolvedContext[] => {
    if (depth > MAX_NESTING) throw refuse('The contexts are nested too deeply.')
    return (Array.isArray(context) ? context : [context]).flatMap((entry: unknown) => {
      if (typeof entry === 'string') return resolveUrl(entry, depth)
      if (entry === null) return [createResolved(shared, null)]
      if (isObject(entry)) return [resolveObject(entry, depth)]
      throw refuse('A context is no object.')
    })
  }
  return resolveAll
}

const isWrapper = (context: unknown): context is { readonly '@context': unknown } =>
  isObject(context) && Boolean(context['@context'])

/**
 * Makes what resolves contexts for jsonld: the given ones and those that a document brings inside, never the
 * network. Each call of the result is for one document. What jsonld works out from the given contexts alone is
 * kept, within bounds, for the documents that follow; what has to do with a document's own contexts never is.
 *
 * @see JSON-LD 1.1 API, section 4.1 (Context Processing Algorithms)
 */
export const createContextResolver = (contexts: ContextDocuments): (() => ContextResolver) => {
  const shared = createShared(contexts)
  return () => {
    const resolveAll = createLookUp(shared)
    return {
      resolve: async ({ context }) => resolveAll(isWrapper(context) ? context['@context'] : context),
    }
  }
}
