import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import * as ecdsa from '@digitalbazaar/ecdsa-multikey'
import { cryptosuite } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { expect, test } from 'vitest'
import { documentLoader as loadContext } from '../../src/openbadges/canonicalise'
import { isJsonObject } from '../../src/openbadges/model'
import {
  createSignerFromJwk,
  decodeMultikey,
  generateKeyPair,
  signDocument,
  verifyRdfcProof,
} from '../../src/openbadges/proof'
import { buildTestCredential } from '../fixtures/credential'

const created = new Date('2026-03-02T09:30:00Z')

test.each(['ES256', 'ES384'] as const)(
  'an implementation that is not ours verifies our ecdsa-rdfc-2019 proof with %s, and we theirs',
  async (algorithm) => {
    const { privateKeyJwk, publicKeyMultibase } = await generateKeyPair(algorithm)
    const did = `did:key:${publicKeyMultibase}`
    const id = `${did}#${publicKeyMultibase}`
    const key = { '@context': 'https://w3id.org/security/multikey/v1', type: 'Multikey', id, controller: did }
    const documents: Record<string, object> = {
      [did]: { '@context': 'https://www.w3.org/ns/did/v1', id: did, assertionMethod: [id] },
      [id]: { ...key, publicKeyMultibase },
    }
    const documentLoader = async (url: string): Promise<object> =>
      documents[url] === undefined ? loadContext(url) : { documentUrl: url, document: documents[url] }
    const credential = {
      ...buildTestCredential(),
      issuer: { id: did, type: ['Profile'], name: 'Ambershire' },
    }

    const signer = await createSignerFromJwk({ privateKeyJwk, algorithm, verificationMethod: id })
    const ours = await signDocument({ document: credential, signer, created })
    const verify = (signed: object) =>
      vc.verifyCredential({
        credential: signed,
        suite: new DataIntegrityProof({ cryptosuite }),
        documentLoader,
        checkStatus: async () => ({ verified: true }),
      })
    expect(await verify(ours)).toMatchObject({ verified: true })
    expect(await verify({ ...ours, name: 'Head Librarian' })).toMatchObject({ verified: false })

    const pair = await ecdsa.fromJwk({ jwk: privateKeyJwk, secretKey: true })
    Object.assign(pair, { id, controller: did })
    const suite = new DataIntegrityProof({ signer: pair.signer(), date: created.toISOString(), cryptosuite })
    const theirs = await vc.issue({ credential: structuredClone(credential), suite, documentLoader })
    const proof: unknown = theirs['proof']
    const publicKey = decodeMultikey(publicKeyMultibase)
    if (!isJsonObject(proof) || publicKey === undefined) throw new Error('no proof')
    expect(await verifyRdfcProof({ document: theirs, proof, publicKey })).toEqual({ ok: true })
    const altered = { ...theirs, name: 'Head Librarian' }
    expect(await verifyRdfcProof({ document: altered, proof, publicKey })).toMatchObject({ ok: false })
  },
)
