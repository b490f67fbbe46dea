import { contextsOfApril2025, OPEN_BADGES_URL, pinnedContexts } from '../../../contexts'
import { CanonicalisationError, canonicaliseDocument } from '../canonicalise'
import { failed, isObject, notChecked, passed, toList } from './findings'
import type { Finding, JsonObject } from './report'

/** Which copies of the contexts a canonical form is made with. */
export type Edition = 'newest' | 'april-2025'

export type CanonicalForm = { ok: true; text: string } | { ok: false; error: CanonicalisationError }

/** The canonical form of one document in each edition, made when first asked for. */
export type CanonicalForms = (edition: Edition) => Promise<CanonicalForm>

/** The canonical form of a document with one edition of the contexts; an error is a value here. */
export const canonicaliseIn = async (document: object, edition: Edition): Promise<CanonicalForm> => {
  try {
    const contexts = edition === 'newest' ? pinnedContexts : contextsOfApril2025
    return { ok: true, text: await canonicaliseDocument(document, contexts) }
  } catch (error) {
    if (error instanceof CanonicalisationError) return { ok: false, error }
    return {
      ok: false,
      error: new CanonicalisationError('invalid-document', 'Not a JSON-LD document.', error),
    }
  }
}

/** The document as its proofs sign it: without them. */
export const withoutProof = (document: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(document).filter(([name]) => name !== 'proof'))

/** The canonical forms of a credential without its proofs. */
export const createCanonicalForms = (document: JsonObject): CanonicalForms => {
  const unsecured = withoutProof(document)
  const made = new Map<Edition, Promise<CanonicalForm>>()
  return (edition) => {
    const form = made.get(edition) ?? canonicaliseIn(unsecured, edition)
    made.set(edition, form)
    return form
  }
}

/** The editions that can differ for a document: two where it uses the Open Badges 3.0.3 context. */
export const listEditions = (document: JsonObject): readonly Edition[] =>
  toList(document['@context']).includes(OPEN_BADGES_URL) ? ['newest', 'april-2025'] : ['newest']

const findUnknownContext = (value: unknown): string | undefined => {
  if (Array.isArray(value)) return value.map(findUnknownContext).find((found) => found !== undefined)
  if (!isObject(value)) return undefined
  const named = toList(value['@context']).find(
    (entry) => typeof entry === 'string' && !pinnedContexts.has(entry),
  )
  return typeof named === 'string' ? named : Object.values(value).map(findUnknownContext).find(Boolean)
}

/**
 * Checks that every word of a credential is defined by contexts that are held here. A context that is not held
 * is never fetched: that check is then `not-checked`.
 *
 * @see Open Badges 3.0 Certification Guide, JSON-LD safe mode; VC Data Integrity 1.0, 2.4.1
 */
export const checkJsonLd = async (document: JsonObject, forms: CanonicalForms): Promise<Finding> => {
  let first: CanonicalisationError | undefined
  for (const edition of listEditions(document)) {
    const form = await forms(edition)
    if (form.ok) return passed
    first ??= form.error
  }
  switch (first?.code) {
    case 'undefined-term':
      return failed('undefined-term')
    case 'too-complex':
      return failed('too-complex')
    case 'unknown-context':
      return notChecked('context-unknown', { values: { url: findUnknownContext(document) ?? '' } })
    default:
      return failed('json-ld-wrong')
  }
}
