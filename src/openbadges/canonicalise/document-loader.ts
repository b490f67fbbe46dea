import { type ContextDocuments, pinnedContexts } from '../../../contexts'
import { CanonicalisationError } from './canonicalisation-error'

export type RemoteDocument = { documentUrl: string; document: object; contextUrl: null; tag: 'static' }
export type DocumentLoader = (url: string) => Promise<RemoteDocument>

/**
 * Makes a JSON-LD document loader that knows the given contexts and nothing else: it never uses the network.
 * The loader throws CanonicalisationError `unknown-context` for any other URL.
 *
 * @see JSON-LD 1.1 API, section 9.4 (LoadDocumentCallback)
 */
export const createDocumentLoader =
  (contexts: ContextDocuments): DocumentLoader =>
  async (url) => {
    const document = contexts.get(url)
    if (!document) throw new CanonicalisationError('unknown-context', `The context ${url} is not known here.`)
    return { documentUrl: url, document, contextUrl: null, tag: 'static' }
  }

/** The document loader of the pinned contexts. */
export const documentLoader: DocumentLoader = createDocumentLoader(pinnedContexts)
