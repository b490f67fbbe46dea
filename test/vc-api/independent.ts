import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite as ecdsa } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite'
import { createVerifyCryptosuite } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite'
import * as ed25519 from '@digitalbazaar/ed25519-multikey'
import { cryptosuite as eddsa } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { base58, base64urlnopad } from '@scure/base'
import { documentLoader as loadContext } from '../../src/openbadges/canonicalise'
import type { JsonObject } from '../../src/openbadges/model'
import { toKeyPair } from '../../src/openbadges/proof'
import { ed25519Key } from '../fixtures/keys'

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

const key = toKeyPair(ed25519Key.privateKeyJwk)
/** The did:key that presents and issues with the other library. */
export const presenter = `did:key:${key.publicKeyMultibase}`

const makeSuite = async () => {
  const seed = base64urlnopad.decode(key.privateKeyJwk.d)
  const publicKey = base64urlnopad.decode(key.publicKeyJwk.x)
  const pair = await ed25519.from({
    '@context': 'https://w3id.org/security/multikey/v1',
    type: 'Multikey',
    id: `${presenter}#${key.publicKeyMultibase}`,
    controller: presenter,
    publicKeyMultibase: key.publicKeyMultibase,
    secretKeyMultibase: `z${base58.encode(Uint8Array.of(0x80, 0x26, ...seed, ...publicKey))}`,
  })
  return new DataIntegrityProof({ signer: pair.signer(), date: '2024-05-01T12:00:00Z', cryptosuite: eddsa })
}

/** A credential that the other library issues with the key of `presenter`. */
export const issueElsewhere = async (credential: object): Promise<JsonObject> =>
  vc.issue({ credential, suite: await makeSuite(), documentLoader })

/** A presentation that the other library signs with the key of `presenter`. */
export const presentElsewhere = async (
  presentation: object,
  occasion: { challenge: string; domain: string },
): Promise<JsonObject> =>
  vc.signPresentation({ presentation, ...occasion, verify: false, suite: await makeSuite(), documentLoader })
