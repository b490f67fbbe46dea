import { afterAll, beforeAll, expect, test } from 'vitest'
import { getCredentialText, revokeAward } from '../../src/awards/actions'
import { verifyCredential } from '../../src/openbadges/verify'
import { addMembership } from '../../src/organisations/actions'
import type { Organisation } from '../../src/organisations/model'
import { readPublicDocument } from '../../src/verification/actions'
import { issueBadge } from '../support/awards'
import { makePeople, makeService } from '../support/organisation'
import { openTestApp, type TestApp } from '../support/web'

let app: TestApp
let service: Organisation
beforeAll(async () => {
  app = await openTestApp()
  service = await makeService(app.deps)
}, 60_000)
afterAll(() => app.close())

const makeVolunteer = async (name: string, email: string) => {
  const [personId = ''] = await makePeople(app.deps, service, [name])
  await addMembership(app.deps, service.id, { email, role: 'volunteer', personId })
  return { personId, cookie: await app.signIn(email) }
}

const verify = (text: string) =>
  verifyCredential({ text }, { now: app.deps.clock.now(), fetchDocument: readPublicDocument(app.deps) })

test('a volunteer takes all badges along as one signed record, which verifies with each badge in it', async () => {
  const { personId, cookie } = await makeVolunteer('Siân Wójcik', 'sian@record.example.org')
  const address = `/my/records/${service.slug}`
  expect((await app.get(address, cookie)).status).toBe(404)
  expect(await (await app.get('/my', cookie)).text()).not.toContain(address)

  const { awardIds } = await issueBadge(app.deps, service, [personId])
  const [awardId = ''] = awardIds
  expect(await (await app.get('/my', cookie)).text()).toContain(`href="${address}"`)
  const response = await app.get(address, cookie)
  expect(response.headers.get('content-type')).toBe('application/vc+ld+json')
  expect(response.headers.get('content-disposition')).toContain(`learner-record-${service.slug}.json`)
  expect(response.headers.get('cache-control')).toBe('no-store')
  const text = await response.text()
  expect(text).not.toContain('Wójcik')
  const badge = JSON.parse(await getCredentialText(app.deps, service.id, awardId))
  expect(JSON.parse(text).credentialSubject.verifiableCredential).toEqual([badge])
  expect(JSON.parse(text).credentialSubject.id).not.toBe(badge.credentialSubject.id)

  const report = await verify(text)
  expect(report).toMatchObject({ verdict: 'verified', kind: 'clr' })
  expect(report.inner?.map(({ report: { verdict } }) => verdict)).toEqual(['verified'])
  const shorter = JSON.parse(text)
  shorter.credentialSubject.verifiableCredential[0].name = 'Head Librarian'
  expect((await verify(JSON.stringify(shorter))).verdict).toBe('not-verified')

  await revokeAward(app.deps, service.id, awardId, { reason: 'By mistake', actor: 'head@example.org' })
  expect((await verify(text)).verdict).toBe('not-verified')
  expect((await app.get(address, cookie)).status).toBe(404)
})

test('nobody takes the record of another service, or without signing in', async () => {
  const { personId, cookie } = await makeVolunteer('Amina', 'amina@record.example.org')
  await issueBadge(app.deps, service, [personId])
  const other = await makeService(app.deps)
  expect((await app.get(`/my/records/${other.slug}`, cookie)).status).toBe(404)
  expect((await app.get(`/my/records/${service.slug}`)).status).toBe(303)
})
