import jsonld from 'jsonld'
import ContextResolver from 'jsonld/lib/ContextResolver.js'
import { type ContextDocuments, pinnedContexts } from '../../../contexts'
import { CanonicalisationError } from './canonicalisation-error'
import { createDocumentLoader } from './document-loader'

export type IriOrBlank = { readonly termType: 'NamedNode' | 'BlankNode'; readonly value: string }
export type Literal = {
  readonly termType: 'Literal'
  readonly value: string
  readonly datatype: { readonly termType: 'NamedNode'; readonly value: string }
  readonly language?: string
}

/** One statement of a document: an RDF quad as RDF/JS has it. */
export type Quad = {
  readonly subject: IriOrBlank
  readonly predicate: IriOrBlank
  readonly object: IriOrBlank | Literal
  readonly graph: IriOrBlank | { readonly termType: 'DefaultGraph'; readonly value: '' }
}

type Resolution = { loader: ReturnType<typeof createDocumentLoader>; cache: Map<string, unknown> }

/** Processed contexts are kept for each set of contexts, so that two editions behind one URL never mix. */
const resolutions = new WeakMap<ContextDocuments, Resolution>()

const resolutionOf = (contexts: ContextDocuments): Resolution => {
  const known = resolutions.get(contexts)
  if (known) return known
  const made = { loader: createDocumentLoader(contexts), cache: new Map<string, unknown>() }
  resolutions.set(contexts, made)
  return made
}

/** Keeps contexts that have a URL; a document's own inline contexts are not worth keeping and have no limit. */
const contextResolver = (contexts: ContextDocuments, cache: Map<string, unknown>) =>
  new ContextResolver({
    sharedCache: {
      get: (key) => cache.get(key),
      set: (key, value) => (contexts.has(key) ? cache.set(key, value) : undefined),
    },
  })

const findCause = (error: unknown, depth = 0): CanonicalisationError | undefined => {
  if (error instanceof CanonicalisationError) return error
  if (depth > 8 || typeof error !== 'object' || error === null) return undefined
  const inner = 'details' in error ? error.details : 'cause' in error ? error.cause : undefined
  return inner === undefined ? undefined : findCause(inner, depth + 1)
}

const toCanonicalisationError = (error: unknown): CanonicalisationError => {
  const own = findCause(error)
  if (own) return own
  if (error instanceof Error && error.name === 'jsonld.ValidationError') {
    return new CanonicalisationError('undefined-term', describe(error), error)
  }
  const message = error instanceof Error ? error.message : 'Not a JSON-LD document.'
  return new CanonicalisationError('invalid-document', message, error)
}

const describe = (error: Error): string => {
  const text = JSON.stringify('details' in error ? error.details : undefined) ?? ''
  const term = /"(?:property|type|id|value|reference)":"((?:[^"\\]|\\.){1,200})"/.exec(text)?.[1]
  const what = /"message":"([^"]{1,200})"/.exec(text)?.[1] ?? 'A term is not defined by the contexts.'
  return term === undefined ? what : `${what} (${term})`
}

/**
 * Reads what a JSON-LD document says as a set of statements, in safe mode: a term that its contexts do not
 * define is an error, never left out. Uses the given contexts only, never the network.
 *
 * @throws CanonicalisationError `undefined-term`, `unknown-context` or `invalid-document`
 * @see JSON-LD 1.1 API, section 8.1 (Deserialize JSON-LD to RDF); VC Data Integrity 1.0, section 2.4.1
 */
export const toDataset = async (
  document: object,
  contexts: ContextDocuments = pinnedContexts,
): Promise<Quad[]> => {
  const { loader, cache } = resolutionOf(contexts)
  try {
    return await jsonld.toRDF(document, {
      safe: true,
      base: null,
      documentLoader: loader,
      contextResolver: contextResolver(contexts, cache),
      produceGeneralizedRdf: false,
    })
  } catch (error) {
    throw toCanonicalisationError(error)
  }
}
