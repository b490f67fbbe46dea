import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  closeSession,
  findSignedIn,
  openSession,
  openSessionFor,
  requestSignIn,
} from '../../src/accounts/actions'
import { addMembership } from '../../src/organisations/actions'
import { openTestDeps, type TestDeps } from '../support/database'
import { makeService } from '../support/organisation'

let opened: TestDeps
beforeAll(async () => {
  opened = await openTestDeps()
  const service = await makeService(opened.deps)
  await addMembership(opened.deps, service.id, { email: 'Ann@Example.org', role: 'coordinator' })
})
afterAll(() => opened.close())

const ask = async (email: string, clientAddress = '192.0.2.1') => {
  const { sending } = await requestSignIn(opened.deps, { email, next: '/my', language: 'en' }, clientAddress)
  await sending
}
const newestToken = () => /\/sign-in\/link\/([^?\s]+)/.exec(opened.mails[0]?.text ?? '')?.[1] ?? ''
const headersOf = (cookies: readonly string[]) =>
  new Headers({ Cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') })

test('a member gets a link that signs in once, and signing out ends the session on the server', async () => {
  await ask(' ann@example.org ')
  expect(opened.mails[0]?.to).toBe('ann@example.org')
  const token = newestToken()
  const cookies = await openSession(opened.deps, token, '192.0.2.1')
  expect(cookies.join()).toMatch(/HttpOnly/i)
  expect(cookies.join()).toMatch(/SameSite=Lax/i)
  expect(cookies.join()).toMatch(/Secure/)
  const headers = headersOf(cookies)
  const signedIn = await findSignedIn(opened.deps, headers)
  expect(signedIn?.email).toBe('ann@example.org')
  expect(signedIn?.memberships.map(({ role }) => role)).toEqual(['coordinator'])
  await expect(openSession(opened.deps, token, '192.0.2.1')).rejects.toMatchObject({ code: 'link-expired' })
  await closeSession(opened.deps, headers)
  expect(await findSignedIn(opened.deps, headers)).toBeUndefined()
})

test('an address that nobody knows gets no mail', async () => {
  const before = opened.mails.length
  await ask('stranger@example.org')
  expect(opened.mails).toHaveLength(before)
})

test('the database keeps no token that opens a session', async () => {
  await ask('ann@example.org', '192.0.2.7')
  const stored = await sql<{ identifier: string }>`select identifier from verification`.execute(
    opened.deps.db,
  )
  expect(stored.rows.length).toBeGreaterThan(0)
  expect(stored.rows.map((row) => row.identifier).join()).not.toContain(newestToken())
})

test('a made-up cookie is nobody', async () => {
  const [cookie = ''] = await openSessionFor(opened.deps, 'ann@example.org')
  const forged = cookie.replace(/=.{6}/, '=AAAAAA')
  expect(await findSignedIn(opened.deps, headersOf([forged]))).toBeUndefined()
})

test('the links of a mailbox and of a client address are limited', async () => {
  for (let tries = 0; tries < 5; tries += 1) await ask('limited@example.org', `198.51.100.${tries}`)
  await expect(ask('limited@example.org', '198.51.100.99')).rejects.toMatchObject({
    code: 'too-many-requests',
  })
  for (let tries = 0; tries < 20; tries += 1) await ask(`many${tries}@example.org`, '203.0.113.5')
  await expect(ask('another@example.org', '203.0.113.5')).rejects.toMatchObject({ code: 'too-many-requests' })
  opened.clock.advance(15 * 60 * 1000)
  await ask('another@example.org', '203.0.113.5')
})
