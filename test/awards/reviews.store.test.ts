import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { getAward, getIssueBatch } from '../../src/awards/actions'
import { awardsUnderReview, reviewOf, revokeAndReissue, uphold } from '../../src/awards/reviews/actions'
import {
  checkLedger,
  correctSession,
  disputeSessions,
  getSession,
  sessionsOf,
  voidSession,
} from '../../src/hours/actions'
import { entryOfSession } from '../../src/hours/rules/entry-of-session'
import type { Organisation } from '../../src/organisations/model'
import { issueBadge } from '../support/awards'
import { openTestDeps, type TestDeps } from '../support/database'
import { makePeople, makeService } from '../support/organisation'

const decision = { reason: 'The record was wrong by an hour', actor: 'coordinator@example.org' }
const by = { email: decision.actor, as: 'coordinator' } as const

let opened: TestDeps
let service: Organisation
let awardId: string
let personId: string
beforeAll(async () => {
  opened = await openTestDeps()
}, 60_000)
afterAll(() => opened.close())
beforeEach(async () => {
  service = await makeService(opened.deps)
  const [ann = ''] = await makePeople(opened.deps, service, ['Ann Ash', 'Ben Oak'], { mail: 'x.example.org' })
  personId = ann
  const { awardIds } = await issueBadge(opened.deps, service, [ann])
  awardId = awardIds[0] ?? ''
})

const approved = async () => {
  const sessions = await sessionsOf(opened.deps, service.id, personId)
  return sessions.filter(({ status }) => status === 'approved')
}
const waiting = async () => (await awardsUnderReview(opened.deps, service.id)).map(({ id }) => id)

test('an award comes under review when its hours change, and only then', async () => {
  expect(await waiting()).toEqual([])
  const [session] = await approved()
  if (session === undefined) throw new Error('no session')
  await disputeSessions(opened.deps, service.id, [session.id], { reason: 'Shut', actor: decision.actor })
  expect(await waiting()).toEqual([awardId])
  const review = await reviewOf(opened.deps, service.id, awardId)
  if (review === undefined) throw new Error('no review')
  await uphold(opened.deps, service.id, { awardId, sequence: review.award.sequence }, decision)
  await uphold(opened.deps, service.id, { awardId, sequence: review.award.sequence }, decision)
  expect(await waiting()).toEqual([])
  await voidSession(opened.deps, service.id, session.id, 'It never was', by)
  expect(await waiting()).toEqual([awardId])
  expect((await checkLedger(opened.deps, service.id)).broken).toEqual([])
})

test('what was not looked at is not upheld with what was', async () => {
  const [one, two] = await approved()
  if (one === undefined || two === undefined) throw new Error('no sessions')
  await disputeSessions(opened.deps, service.id, [one.id], { reason: 'Shut', actor: decision.actor })
  const seen = (await reviewOf(opened.deps, service.id, awardId))?.award.sequence ?? 0
  await disputeSessions(opened.deps, service.id, [two.id], { reason: 'Shut', actor: decision.actor })
  await uphold(opened.deps, service.id, { awardId, sequence: seen }, decision)
  expect(await waiting()).toEqual([awardId])
})

test('it is taken back and given anew where the rule is still met, from the hours as they stand', async () => {
  const [session] = await approved()
  if (session === undefined) throw new Error('no session')
  const before = await getAward(opened.deps, service.id, awardId)
  const details = (await getSession(opened.deps, service.id, session.id)).session
  const half = Math.ceil(details.minutes / 2)
  const entry = {
    ...entryOfSession(details),
    start: '',
    end: '',
    hours: `0:${String(half).padStart(2, '0')}`,
  }
  const hours = half < 60 ? entry.hours : `${Math.floor(half / 60)}:${String(half % 60).padStart(2, '0')}`
  const done = await correctSession(
    opened.deps,
    service.id,
    session.id,
    { entry: { ...entry, hours, reading: '' }, reason: decision.reason },
    by,
  )
  expect(done).toMatchObject({ ok: true })
  const review = await reviewOf(opened.deps, service.id, awardId)
  const { batchId } = await revokeAndReissue(opened.deps, service, awardId, decision)
  expect((await getAward(opened.deps, service.id, awardId)).status).toBe('revoked')
  expect(await waiting()).toEqual([])
  expect(batchId === undefined).toBe(!review?.stillEarned)
  if (batchId !== undefined) {
    expect(await getIssueBatch(opened.deps, service.id, batchId)).toMatchObject({ issued: 1 })
    expect(review?.minutesNow).toBe(before.minutes - (details.minutes - half))
  }
})

test('another service neither sees nor decides', async () => {
  const [session] = await approved()
  await disputeSessions(opened.deps, service.id, [session?.id ?? ''], {
    reason: 'Shut',
    actor: decision.actor,
  })
  const other = await makeService(opened.deps)
  expect(await awardsUnderReview(opened.deps, other.id)).toEqual([])
  await expect(reviewOf(opened.deps, other.id, awardId)).rejects.toMatchObject({ code: 'not-found' })
  await uphold(opened.deps, other.id, { awardId, sequence: 99 }, decision)
  expect(await waiting()).toEqual([awardId])
})
