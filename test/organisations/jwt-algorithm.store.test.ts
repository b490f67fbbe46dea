import { decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getAward } from '../../src/awards/actions'
import { didDocumentOf, didOf, jwksOf, rotateKeys, signerOf } from '../../src/organisations/actions'
import { chooseJwtAlgorithm } from '../../src/organisations/jwt/actions'
import type { JwtAlgorithm, Organisation } from '../../src/organisations/model'
import { credentialFile } from '../../src/sharing/files'
import { verifyForPublic } from '../../src/verification/actions'
import { issueBadge } from '../support/awards'
import { openTestDeps, type TestDeps } from '../support/database'
import { makePeople, makeService } from '../support/organisation'

let opened: TestDeps
let service: Organisation
let awardId: string
beforeAll(async () => {
  opened = await openTestDeps()
  service = await makeService(opened.deps)
  const { awardIds } = await issueBadge(
    opened.deps,
    service,
    await makePeople(opened.deps, service, ['Alys']),
  )
  awardId = awardIds[0] ?? ''
})
afterAll(() => opened.close())

const choose = (algorithm: JwtAlgorithm) =>
  chooseJwtAlgorithm(opened.deps, service, algorithm, 'command line')

/** The JWT form of the badge: how it is signed, and whether it verifies. */
const signJwt = async () => {
  const award = await getAward(opened.deps, service.id, awardId)
  const text = new TextDecoder().decode((await credentialFile(opened.deps, service, award, 'jwt')).bytes)
  const { alg, kid } = decodeProtectedHeader(text)
  const { verdict } = await verifyForPublic(opened.deps, { text }, 'en')
  return { alg, key: kid?.split('#')[1], verdict }
}

test('a service signs JWTs with ES256, and with RS256 or EdDSA where it chooses so', async () => {
  expect(await signJwt()).toEqual({ alg: 'ES256', key: 'key-2', verdict: 'verified' })
  expect(await choose('EdDSA')).toBeUndefined()
  expect(await signJwt()).toEqual({ alg: 'EdDSA', key: 'key-1', verdict: 'verified' })
  expect(await choose('RS256')).toBe('key-3')
  expect(await signJwt()).toEqual({ alg: 'ES256', key: 'key-2', verdict: 'verified' })
  opened.clock.advance(10 * 60_000)
  expect(await signJwt()).toEqual({ alg: 'RS256', key: 'key-3', verdict: 'verified' })
  expect(await choose('RS256')).toBeUndefined()
})

test('an RSA key is published as JsonWebKey and in the key set, and changes with the others', async () => {
  const { verificationMethod, assertionMethod } = await didDocumentOf(opened.deps, service)
  expect(verificationMethod.at(-1)).toEqual({
    id: `${didOf(opened.deps, service)}#key-3`,
    type: 'JsonWebKey',
    controller: didOf(opened.deps, service),
    publicKeyJwk: { kty: 'RSA', n: expect.any(String), e: 'AQAB' },
  })
  expect(assertionMethod).toContain(`${didOf(opened.deps, service)}#key-3`)
  const { keys } = await jwksOf(opened.deps, service)
  expect(keys.at(-1)).toMatchObject({ kty: 'RSA', alg: 'RS256', use: 'sig' })
  expect(await rotateKeys(opened.deps, service, 'command line')).toEqual(['key-4', 'key-5', 'key-6'])
  expect((await signJwt()).key).toBe('key-3')
  opened.clock.advance(10 * 60_000 + 1)
  expect(await signJwt()).toEqual({ alg: 'RS256', key: 'key-6', verdict: 'verified' })
})

test('what is dated before the keys were made, as by an import, is signed all the same', async () => {
  const clock = { now: () => new Date(opened.clock.now().getTime() - 90 * 24 * 60 * 60_000) }
  const signer = await signerOf({ ...opened.deps, clock }, service, 'Ed25519')
  expect(signer.verificationMethod).toContain('#key-')
})
