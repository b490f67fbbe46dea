import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  getIssueBatch,
  resumeIssueBatches,
  revokeAward,
  runIssueBatch,
  startIssueBatch,
} from '../../src/awards/actions'
import { withOrganisation } from '../../src/database/scope'
import type { Deps } from '../../src/deps'
import type { Organisation } from '../../src/organisations/model'
import { earnBadge, issueBadge } from '../support/awards'
import { openTestDeps, type TestDeps } from '../support/database'
import { makePeople, makeService } from '../support/organisation'

let opened: TestDeps
let deps: Deps
beforeAll(async () => {
  opened = await openTestDeps()
  deps = opened.deps
})
afterAll(() => opened.close())

const actor = 'coordinator@example.org'
const names = (count: number) => Array.from({ length: count }, (_, number) => `Volunteer ${number + 1}`)
const contentsOf = (service: Organisation) =>
  withOrganisation(deps.db, service.id, async ({ trx }) => ({
    awards: await trx.selectFrom('award').selectAll().execute(),
    credentials: await trx.selectFrom('credential').selectAll().execute(),
    claims: await trx.selectFrom('claim').selectAll().execute(),
    mails: await trx.selectFrom('outbox').selectAll().execute(),
    audit: await trx.selectFrom('audit_event').selectAll().where('action', '=', 'award.issued').execute(),
  }))
const countsOf = async (service: Organisation) =>
  Object.fromEntries(Object.entries(await contentsOf(service)).map(([name, rows]) => [name, rows.length]))

test('a batch issues to those who have earned the badge and says why the others were refused', async () => {
  const service = await makeService(deps)
  const [holder = '', earned = '', short = '', ended = ''] = await makePeople(deps, service, names(4))
  const { awardIds } = await issueBadge(deps, service, [holder])
  await earnBadge(deps, service, [earned, ended])
  await withOrganisation(deps.db, service.id, ({ trx }) =>
    trx.updateTable('person').set({ status: 'ended' }).where('id', '=', ended).execute(),
  )
  const stranger = deps.random.uuid()
  const personIds = [holder, earned, short, ended, stranger, earned]
  const { batchId } = await startIssueBatch(deps, service, { code: 'LV-02', actor, personIds })
  expect(await getIssueBatch(deps, service.id, batchId)).toEqual({
    id: batchId,
    code: 'LV-02',
    total: 5,
    done: 5,
    issued: 1,
    refused: [
      { personId: holder, reason: 'already-holds' },
      { personId: short, reason: 'not-eligible' },
      { personId: ended, reason: 'not-eligible' },
      { personId: stranger, reason: 'not-eligible' },
    ],
    decidedBy: actor,
    createdAt: deps.clock.now(),
    finishedAt: deps.clock.now(),
  })
  await revokeAward(deps, service.id, awardIds[0] ?? '', { reason: 'A mistake', actor })
  const again = await startIssueBatch(deps, service, { code: 'LV-02', actor, personIds })
  expect(await getIssueBatch(deps, service.id, again.batchId)).toMatchObject({ issued: 1 })
})

test('each gets the edition of the language that they are written to in, with the role in that language', async () => {
  const service = await makeService(deps)
  const [english = ''] = await makePeople(deps, service, ['Amina'])
  const [welsh = ''] = await makePeople(deps, service, ['Siân'], { language: 'cy' })
  await issueBadge(deps, service, [english, welsh])
  const { awards, credentials } = await contentsOf(service)
  const subjectOf = (personId: string) => {
    const id = awards.find((award) => award.person_id === personId)?.id
    return JSON.parse(credentials.find((one) => one.award_id === id)?.document ?? '').credentialSubject
  }
  expect(subjectOf(english)).toMatchObject({
    role: 'Home library service',
    achievement: { inLanguage: 'en', name: 'Regular Library Volunteer' },
  })
  expect(subjectOf(welsh)).toMatchObject({
    role: 'Gwasanaeth llyfrgell gartref',
    achievement: { inLanguage: 'cy', name: 'Gwirfoddolwr Llyfrgell Rheolaidd' },
  })
})

test('a large batch waits for its job, runs in chunks, and running it again changes nothing', async () => {
  const service = await makeService(deps)
  const people = await makePeople(deps, service, names(450), { mail: 'large.example.org' })
  await earnBadge(deps, service, people)
  opened.queued.length = 0
  const { batchId } = await startIssueBatch(deps, service, { code: 'LV-02', actor, personIds: 'eligible' })
  expect(opened.queued).toEqual([{ kind: 'issue-badges', organisationId: service.id, batchId }])
  expect(await getIssueBatch(deps, service.id, batchId)).toMatchObject({ total: 450, done: 0 })

  const seen: [number, number][] = []
  await runIssueBatch(deps, service.id, batchId, (...progress) => seen.push(progress))
  expect(seen).toEqual([
    [400, 450],
    [450, 450],
  ])
  const once = { awards: 450, credentials: 450, claims: 450, mails: 450, audit: 450 }
  expect(await countsOf(service)).toEqual(once)
  await runIssueBatch(deps, service.id, batchId)
  expect(await countsOf(service)).toEqual(once)
}, 60_000)

test('two runs of one batch at once, and one that stops in the middle, issue nothing twice', async () => {
  const service = await makeService(deps)
  const people = await makePeople(deps, service, names(450), { mail: 'twice.example.org' })
  await earnBadge(deps, service, people)
  const { batchId } = await startIssueBatch(deps, service, { code: 'LV-02', actor, personIds: people })
  const stopping = runIssueBatch(deps, service.id, batchId, () => {
    throw new Error('the process ends')
  })
  await expect(stopping).rejects.toThrow('the process ends')
  expect(await getIssueBatch(deps, service.id, batchId)).toMatchObject({ done: 400, finishedAt: null })
  await Promise.all([
    runIssueBatch(deps, service.id, batchId),
    runIssueBatch(deps, service.id, batchId),
    runIssueBatch(deps, service.id, batchId),
  ])
  expect(await getIssueBatch(deps, service.id, batchId)).toMatchObject({
    done: 450,
    issued: 450,
    refused: [],
  })
  const once = { awards: 450, credentials: 450, claims: 450, mails: 450, audit: 450 }
  expect(await countsOf(service)).toEqual(once)
}, 60_000)

test('a batch that nobody works on goes back on the queue after five minutes, and not again at once', async () => {
  const service = await makeService(deps)
  const people = await makePeople(deps, service, names(101))
  const { batchId } = await startIssueBatch(deps, service, { code: 'LV-02', actor, personIds: people })
  const job = { kind: 'issue-badges', organisationId: service.id, batchId }
  const resumed = async () => {
    opened.queued.length = 0
    await resumeIssueBatches(deps)
    return opened.queued
  }
  expect(await resumed()).toEqual([])
  opened.clock.advance(5 * 60_000 + 1)
  expect(await resumed()).toEqual([job])
  expect(await resumed()).toEqual([])
  await runIssueBatch(deps, service.id, batchId)
  opened.clock.advance(5 * 60_000 + 1)
  expect(await resumed()).toEqual([])
})

test('no one is told of a badge where the caller wants it so, and no batch of another service is seen', async () => {
  const [service, other] = [await makeService(deps), await makeService(deps)]
  const people = await makePeople(deps, service, names(2), { mail: 'quiet.example.org' })
  await earnBadge(deps, service, people)
  opened.queued.length = 0
  const decision = { code: 'LV-02', actor, personIds: people, notify: false }
  const { batchId } = await startIssueBatch(deps, service, decision)
  expect(await countsOf(service)).toMatchObject({ awards: 2, claims: 0, mails: 0 })
  expect(opened.queued).toEqual([])
  await expect(getIssueBatch(deps, other.id, batchId)).rejects.toMatchObject({ code: 'not-found' })
  await expect(getIssueBatch(deps, service.id, 'nothing')).rejects.toMatchObject({ code: 'not-found' })
  await expect(startIssueBatch(deps, service, { ...decision, personIds: ['x'] })).rejects.toMatchObject({
    code: 'invalid-input',
  })
  await expect(startIssueBatch(deps, service, { ...decision, code: 'LV-99' })).rejects.toMatchObject({
    code: 'not-found',
  })
})
