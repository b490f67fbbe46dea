import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { gatherFacts } from '../../src/achievements/facts/actions'
import type { RuleCondition } from '../../src/achievements/model'
import { evaluateRule } from '../../src/achievements/rules/evaluate-rule'
import { badgeEligibility } from '../../src/awards/eligibility'
import { withOrganisation } from '../../src/database/scope'
import { recordEvidence, writeReflection } from '../../src/evidence/actions'
import { addRole } from '../../src/roles/actions'
import { recordBoundary, recordConsultation } from '../../src/roles/boundary/actions'
import {
  endPlacement,
  getPlacement,
  placementsOf,
  startPlacement,
  tickInduction,
} from '../../src/roles/placements/actions'
import { recordCheck, recordTraining } from '../../src/roles/training/actions'
import { changeOwnClaim, confirmClaims, getClaim, recordClaim } from '../../src/skills/actions'
import { coordinator, type Ground, makeGround, placementOf } from '../roles/service'
import { openTestDeps, type TestDeps } from '../support/database'

let opened: TestDeps
let ground: Ground
let person: string
beforeAll(async () => {
  opened = await openTestDeps()
})
afterAll(() => opened.close())
beforeEach(async () => {
  opened.clock.set(new Date('2026-06-01T10:00:00Z'))
  ground = await makeGround(opened.deps)
  person = ground.people[0] ?? ''
})

const factsOf = async (of = person) => (await gatherFacts(opened.deps, ground.service.id)).of(of)
const meets = async (condition: RuleCondition, of = person) =>
  evaluateRule(condition, await factsOf(of)).eligible
const place = async (more: Parameters<typeof placementOf>[1] = {}) => {
  const done = await startPlacement(opened.deps, ground.service.id, placementOf(ground, more), coordinator)
  if (!done.ok) throw new Error(JSON.stringify(done.reason))
  return done.value
}
const train = (module: string, completedOn: string, score = '') =>
  recordTraining(
    opened.deps,
    ground.service.id,
    { personIds: [person], module, completedOn, score },
    coordinator,
  )

test('training counts from the day it is recorded to the day before it runs out', async () => {
  const trained = { kind: 'training', module: 'safeguarding' } as const
  expect(await meets(trained)).toBe(false)
  await train('safeguarding', '2024-06-02')
  expect(await meets(trained)).toBe(true)
  expect(await meets(trained, ground.people[1])).toBe(false)
  opened.clock.set(new Date('2026-06-02T10:00:00Z'))
  expect(await meets(trained)).toBe(false)
  await train('safeguarding', '2026-06-02')
  expect(await meets(trained)).toBe(true)
})

test('training that staff noted as evidence runs out as well, and a failed quiz counts for nothing', async () => {
  const entry = { kind: 'training', module: 'safeguarding', date: '2024-06-01' }
  const empty = { count: '', faults: '', area: '', score: '', note: '' }
  const to = { personIds: [person], requestId: opened.deps.random.uuid(), actor: coordinator }
  await recordEvidence(opened.deps, ground.service.id, { ...empty, ...entry }, to)
  opened.clock.set(new Date('2026-05-31T10:00:00Z'))
  expect(await meets({ kind: 'training', module: 'safeguarding' })).toBe(true)
  opened.clock.set(new Date('2026-06-01T10:00:00Z'))
  expect(await meets({ kind: 'training', module: 'safeguarding' })).toBe(false)
  await train('data-protection', '2026-05-01', '79')
  expect(await meets({ kind: 'training', module: 'data-protection' })).toBe(false)
  await train('data-protection', '2026-05-02', '80')
  expect(await meets({ kind: 'training', module: 'data-protection', minScore: 80 })).toBe(true)
})

test('the first weeks are done with the last item of the checklist, not before', async () => {
  const placementId = await place()
  const { induction } = await getPlacement(opened.deps, ground.service.id, placementId)
  const items = induction.map(({ id }) => id)
  expect(items.length).toBeGreaterThan(1)
  await tickInduction(opened.deps, ground.service.id, placementId, items.slice(1), coordinator)
  expect(await meets({ kind: 'induction' })).toBe(false)
  await tickInduction(opened.deps, ground.service.id, placementId, items, coordinator)
  expect(await meets({ kind: 'induction' })).toBe(true)
  expect(await meets({ kind: 'induction' }, ground.people[1])).toBe(false)
})

test('a placement that the service ended is no good standing; another that holds is, from its first day', async () => {
  const { deps } = opened
  expect((await factsOf()).standing).toBe('not-kept')
  const first = await place()
  expect((await factsOf()).standing).toBe('good')
  await endPlacement(
    deps,
    ground.service.id,
    first,
    { on: '2026-05-20', reason: 'service-decision' },
    coordinator,
  )
  expect((await factsOf()).standing).toBe('ended-badly')
  await place({ startsOn: '2026-06-02' })
  expect((await factsOf()).standing).toBe('ended-badly')
  opened.clock.set(new Date('2026-06-02T10:00:00Z'))
  expect((await factsOf()).standing).toBe('good')
  expect(await placementsOf(deps, ground.service.id, [person])).toHaveLength(2)
})

test('a boundary counts once a decision is in force and a union was really consulted', async () => {
  const { deps } = opened
  const { service, roleId } = ground
  const bound = { kind: 'boundary', role: 'RO-03' } as const
  const decision = {
    ...{ taskClass: 'value-added', rationale: 'Nobody is paid for it.', statementVersion: '' },
    ...{ inForceFrom: '2026-06-02', reviewOn: '2027-05-01', decidedBy: 'Jo Hart' },
  }
  opened.clock.set(new Date('2026-06-02T10:00:00Z'))
  expect(await recordBoundary(deps, service.id, roleId, decision, coordinator)).toMatchObject({ ok: true })
  const consult = (outcome: string, heldOn: string) =>
    recordConsultation(
      deps,
      service.id,
      roleId,
      { body: 'UNISON', heldOn, outcome, note: '', documentUrl: 'https://example.org/minutes' },
      coordinator,
    )
  await consult('awaited', '2026-05-01')
  expect(await meets(bound)).toBe(false)
  await consult('agreed', '2026-05-20')
  expect(await meets(bound)).toBe(true)
  opened.clock.set(new Date('2026-06-01T10:00:00Z'))
  expect(await meets(bound)).toBe(false)
})

test('a decision on a check counts while it holds; the newest one does', async () => {
  const decided = { kind: 'records', record: 'eligibility-decision', atLeast: 1 } as const
  const check = (outcome: string, decidedOn: string, expiresOn = '') =>
    recordCheck(
      opened.deps,
      ground.service.id,
      person,
      {
        ...{ kind: 'dbs', level: 'enhanced', outcome, relation: '' },
        ...{ decidedBy: 'Jo', decidedOn, expiresOn },
      },
      coordinator,
    )
  await check('suitable', '2026-05-01', '2026-06-02')
  expect(await meets(decided)).toBe(true)
  opened.clock.set(new Date('2026-06-02T10:00:00Z'))
  expect(await meets(decided)).toBe(false)
  await check('suitable', '2026-05-20')
  expect(await meets(decided)).toBe(true)
  await check('not-suitable', '2026-05-21')
  expect(await meets(decided)).toBe(false)
})

test('three confirmed skills from two roles, a reflection and a talk make somebody ready for the portfolio', async () => {
  const { deps } = opened
  const { id } = ground.service
  const role = { nationalCode: 'RO-01', titleEn: 'Reading challenge', titleCy: null }
  const other = await addRole(deps, id, { ...role, boundaryClass: 'value-added' })
  const mail = 'ann@example.org'
  await withOrganisation(deps.db, id, ({ trx }) =>
    trx.updateTable('person').set({ email: mail }).where('id', '=', person).execute(),
  )
  const missing = async () =>
    (await badgeEligibility(deps, id, 'LV-26')).find(({ personId }) => personId === person)?.missing?.en
  const claims: string[] = []
  for (const [title, roleId] of [
    ['Listening', ground.roleId],
    ['Explaining', ground.roleId],
    ['Reading aloud', other],
  ] as const) {
    await recordClaim(deps, id, person, { title, roleId }, mail).then(({ claimId }) => claims.push(claimId))
  }
  await writeReflection(deps, id, {
    ...{ personId: person, badgeCode: null, text: 'What I learned.', requestId: deps.random.uuid() },
    actor: mail,
  })
  const empty = { count: '', faults: '', area: '', module: '', score: '', note: '' }
  await recordEvidence(
    deps,
    id,
    { ...empty, kind: 'supervisor-conversation', date: '2026-05-30' },
    { personIds: [person], requestId: deps.random.uuid(), actor: coordinator },
  )
  expect(await missing()).toBe('3 more confirmed skills, from different roles')
  const submitted = []
  for (const claimId of claims) {
    await changeOwnClaim(deps, id, claimId, { kind: 'submitted' }, mail)
    submitted.push({ claimId, sequence: (await getClaim(deps, id, claimId)).sequence })
  }
  await confirmClaims(deps, id, submitted.slice(0, 2), 'Seen at rhyme time.', coordinator)
  expect(await missing()).toBe('1 more confirmed skill, from different roles')
  await confirmClaims(deps, id, submitted.slice(2), 'Seen in summer.', coordinator)
  expect(await missing()).toBeUndefined()
})
