import type { ContextDocuments } from '../../../contexts'
import { canonicaliseAlike } from '../compile/canonicalise-alike'
import type { Canonicalise } from '../proof'
import type { JsonObject } from './report'

/** What the proofs of a document cover, and its canonical forms: several checks need them, so each is made once. */
export type Unsecured = { readonly document: JsonObject; readonly canonicalise: Canonicalise }

/** Takes the proofs off a document, for the time in which nothing changes it. The document may come from anyone. */
export const openUnsecured = (
  { proof: _proof, ...document }: JsonObject,
  canonicalise: Canonicalise = canonicaliseAlike,
): Unsecured => {
  const forms = new Map<ContextDocuments | undefined, Promise<string>>()
  return {
    document,
    canonicalise: (asked, contexts, hash) => {
      if (asked !== document || hash === 'SHA-384') return canonicalise(asked, contexts, hash)
      const form = forms.get(contexts) ?? canonicalise(asked, contexts, hash)
      forms.set(contexts, form)
      return form
    },
  }
}
