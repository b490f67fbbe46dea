import rdfCanonize from 'rdf-canonize'
import { type ContextDocuments, pinnedContexts } from '../../../contexts'
import { CanonicalisationError } from './canonicalisation-error'
import { type Quad, toDataset } from './to-dataset'

/** The exponent of the work allowed for blank nodes that look alike. */
const MAX_WORK_FACTOR = 3
const TIME_LIMIT_MS = 5_000

/**
 * Writes a set of statements in its one canonical form: sorted N-Quads with canonical blank node labels.
 * The work is bounded in steps and in time, for a hostile dataset can ask for factorial effort.
 *
 * @throws CanonicalisationError `too-complex`, or `invalid-document` for text that has no UTF-8 form
 * @see RDF Dataset Canonicalization 1.0 (RDFC-1.0), section 4.4.3; section 7.1 on poison datasets
 */
export const canonicaliseDataset = async (
  dataset: readonly Quad[],
  hash: CanonicalHash = 'SHA-256',
): Promise<string> => (await labelDataset(dataset, hash)).canonical

/** What blank nodes are told apart by: proofs with a key of P-384 take the longer one. */
export type CanonicalHash = 'SHA-256' | 'SHA-384'

/** A canonical form, and the labels in it of the blank nodes by those that they had; labels without `_:`. */
export type LabelledDataset = { readonly canonical: string; readonly labels: ReadonlyMap<string, string> }

/**
 * The canonical form of a set of statements, with the label that each blank node has in it.
 *
 * @throws CanonicalisationError as `canonicaliseDataset` does
 * @see RDF Dataset Canonicalization 1.0 (RDFC-1.0), section 4.4.3
 */
export const labelDataset = async (
  dataset: readonly Quad[],
  hash: CanonicalHash = 'SHA-256',
): Promise<LabelledDataset> => {
  const issued = new Map<string, string>()
  const canonical = await canonicaliseQuads(dataset, hash, issued)
  if (!canonical.isWellFormed()) {
    throw new CanonicalisationError('invalid-document', 'The document has half a surrogate pair in a text.')
  }
  const bare = (label: string) => label.replace(/^_:/, '')
  return { canonical, labels: new Map([...issued].map(([own, label]) => [bare(own), bare(label)])) }
}

/** One statement as a line of canonical N-Quads, its end included. */
export const serialiseQuad = (quad: Quad): string => rdfCanonize.NQuads.serializeQuad(quad)

const canonicaliseQuads = async (
  dataset: readonly Quad[],
  messageDigestAlgorithm: CanonicalHash,
  canonicalIdMap: Map<string, string>,
): Promise<string> => {
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), TIME_LIMIT_MS)
  try {
    return await rdfCanonize.canonize(dataset, {
      algorithm: 'RDFC-1.0',
      format: 'application/n-quads',
      maxWorkFactor: MAX_WORK_FACTOR,
      signal: limit.signal,
      canonicalIdMap,
      messageDigestAlgorithm,
    })
  } catch (error) {
    throw new CanonicalisationError('too-complex', 'The document takes too much work to canonicalise.', error)
  } finally {
    clearTimeout(timer)
  }
}

/**
 * The canonical form of a JSON-LD document, as a proof signs it: safe mode, then RDFC-1.0. `contexts` are the
 * only ones it may use.
 *
 * The document may come from anyone: its size must be limited by the caller, its complexity is limited here.
 *
 * @throws CanonicalisationError with the reason in `code`
 * @see VC Data Integrity EdDSA Cryptosuites 1.0, section 3.2.3 (Transformation, eddsa-rdfc-2022)
 */
export const canonicaliseDocument = async (
  document: object,
  contexts: ContextDocuments = pinnedContexts,
  hash: CanonicalHash = 'SHA-256',
): Promise<string> => canonicaliseDataset(await toDataset(document, contexts), hash)
