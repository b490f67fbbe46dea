import bitstringStatusListV1 from './bitstring-status-list-v1.json'
import clr201 from './clr-2.0.1.json'
import credentialsExamplesV2 from './credentials-examples-v2.json'
import credentialsUndefinedTermsV2 from './credentials-undefined-terms-v2.json'
import credentialsV1 from './credentials-v1.json'
import credentialsV2 from './credentials-v2.json'
import dataIntegrityV1 from './data-integrity-v1.json'
import dataIntegrityV2 from './data-integrity-v2.json'
import didV1 from './did-v1.json'
import ed25519Signature2020V1 from './ed25519-2020-v1.json'
import multikeyV1 from './multikey-v1.json'
import openBadges300 from './ob-3.0.0.json'
import openBadges301 from './ob-3.0.1.json'
import openBadges302 from './ob-3.0.2.json'
import openBadges303 from './ob-3.0.3.json'
import openBadges303April2025 from './ob-3.0.3-2025-04.json'
import openBadgesExtensions from './ob-extensions.json'
import statusList2021V1 from './status-list-2021-v1.json'

/** JSON-LD context documents by the URL that names them. */
export type ContextDocuments = ReadonlyMap<string, object>

export const CREDENTIALS_V1_URL = 'https://www.w3.org/2018/credentials/v1'
export const CREDENTIALS_V2_URL = 'https://www.w3.org/ns/credentials/v2'
export const OPEN_BADGES_URL = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
export const CLR_URL = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json'
export const OPEN_BADGES_EXTENSIONS_URL = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'
export const DATA_INTEGRITY_V2_URL = 'https://w3id.org/security/data-integrity/v2'
export const BITSTRING_STATUS_LIST_V1_URL = 'https://www.w3.org/ns/credentials/status/v1'
export const DID_V1_URL = 'https://www.w3.org/ns/did/v1'
export const MULTIKEY_V1_URL = 'https://w3id.org/security/multikey/v1'

/** The contexts that documents are signed and first verified with: the newest edition of each. */
export const pinnedContexts: ContextDocuments = new Map<string, object>([
  [CREDENTIALS_V2_URL, credentialsV2],
  [OPEN_BADGES_URL, openBadges303],
  [OPEN_BADGES_EXTENSIONS_URL, openBadgesExtensions],
  [CREDENTIALS_V1_URL, credentialsV1],
  [CLR_URL, clr201],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context.json', openBadges300],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json', openBadges301],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json', openBadges302],
  ['https://w3id.org/security/data-integrity/v1', dataIntegrityV1],
  [DATA_INTEGRITY_V2_URL, dataIntegrityV2],
  ['https://w3id.org/security/suites/ed25519-2020/v1', ed25519Signature2020V1],
  [BITSTRING_STATUS_LIST_V1_URL, bitstringStatusListV1],
  ['https://w3id.org/vc/status-list/2021/v1', statusList2021V1],
  ['https://www.w3.org/ns/credentials/examples/v2', credentialsExamplesV2],
  ['https://www.w3.org/ns/credentials/undefined-terms/v2', credentialsUndefinedTermsV2],
  [DID_V1_URL, didV1],
  [MULTIKEY_V1_URL, multikeyV1],
])

/**
 * The same contexts with the Open Badges 3.0.3 context as it was published in April 2025. Terms were added to
 * that document under an unchanged URL, so a proof over such a term holds only with the copy it was made with.
 */
export const contextsOfApril2025: ContextDocuments = new Map<string, object>([
  ...pinnedContexts,
  [OPEN_BADGES_URL, openBadges303April2025],
])
