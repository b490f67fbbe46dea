import { afterAll, beforeAll, expect, test } from 'vitest'
import { getCredentialText } from '../../src/awards/actions'
import { didDocumentOf, rotateKeys, signerOf } from '../../src/organisations/actions'
import type { Organisation } from '../../src/organisations/model'
import { verifyForPublic } from '../../src/verification/actions'
import { issueBadge } from '../support/awards'
import { openTestDeps, type TestDeps } from '../support/database'
import { makePeople, makeService } from '../support/organisation'

let opened: TestDeps
let service: Organisation
beforeAll(async () => {
  opened = await openTestDeps()
  service = await makeService(opened.deps)
})
afterAll(() => opened.close())

const issue = async (name: string) => {
  const { awardIds } = await issueBadge(opened.deps, service, await makePeople(opened.deps, service, [name]))
  return getCredentialText(opened.deps, service.id, awardIds[0] ?? '')
}
const methodOf = (text: string) => /"verificationMethod":"[^"]*#([^"]+)"/.exec(text)?.[1]
const verdictOf = async (text: string) => (await verifyForPublic(opened.deps, { text }, 'en')).verdict

test('new keys are published at once, sign ten minutes later, and what the old ones signed stays valid', async () => {
  const before = await issue('Alys')
  expect(methodOf(before)).toBe('key-1')
  expect(await rotateKeys(opened.deps, service, 'command line')).toEqual(['key-3', 'key-4'])
  const { verificationMethod = [] } = await didDocumentOf(opened.deps, service)
  expect(JSON.stringify(verificationMethod)).toContain('#key-3')
  const meanwhile = await issue('Beca')
  expect(methodOf(meanwhile)).toBe('key-1')
  opened.clock.advance(10 * 60_000 + 1)
  const after = await issue('Catrin')
  expect(methodOf(after)).toBe('key-3')
  expect((await signerOf(opened.deps, service, 'ES256')).verificationMethod).toContain('#key-4')
  expect([await verdictOf(before), await verdictOf(meanwhile), await verdictOf(after)]).toEqual(
    Array(3).fill('verified'),
  )
})
