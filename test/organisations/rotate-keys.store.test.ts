import { afterAll, beforeAll, expect, test } from 'vitest'
import { getCredentialText } from '../../src/awards/actions'
import {
  didDocumentOf,
  didOf,
  hostJwks,
  markKeyCompromised,
  rotateKeys,
  signerOf,
} from '../../src/organisations/actions'
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

test('a compromised key signs no more, what it signed before stays valid, what it signed since is not', async () => {
  const mine = await makeService(opened.deps)
  const issueMine = async (name: string) => {
    const { awardIds } = await issueBadge(opened.deps, mine, await makePeople(opened.deps, mine, [name]))
    return getCredentialText(opened.deps, mine.id, awardIds[0] ?? '')
  }
  const before = await issueMine('Dilys')
  opened.clock.advance(60_000)
  const since = opened.clock.now()
  opened.clock.advance(60_000)
  const stolen = await issueMine('Eirlys')
  opened.clock.advance(60_000)
  expect(await markKeyCompromised(opened.deps, mine, { fragment: 'key-1', since }, 'command line')).toBe(
    'key-3',
  )
  const after = await issueMine('Ffion')
  expect(methodOf(after)).toBe('key-3')
  const { verificationMethod } = await didDocumentOf(opened.deps, mine)
  expect(verificationMethod.map((method) => method.revoked)).toEqual([
    `${since.toISOString().slice(0, 19)}Z`,
    undefined,
    undefined,
  ])
  const report = await verifyForPublic(opened.deps, { text: stolen }, 'en')
  expect(report.verdict).toBe('not-verified')
  expect(report.checks.find(({ id }) => id === 'key-binding')?.problem?.code).toBe('key-revoked')
  expect([await verdictOf(before), await verdictOf(after)]).toEqual(['verified', 'verified'])

  const { keys } = await hostJwks(opened.deps)
  const ours = keys.filter(({ iss }) => iss === didOf(opened.deps, mine)).map(({ kid }) => kid.split('#')[1])
  expect(ours).toEqual(['key-2', 'key-3'])
  expect(new Set(keys.map(({ iss }) => iss)).size).toBeGreaterThan(1)
})

test('a key that is not there, or an instant to come, is refused', async () => {
  const now = opened.clock.now()
  const mark = (fragment: string, since: Date) =>
    markKeyCompromised(opened.deps, service, { fragment, since }, 'command line')
  await expect(mark('key-99', now)).rejects.toMatchObject({ code: 'invalid-input' })
  await expect(mark('key-1', new Date(now.getTime() + 1000))).rejects.toMatchObject({ code: 'invalid-input' })
  expect(JSON.stringify(await didDocumentOf(opened.deps, service))).not.toContain('revoked')
})
