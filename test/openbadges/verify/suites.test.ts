import { describe, expect, test } from 'vitest'
import { buildDidWebDocument, createSignerFromJwk, generateKeyPair } from '../../../src/openbadges/proof'
import { didAddress, faultsOf, issuerDid, makeStatusList, makeWeb, sign, unsigned, verify } from './sample'

/** A badge of an issuer whose only key is of this algorithm, and the web that shows it. */
const issueWith = async (algorithm: 'ES256' | 'ES384') => {
  const pair = await generateKeyPair(algorithm)
  const key = { privateKeyJwk: pair.privateKeyJwk, algorithm, verificationMethod: `${issuerDid}#key-9` }
  const signer = await createSignerFromJwk(key)
  const keys = [{ fragment: 'key-9', publicKeyMultibase: pair.publicKeyMultibase }]
  const list = await makeStatusList([], { signer })
  const web = await makeWeb({
    [didAddress]: buildDidWebDocument({ did: issuerDid, keys }),
    [String(list['id'])]: list,
  })
  return { credential: await sign(unsigned, signer), web }
}

describe.each(['ES256', 'ES384'] as const)('a badge and its status list signed with %s', (algorithm) => {
  test('is verified, and not once it is altered', async () => {
    const { credential, web } = await issueWith(algorithm)
    const report = await verify(credential, web)
    expect(faultsOf(report)).toEqual({})
    expect(report.verdict).toBe('verified')
    const altered = await verify({ ...credential, validFrom: '2026-05-01T09:00:01Z' }, web)
    expect(altered.verdict).toBe('not-verified')
    expect(faultsOf(altered)).toMatchObject({ proof: 'failed proof-wrong' })
  })

  test('of another issuer’s key is not', async () => {
    const { credential } = await issueWith(algorithm)
    const { web } = await issueWith(algorithm)
    expect(faultsOf(await verify(credential, web))).toMatchObject({ proof: 'failed proof-wrong' })
  })

  test('whose suite is renamed is not', async () => {
    const { credential, web } = await issueWith(algorithm)
    const proof = { ...credential.proof[0], cryptosuite: 'eddsa-rdfc-2022' }
    expect(await verify({ ...credential, proof }, web)).toMatchObject({ verdict: 'not-verified' })
  })
})
