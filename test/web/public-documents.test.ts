import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app'
import { getCredentialText } from '../../src/awards/actions'
import type { Deps } from '../../src/deps'
import { verifyCredential } from '../../src/openbadges/verify'
import type { Organisation } from '../../src/organisations/model'
import { issueBadge } from '../support/awards'
import { openTestDeps } from '../support/database'
import { makePeople, makeService } from '../support/organisation'

let deps: Deps
let close = async () => {}
let service: Organisation
let credential: string
beforeAll(async () => {
  const opened = await openTestDeps('pglite')
  deps = opened.deps
  close = opened.close
  service = await makeService(deps)
  const people = await makePeople(deps, service, ['Gwenllian'], { language: 'cy' })
  const [awardId = ''] = (await issueBadge(deps, service, people)).awardIds
  credential = await getCredentialText(deps, service.id, awardId)
}, 60_000)
afterAll(() => close())

const get = (url: string) =>
  createApp(
    deps.config,
    () => deps,
    () => '127.0.0.1',
  ).request(url.replace(deps.config.origin, ''))

test('a stranger who asks only our public addresses can verify a badge', async () => {
  const asked: string[] = []
  const report = await verifyCredential(
    { text: credential },
    {
      now: deps.clock.now(),
      fetchDocument: async (url) => {
        asked.push(new URL(url).pathname)
        const response = await get(url)
        return {
          status: response.status,
          contentType: response.headers.get('content-type') ?? '',
          text: await response.text(),
        }
      },
    },
  )
  expect(report.verdict).toBe('verified')
  expect(asked.some((path) => path.endsWith('/did.json'))).toBe(true)
  expect(asked.some((path) => path.startsWith('/status/'))).toBe(true)
})

test('the badge at its own address is the one in the credential, paired with the other language', async () => {
  const { achievement } = JSON.parse(credential).credentialSubject
  const response = await get(achievement.id)
  expect(response.headers.get('content-type')).toBe('application/ld+json')
  expect(await response.json()).toEqual(achievement)
  expect(achievement.inLanguage).toBe('cy')
  const other = await (await get(achievement.related[0].id)).json()
  expect(other).toMatchObject({
    inLanguage: 'en',
    name: 'Regular Library Volunteer',
    related: [{ id: achievement.id }],
  })
})

test('public documents have their media types and answer without a redirect', async () => {
  const expected = {
    [`/organisations/${service.slug}/did.json`]: 'application/did+json',
    [`/organisations/${service.slug}/jwks.json`]: 'application/jwk-set+json',
    [new URL(JSON.parse(credential).credentialStatus.statusListCredential).pathname]:
      'application/vc+ld+json',
  }
  for (const [path, type] of Object.entries(expected)) {
    const response = await get(path)
    expect([path, response.status, response.headers.get('content-type')]).toEqual([path, 200, type])
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(await response.text()).not.toContain('"d":')
  }
  expect((await get('/organisations/nobody/did.json')).status).toBe(404)
})

test('a status list is also the media type of the newer data model for those who ask for it', async () => {
  const path = new URL(JSON.parse(credential).credentialStatus.statusListCredential).pathname
  const app = createApp(
    deps.config,
    () => deps,
    () => '127.0.0.1',
  )
  const response = await app.request(path, { headers: { Accept: 'application/vc' } })
  expect(response.headers.get('content-type')).toBe('application/vc')
  expect(response.headers.get('vary')).toContain('Accept')
})
