import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app'
import { getCredentialText, revokeAward } from '../../src/awards/actions'
import type { Organisation } from '../../src/organisations/model'
import { issueBadge } from '../support/awards'
import { openTestDeps, type TestDeps } from '../support/database'
import { makePeople, makeService } from '../support/organisation'

let opened: TestDeps
let service: Organisation
beforeAll(async () => {
  opened = await openTestDeps()
  service = await makeService(opened.deps)
}, 60_000)
afterAll(() => opened.close())

const second = 1_000

test('a list is answered from memory for as long as a copy of it may be kept, and says how long that still is', async () => {
  const { deps, clock } = opened
  const { awardIds } = await issueBadge(deps, service, await makePeople(deps, service, ['Gwen']))
  const [awardId = ''] = awardIds
  const { credentialStatus } = JSON.parse(await getCredentialText(deps, service.id, awardId))
  const app = createApp(
    deps.config,
    () => deps,
    () => '192.0.2.1',
  )
  const ask = async (headers: Record<string, string> = {}) => {
    const response = await app.request(credentialStatus.statusListCredential, { headers })
    return {
      status: response.status,
      text: await response.text(),
      cache: response.headers.get('cache-control'),
      tag: response.headers.get('etag') ?? '',
    }
  }
  const first = await ask()
  expect(first).toMatchObject({ status: 200, cache: 'public, max-age=60' })

  const reason = 'Given to the wrong person'
  await revokeAward(deps, service.id, awardId, { reason, actor: 'coordinator@example.org' })
  clock.advance(50 * second)
  expect(await ask()).toMatchObject({ text: first.text, cache: 'public, max-age=10' })
  expect(await ask({ 'If-None-Match': first.tag })).toMatchObject({ status: 304, text: '' })
  expect((await ask({ 'Cache-Control': 'no-cache' })).text).not.toBe(first.text)

  clock.advance(60 * second)
  const later = await ask({ 'If-None-Match': first.tag })
  expect(later).toMatchObject({ status: 200, cache: 'public, max-age=60' })
  expect(later.text).not.toBe(first.text)
  expect(later.tag).not.toBe(first.tag)
})

test('a list that is not there is not found, however often it is asked for', async () => {
  const { deps } = opened
  const app = createApp(
    deps.config,
    () => deps,
    () => '192.0.2.1',
  )
  const missing = `${deps.config.origin}/status/00000000-0000-7000-8000-000000000000`
  for (let i = 0; i < 2; i++) expect((await app.request(missing)).status).toBe(404)
})
