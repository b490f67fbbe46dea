import {
  type ContextDocuments,
  contextsOfApril2025,
  OPEN_BADGES_URL,
  pinnedContexts,
} from '../../../contexts'
import { CanonicalisationError } from '../canonicalise'
import { failed, isObject, notChecked, passed, toList } from './findings'
import type { Finding, JsonObject } from './report'
import type { Unsecured } from './unsecured'

/** The sets of contexts that can matter for a document: two where it uses the Open Badges 3.0.3 context. */
export const listEditions = (document: JsonObject): readonly ContextDocuments[] =>
  toList(document['@context']).includes(OPEN_BADGES_URL)
    ? [pinnedContexts, contextsOfApril2025]
    : [pinnedContexts]

const findUnknownContext = (value: unknown): string | undefined => {
  if (Array.isArray(value)) return value.map(findUnknownContext).find((found) => found !== undefined)
  if (!isObject(value)) return undefined
  const named = toList(value['@context']).find(
    (entry) => typeof entry === 'string' && !pinnedContexts.has(entry),
  )
  return typeof named === 'string' ? named : Object.values(value).map(findUnknownContext).find(Boolean)
}

const explain = (error: unknown, document: JsonObject): Finding => {
  switch (error instanceof CanonicalisationError ? error.code : 'invalid-document') {
    case 'undefined-term':
      return failed('undefined-term')
    case 'too-complex':
      return failed('too-complex')
    case 'unknown-context':
      return notChecked('context-unknown', { values: { url: findUnknownContext(document) ?? '' } })
    case 'invalid-document':
      return failed('json-ld-wrong')
  }
}

/**
 * Checks that every word of a credential is defined by contexts that are held here. A context that is not held
 * is never fetched: that check is then `not-checked`.
 *
 * @see Open Badges 3.0 Certification Guide, JSON-LD safe mode; VC Data Integrity 1.0, 2.4.1
 */
export const checkJsonLd = async ({ document, canonicalise }: Unsecured): Promise<Finding> => {
  let first: Finding | undefined
  for (const contexts of listEditions(document)) {
    try {
      await canonicalise(document, contexts)
      return passed
    } catch (error) {
      first ??= explain(error, document)
    }
  }
  return first ?? passed
}
