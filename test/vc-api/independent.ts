import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite as ecdsa } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite'
import { createVerifyCryptosuite } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite'
import { cryptosuite as eddsa } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { documentLoader as loadContext } from '../../src/openbadges/canonicalise'
import type { JsonObject } from '../../src/openbadges/model'

/** What a did:key stands for, as an implementation that is not ours reads it. */
const documentLoader = async (url: string): Promise<object> => {
  const [, did = '', multikey = '', fragment] = /^(did:key:(z\w+))(#\w+)?$/.exec(url) ?? []
  if (did === '') return loadContext(url)
  const method = {
    '@context': 'https://w3id.org/security/multikey/v1',
    id: `${did}#${multikey}`,
    type: 'Multikey',
    controller: did,
    publicKeyMultibase: multikey,
  }
  const whole = {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: [method],
    assertionMethod: [method.id],
    authentication: [method.id],
  }
  return { documentUrl: url, document: fragment === undefined ? whole : method }
}

const suites: Readonly<Record<string, object>> = {
  'eddsa-rdfc-2022': eddsa,
  'ecdsa-rdfc-2019': ecdsa,
  'ecdsa-sd-2023': createVerifyCryptosuite(),
}

/** Whether the library of Digital Bazaar verifies a credential; an issuer's status list is taken as it is. */
export const verifyElsewhere = async (credential: JsonObject, cryptosuite: string): Promise<boolean> => {
  const suite = new DataIntegrityProof({ cryptosuite: suites[cryptosuite] ?? {} })
  const { verified } = await vc.verifyCredential({
    credential,
    suite,
    documentLoader,
    checkStatus: async () => ({ verified: true }),
  })
  return verified
}
