import { verifyCredential } from '@digitalcredentials/verifier-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { getCredentialText, revokeAward } from '../../src/awards/actions'
import type { Organisation } from '../../src/organisations/model'
import { issueBadge } from '../support/awards'
import { makePeople, makeService } from '../support/organisation'
import { openTestApp, type TestApp } from '../support/web'

let app: TestApp
let service: Organisation
const minute = 60_000
beforeAll(async () => {
  app = await openTestApp()
  // Their verifier goes by the clock of the machine; ours may be moved on to it.
  app.clock.set(new Date(Date.now() - 2 * minute))
  service = await makeService(app.deps)
  const { origin } = app.deps.config
  // The network, as the verifier of others sees it: this service at its origin, and nothing else.
  vi.stubGlobal('fetch', async (input: string | URL | Request) => {
    const url = input instanceof Request ? input.url : String(input)
    return url.startsWith(`${origin}/`) ? app.request(url.slice(origin.length)) : Response.error()
  })
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await app.close()
})

/** Each step of their log with what it came to, and the names of their errors. */
const verify = async (credential: Parameters<typeof verifyCredential>[0]['credential']) => {
  const { log = [], errors = [] } = await verifyCredential({ credential, knownDIDRegistries: [] })
  const steps = Object.fromEntries(log.map(({ id, valid }) => [id, valid]))
  return { ...steps, errors: errors.map(({ name }) => name) }
}
// Nobody has put this service in a registry.
const sound = { valid_signature: true, expiration: true, registered_issuer: false, errors: [] }

test('the verifier of the Digital Credentials Consortium finds a badge sound, altered no longer, and revoked', async () => {
  const { awardIds } = await issueBadge(app.deps, service, await makePeople(app.deps, service, ['Gwen']))
  const awardId = awardIds[0] ?? ''
  const credential = JSON.parse(await getCredentialText(app.deps, service.id, awardId))
  expect(await verify(credential)).toEqual({ ...sound, revocation_status: true })
  expect(await verify({ ...credential, name: 'Head Librarian' })).toEqual({ errors: ['invalid_signature'] })
  await revokeAward(app.deps, service.id, awardId, { reason: 'By mistake', actor: 'coordinator@example.org' })
  // A copy of the list may be as old.
  app.clock.advance(minute)
  expect(await verify(credential)).toEqual({ ...sound, revocation_status: false })
})
