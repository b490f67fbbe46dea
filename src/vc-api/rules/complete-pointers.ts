import { CREDENTIALS_V1_URL } from '../../../contexts'
import type { JsonObject } from '../../openbadges/model'

/**
 * The JSON Pointers to what is always shown: those that are asked for, and the members without which a part would
 * be no credential.
 *
 * @see VC Data Integrity ECDSA Cryptosuites 1.0, 3.6.1 Create Base Proof (`mandatoryPointers`)
 */
export const completePointers = (
  credential: JsonObject,
  asked: readonly string[] = [],
): readonly string[] => {
  const contexts = credential['@context']
  const isFirstModel = Array.isArray(contexts) && contexts[0] === CREDENTIALS_V1_URL
  return [...new Set([...asked, '/issuer', ...(isFirstModel ? ['/issuanceDate'] : [])])]
}
