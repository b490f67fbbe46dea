import jsonld from 'jsonld'
import { type ContextDocuments, pinnedContexts } from '../../../contexts'
import { CanonicalisationError } from './canonicalisation-error'
import { type ContextResolver, createContextResolver } from './context-resolver'

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

/** Processed contexts are kept for each set of contexts, so that two editions behind one URL never mix. */
const resolvers = new WeakMap<ContextDocuments, () => ContextResolver>()

const resolverOf = (contexts: ContextDocuments): ContextResolver => {
  const known = resolvers.get(contexts) ?? createContextResolver(contexts)
  resolvers.set(contexts, known)
  return known()
}

/** All contexts come by way of the resolver. */
const loadNothing = async (url: string): Promise<never> => {
  throw new CanonicalisationError('unknown-context', `The context ${url} is not known here.`)
}

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
  try {
    return await jsonld.toRDF(document, {
      safe: true,
      base: null,
      documentLoader: loadNothing,
      contextResolver: resolverOf(contexts),
      // A text's direction is part of what is signed.
      rdfDirection: 'i18n-datatype',
      produceGeneralizedRdf: false,
    })
  } catch (error) {
    throw toCanonicalisationError(error)
  }
}
