import { BITSTRING_STATUS_LIST_V1_URL, CREDENTIALS_V1_URL, DATA_INTEGRITY_V2_URL } from '../../../contexts'
import type { JsonObject } from '../../openbadges/model'

/**
 * A credential with the contexts that a Data Integrity proof on it needs, and where it has a place in a status list
 * those of that: data model 1.1 does not define the terms of either, so theirs go last. Data model 2.0 has them
 * built in.
 *
 * @see VC Data Integrity 1.0, 2.1 Proofs; Bitstring Status List 1.0, 2.1 BitstringStatusListEntry
 */
export const completeContexts = (credential: JsonObject, hasStatus = false): JsonObject => {
  const contexts: unknown = credential['@context']
  if (!Array.isArray(contexts) || contexts[0] !== CREDENTIALS_V1_URL) return credential
  const needed = [...(hasStatus ? [BITSTRING_STATUS_LIST_V1_URL] : []), DATA_INTEGRITY_V2_URL]
  return { ...credential, '@context': [...contexts, ...needed.filter((url) => !contexts.includes(url))] }
}
