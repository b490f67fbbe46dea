import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  bindAward,
  getAward,
  getCredentialText,
  type HolderWish,
  revokeAward,
} from '../../src/awards/actions'
import { hashIdentity } from '../../src/openbadges/build'
import type { Organisation } from '../../src/organisations/model'
import { verifyForPublic } from '../../src/verification/actions'
import { issueBadge } from '../support/awards'
import { openTestDeps, type TestDeps } from '../support/database'
import { makePeople, makeService } from '../support/organisation'

let opened: TestDeps
let service: Organisation
let personIds: string[]
let awardId: string
beforeAll(async () => {
  opened = await openTestDeps()
  service = await makeService(opened.deps)
  personIds = await makePeople(opened.deps, service, ['Alys', 'Beca'], { mail: 'readers.example.org' })
  const { awardIds } = await issueBadge(opened.deps, service, personIds)
  const awards = await Promise.all(awardIds.map((id) => getAward(opened.deps, service.id, id)))
  awardId = awards.find(({ personId }) => personId === personIds[0])?.id ?? ''
})
afterAll(() => opened.close())

const wish = (asked: HolderWish, person = personIds[0] ?? '') => {
  const holder = { organisationId: service.id, personId: person, actor: 'alys@readers.example.org' }
  return bindAward(opened.deps, holder, awardId, asked)
}
const read = async () => {
  const text = await getCredentialText(opened.deps, service.id, awardId)
  // A stored credential is the one that was built.
  return { text, credential: JSON.parse(text) as Record<string, string> & { credentialSubject: Subject } }
}
type Subject = { id: string; identifier?: { identityHash: string; salt: string }[] }
const verdictOf = async (text: string) => (await verifyForPublic(opened.deps, { text }, 'en')).verdict
const did = 'did:key:z6MkjifC3RMc2XMRKVz6vV9NKSQzQo85psEBSBKkGHEwM8kQ'

test('a badge names nobody until its holder asks: by an address with a salt of its own, by their DID', async () => {
  const before = await read()
  expect(before.credential.credentialSubject).toMatchObject({ id: expect.stringMatching(/^urn:uuid:/) })
  expect(before.credential.credentialSubject.identifier).toBeUndefined()

  opened.clock.advance(60_000)
  await wish({ byEmail: true })
  const named = await read()
  const [identity] = named.credential.credentialSubject.identifier ?? []
  expect(identity).toMatchObject({ type: 'IdentityObject', hashed: true, identityType: 'emailAddress' })
  expect(await hashIdentity('volunteer-1@readers.example.org', identity?.salt ?? '')).toBe(
    identity?.identityHash,
  )

  await expect(wish({ byEmail: true, did })).rejects.toMatchObject({ code: 'conflict' })
  opened.clock.advance(60_000)
  await wish({ byEmail: true, did })
  const bound = await read()
  expect(bound.credential.credentialSubject.id).toBe(did)
  expect(bound.credential.credentialSubject.identifier?.[0]?.salt).not.toBe(identity?.salt)

  expect([named, bound].map(({ credential }) => [credential['id'], credential['awardedDate']])).toEqual(
    Array(2).fill([before.credential['id'], before.credential['awardedDate']]),
  )
  const starts = [before, named, bound].map(({ credential }) => String(credential['validFrom']))
  expect(starts).toEqual([...new Set(starts)].toSorted())
  opened.clock.advance(60_000)
  expect(await Promise.all([before, named, bound].map(({ text }) => verdictOf(text)))).toEqual(
    Array(3).fill('verified'),
  )
})

test('without a wish it names nobody again; only the holder may ask, and only for a DID, while it is valid', async () => {
  await wish({ byEmail: false })
  const { credentialSubject } = (await read()).credential
  expect(credentialSubject.id).toMatch(/^urn:uuid:/)
  expect(credentialSubject.identifier).toBeUndefined()
  await expect(wish({ byEmail: true }, personIds[1])).rejects.toMatchObject({ code: 'not-found' })
  for (const wrong of ['did:', 'https://example.org', `${did}#key-1`, 'did:key:a b'])
    await expect(wish({ byEmail: false, did: wrong })).rejects.toMatchObject({ code: 'invalid-input' })
  await revokeAward(opened.deps, service.id, awardId, { reason: 'In error', actor: 'pat@example.org' })
  await expect(wish({ byEmail: true })).rejects.toMatchObject({ code: 'conflict' })
})
