import { CREDENTIALS_V1_URL, DATA_INTEGRITY_V2_URL } from '../../../contexts'
import type { JsonObject } from '../../openbadges/model'

/**
 * A credential with the contexts that a Data Integrity proof on it needs: data model 1.1 does not define the terms
 * of such a proof, so theirs goes last. Data model 2.0 has them built in.
 *
 * @see VC Data Integrity 1.0, 2.1 Proofs
 */
export const completeContexts = (credential: JsonObject): JsonObject => {
  const contexts = credential['@context']
  return Array.isArray(contexts) &&
    contexts[0] === CREDENTIALS_V1_URL &&
    !contexts.includes(DATA_INTEGRITY_V2_URL)
    ? { ...credential, '@context': [...contexts, DATA_INTEGRITY_V2_URL] }
    : credential
}
