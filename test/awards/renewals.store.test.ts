import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  badgeEligibility,
  getAward,
  getCredentialText,
  getIssueBatch,
  revokeAward,
  startIssueBatch,
} from '../../src/awards/actions'
import { badgesHeldBy, countBadges, listAwards } from '../../src/awards/lists/actions'
import { renewalTasks, runningOut } from '../../src/awards/renewals/actions'
import { recordEvidence } from '../../src/evidence/actions'
import { localDateOf } from '../../src/hours/rules/local-date-of'
import { addMembership } from '../../src/organisations/actions'
import type { Organisation } from '../../src/organisations/model'
import { makeLearnerRecord } from '../../src/sharing/learner-record'
import { verifyForPublic } from '../../src/verification/actions'
import { makePeople, makeService } from '../support/organisation'
import { openTestApp, type TestApp } from '../support/web'

const DAY = 24 * 60 * 60_000
const CODE = 'LV-14'
const actor = 'coordinator@example.org'

let app: TestApp
let service: Organisation
let personId: string
beforeAll(async () => {
  app = await openTestApp()
}, 60_000)
afterAll(() => app.close())
beforeEach(async () => {
  app.clock.set(new Date('2028-02-29T10:00:00Z'))
  service = await makeService(app.deps)
  ;[personId = ''] = await makePeople(app.deps, service, ['Alys'])
})

const train = async () => {
  const date = localDateOf(app.deps.clock.now())
  const typed = { kind: 'training', date, count: '1', faults: '', area: '', module: 'data-protection' }
  const to = { personIds: [personId], requestId: app.deps.random.uuid(), actor }
  const done = await recordEvidence(app.deps, service.id, { ...typed, score: '90', note: '' }, to)
  if (!done.ok) throw new Error(JSON.stringify(done.reason))
}
const issue = async (): Promise<number> => {
  const { batchId } = await startIssueBatch(app.deps, service, { code: CODE, actor, personIds: [personId] })
  return (await getIssueBatch(app.deps, service.id, batchId)).issued
}
const awards = async () =>
  (await listAwards(app.deps, service.id, { filter: { personId }, limit: 10 })).awards
const holds = async () => (await badgesHeldBy(app.deps, service.id, [personId])).get(personId) ?? []
const verdict = async (awardId: string) => {
  const text = await getCredentialText(app.deps, service.id, awardId)
  const report = await verifyForPublic(app.deps, { text }, 'en')
  return report.checks.find(({ outcome }) => outcome === 'failed')?.problem?.code ?? report.verdict
}

test('the day before, the day and the day after a badge runs out: held, held to the instant, earned again', async () => {
  await train()
  expect(await issue()).toBe(1)
  const [first] = await awards()
  // Two years after 29 February.
  expect(first?.validUntil?.toISOString()).toBe('2030-02-28T10:00:00.000Z')

  app.clock.set(new Date('2030-02-27T10:00:00Z'))
  await train()
  expect([await holds(), await issue()]).toEqual([[CODE], 0])
  app.clock.set(new Date('2030-02-28T10:00:00Z'))
  expect([await holds(), await issue()]).toEqual([[CODE], 0])
  expect(await verdict(first?.id ?? '')).toBe('verified')

  app.clock.set(new Date('2030-03-01T10:00:00Z'))
  expect(await holds()).toEqual([])
  expect((await getAward(app.deps, service.id, first?.id ?? '')).status).toBe('ended')
  const [ready] = await badgeEligibility(app.deps, service.id, CODE)
  expect(ready).toMatchObject({ personId, eligible: true })
  expect(
    (await countBadges(app.deps, service.id)).find(({ definition }) => definition.id === CODE),
  ).toMatchObject({ ready: 1, held: 0 })
  expect([await issue(), await issue()]).toEqual([1, 0])
  const [second, old] = await awards()
  expect([second?.status, old?.status]).toEqual(['valid', 'ended'])
  expect(second?.validUntil?.toISOString()).toBe('2032-03-01T10:00:00.000Z')
  expect(await holds()).toEqual([CODE])
  expect([await verdict(second?.id ?? ''), await verdict(old?.id ?? '')]).toEqual(['verified', 'expired'])
  expect(await runningOut(app.deps, service.id, CODE)).toEqual([])
})

test('without training of late nobody is ready again', async () => {
  await train()
  await issue()
  app.clock.set(new Date('2030-03-02T10:00:00Z'))
  expect(await issue()).toBe(0)
  expect((await awards()).map(({ status }) => status)).toEqual(['ended'])
})

test('a badge that ran out is left out of the learner record, which verifies', async () => {
  await train()
  await issue()
  app.clock.set(new Date('2030-03-02T10:00:00Z'))
  await expect(makeLearnerRecord(app.deps, service, personId, 'Record')).rejects.toMatchObject({
    code: 'not-found',
  })
  await train()
  await issue()
  const { bytes } = await makeLearnerRecord(app.deps, service, personId, 'Record')
  const text = new TextDecoder().decode(bytes)
  expect(JSON.parse(text).credentialSubject.verifiableCredential).toHaveLength(1)
  expect((await verifyForPublic(app.deps, { text }, 'en')).verdict).toBe('verified')
})

test('sixty days before, and not one earlier, Today, the badge and the volunteer are told', async () => {
  await addMembership(app.deps, service.id, {
    email: `head@${service.slug}.example.org`,
    role: 'coordinator',
  })
  const email = `alys@${service.slug}.example.org`
  await addMembership(app.deps, service.id, { email, role: 'volunteer', personId })
  await train()
  await issue()
  const [award] = await awards()
  const until = award?.validUntil ?? new Date(0)
  app.clock.set(new Date(until.getTime() - 61 * DAY))
  expect(await renewalTasks(app.deps, service.id)).toEqual([])
  app.clock.set(new Date(until.getTime() - 60 * DAY))
  expect(await renewalTasks(app.deps, service.id)).toEqual([{ code: CODE, count: 1, first: until }])
  const coordinator = await app.signIn(`head@${service.slug}.example.org`)
  const volunteer = await app.signIn(email)
  const read = async (address: string, cookie: string) => (await app.get(address, cookie)).text()
  expect(await read(`/services/${service.slug}`, coordinator)).toContain(
    'Badges that run out in the next 60 days: Data Protection Aware Volunteer',
  )
  const page = `/services/${service.slug}/badges/${CODE}`
  expect(await read(page, coordinator)).toContain('Can be given again once it has run out')
  const own = `/my/badges/${award?.id}`
  expect(await read(own, volunteer)).toContain('This badge runs out on 28 February 2030.')

  app.clock.set(new Date(until.getTime() + 1))
  await train()
  expect(await renewalTasks(app.deps, service.id)).toEqual([])
  expect(await read(page, await app.signIn(`head@${service.slug}.example.org`))).toContain(
    'Ready: choose them in the list above',
  )
  expect(await read(own, await app.signIn(email))).toContain('This badge ran out on 28 February 2030.')
})

test('thirty-two clients who renew at once give one badge', async () => {
  await train()
  await issue()
  app.clock.set(new Date('2030-03-02T10:00:00Z'))
  await train()
  const issued = await Promise.all(Array.from({ length: 32 }, issue))
  expect(issued.reduce((sum, one) => sum + one, 0)).toBe(1)
  expect((await awards()).map(({ status }) => status)).toEqual(['valid', 'ended'])
}, 60_000)

test('taking the new one back does not bring the old one back; the badge can be given anew', async () => {
  await train()
  await issue()
  app.clock.set(new Date('2030-03-02T10:00:00Z'))
  await train()
  await issue()
  const [second] = await awards()
  await revokeAward(app.deps, service.id, second?.id ?? '', { reason: 'By mistake', actor })
  expect(await holds()).toEqual([])
  expect(await issue()).toBe(1)
})
