import { afterAll, beforeAll, expect, test } from 'vitest'
import { getCredentialText } from '../../src/awards/actions'
import { addMembership } from '../../src/organisations/actions'
import { issueBadge } from '../support/awards'
import { makePeople, makeService } from '../support/organisation'
import { openTestApp, type TestApp } from '../support/web'

let app: TestApp
let page: string
let cookie: string
let read: () => Promise<string>
beforeAll(async () => {
  app = await openTestApp()
  const service = await makeService(app.deps)
  const [personId = ''] = await makePeople(app.deps, service, ['Alys'], { mail: 'holder.example.org' })
  const email = 'volunteer-1@holder.example.org'
  await addMembership(app.deps, service.id, { email, role: 'volunteer', personId })
  const { awardIds } = await issueBadge(app.deps, service, [personId])
  const [awardId = ''] = awardIds
  page = `/my/badges/${awardId}/holder`
  cookie = await app.signIn(email)
  read = () => getCredentialText(app.deps, service.id, awardId)
}, 60_000)
afterAll(() => app.close())

test('a holder asks for a badge to name them, and sees what is wrong with an identifier', async () => {
  const shown = await app.get(page, cookie)
  expect(shown.status).toBe(200)
  expect(await shown.text()).toContain('How this badge names you')
  app.clock.advance(60_000)
  const wrong = await app.post(page, { did: 'my wallet', names: 'email' }, cookie)
  const text = await wrong.text()
  expect(text).toContain('Enter an identifier that starts with did:')
  expect(text).toContain('value="my wallet"')
  expect(text).toMatch(/value="email"[^>]* checked/)
  expect(await read()).not.toContain('IdentityObject')
  const done = await app.post(page, { did: '', names: 'email' }, cookie)
  expect(done.status).toBe(303)
  expect(await read()).toContain('"identityType":"emailAddress"')
})

test('nobody else may ask', async () => {
  expect((await app.get(page, await app.signIn('somebody@example.org'))).status).toBe(403)
})
