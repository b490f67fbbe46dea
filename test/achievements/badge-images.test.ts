import { afterAll, beforeAll, expect, test } from 'vitest'
import { getCredentialText } from '../../src/awards/actions'
import { issueBadge } from '../support/awards'
import { makePeople, makeService } from '../support/organisation'
import { openTestApp, type TestApp } from '../support/web'

let app: TestApp
let achievement: { id: string; image: { id: string } }
beforeAll(async () => {
  app = await openTestApp()
  const service = await makeService(app.deps)
  const people = await makePeople(app.deps, service, ['Gwenllian'], { language: 'cy' })
  const [awardId = ''] = (await issueBadge(app.deps, service, people)).awardIds
  achievement = JSON.parse(await getCredentialText(app.deps, service.id, awardId)).credentialSubject
    .achievement
}, 60_000)
afterAll(() => app.close())

const ask = (url: string, headers?: Record<string, string>) =>
  app.get(url.replace(app.deps.config.origin, ''), undefined, headers)

test('the address of the picture in a signed badge answers with that picture, for any site', async () => {
  const response = await ask(achievement.image.id)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('image/png')
  expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  expect(response.headers.get('cache-control')).toBe('public, max-age=86400')
  const expected = await app.deps.assets.read('badges/LV-02.cy.png')
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(expected)
})

test('who has the picture already is told that it is the same', async () => {
  const tag = (await ask(achievement.image.id)).headers.get('etag') ?? ''
  const again = await ask(achievement.image.id, { 'If-None-Match': tag })
  expect(again.status).toBe(304)
  expect(await again.text()).toBe('')
})

test('the same picture is there as a drawing, in the language of the edition', async () => {
  const response = await ask(`${achievement.id}/image.svg`)
  expect(response.headers.get('content-type')).toBe('image/svg+xml')
  expect(await response.text()).toContain('xml:lang="cy"')
})

test('a badge that nobody published has no picture', async () => {
  const unknown = `${app.deps.config.origin}/achievements/01890000-0000-7000-8000-000000000000/image`
  expect((await ask(`${unknown}.png`)).status).toBe(404)
  expect((await ask(`${unknown}.svg`)).status).toBe(404)
})
