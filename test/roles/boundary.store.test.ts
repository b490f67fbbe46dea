import { afterAll, beforeAll, expect, test } from 'vitest'
import { approveSessions, recordSession } from '../../src/hours/actions'
import { readEntryForm } from '../../src/hours/pages/read-entry-form'
import {
  boundaryRecordOf,
  countReviews,
  hoursByClass,
  listRegister,
  recordBoundary,
  recordConsultation,
  recordStatement,
} from '../../src/roles/boundary/actions'
import type { BoundaryEntry } from '../../src/roles/boundary/model'
import {
  adoptRole,
  changeRole,
  decideCheck,
  getRole,
  listCatalogue,
  setHidden,
  setRoleState,
} from '../../src/roles/catalogue/actions'
import { getPublishedRole, publishOpportunity } from '../../src/roles/opportunities/actions'
import { entryOfRole } from '../../src/roles/rules/read-role'
import { openTestDeps, type TestDeps } from '../support/database'
import { coordinator, type Ground, makeGround } from './service'

let opened: TestDeps
beforeAll(async () => {
  opened = await openTestDeps()
})
afterAll(() => opened.close())

const decide = (ground: Ground, more: Partial<BoundaryEntry> = {}) =>
  recordBoundary(
    opened.deps,
    ground.service.id,
    ground.roleId,
    {
      ...{ taskClass: 'value-added', rationale: 'Nobody is paid for it.', statementVersion: '' },
      ...{ inForceFrom: '2026-05-01', reviewOn: '2027-05-01', decidedBy: 'Jo Hart', ...more },
    },
    coordinator,
  )

const consult = (ground: Ground, outcome: string) =>
  recordConsultation(
    opened.deps,
    ground.service.id,
    ground.roleId,
    { body: 'UNISON', heldOn: '2026-05-20', outcome, note: '', documentUrl: 'https://example.org/minutes' },
    coordinator,
  )

const missingOf = async ({ service, roleId }: Ground) =>
  (await getRole(opened.deps, service.id, roleId)).readiness.steps
    .filter(({ state }) => state === 'missing')
    .map(({ step }) => step)

/** Everything but the boundary that a role needs to be published. */
const supply = async ({ service, roleId }: Ground) => {
  const { deps } = opened
  const { role } = await getRole(deps, service.id, roleId)
  const entry = { ...entryOfRole(role), training: 'none', supervisorName: 'Sam Lane' }
  expect(await changeRole(deps, service.id, roleId, entry, coordinator)).toMatchObject({ ok: true })
  const check = { risk: 'low', level: 'none', legalBasis: 'No eligible activity.', decidedBy: 'Jo Hart' }
  const done = await decideCheck(deps, service.id, roleId, { ...check, decidedOn: '2026-05-01' }, coordinator)
  expect(done).toMatchObject({ ok: true })
}

const publish = ({ service, roleId }: Ground) =>
  setRoleState(opened.deps, service.id, roleId, 'published', coordinator)

test('a role is published once everything is there, and its page says what is missing until then', async () => {
  const ground = await makeGround(opened.deps)
  expect(await missingOf(ground)).toEqual(['boundary', 'check', 'training', 'supervisor'])
  await expect(publish(ground)).rejects.toMatchObject({ code: 'conflict' })
  await decide(ground)
  await supply(ground)
  expect(await missingOf(ground)).toEqual([])
  await publish(ground)
  expect(await getPublishedRole(opened.deps, ground.service.id, ground.roleId)).toMatchObject({
    role: { id: ground.roleId, boundaryClass: 'value-added' },
    opportunities: [],
  })
})

test('operational work needs a talk with the union that took place; work for staff is never published', async () => {
  const ground = await makeGround(opened.deps)
  await supply(ground)
  await decide(ground, { taskClass: 'supervised-operational' })
  expect(await missingOf(ground)).toEqual(['consultation'])
  await consult(ground, 'awaited')
  await expect(publish(ground)).rejects.toMatchObject({ code: 'conflict' })
  await consult(ground, 'agreed-with-conditions')
  await publish(ground)
  expect(await boundaryRecordOf(opened.deps, ground.service.id, ground.roleId)).toMatchObject({
    record: { taskClass: 'supervised-operational' },
    consulted: true,
  })
  const opportunity = { roleId: ground.roleId, branchId: '', capacity: '1', applyUntil: '2026-09-01' }
  const more = { startsOn: '2026-09-10', endsOn: '', times: '' }
  await publishOpportunity(opened.deps, ground.service.id, { ...opportunity, ...more }, coordinator)
  await decide(ground, { taskClass: 'staff-only', inForceFrom: '2026-06-01' })
  expect(await getRole(opened.deps, ground.service.id, ground.roleId)).toMatchObject({
    role: { state: 'adopted', boundaryClass: 'staff-only' },
    readiness: { staffOnly: true, ready: false },
  })
  await expect(publish(ground)).rejects.toMatchObject({ code: 'conflict' })
  await expect(getPublishedRole(opened.deps, ground.service.id, ground.roleId)).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('a newer position statement and a review that is due bring a role up again', async () => {
  const { deps, clock } = opened
  const ground = await makeGround(deps)
  const { id } = ground.service
  const reasons = async () => (await listRegister(deps, id)).rows[0]?.review
  expect(await reasons()).toEqual(['no-record'])
  expect(await countReviews(deps, id)).toBe(0)
  const state = (version: string, inForceFrom: string) =>
    recordStatement(deps, id, { version, title: 'Statement', url: '', inForceFrom }, coordinator)
  await state('1', '2026-01-01')
  expect(await state('1', '2026-02-01')).toMatchObject({ reason: [{ reason: 'version-taken' }] })
  await decide(ground, { statementVersion: '1', reviewOn: '2026-06-02' })
  expect(await reasons()).toEqual([])
  await state('2', '2026-06-02')
  expect(await reasons()).toEqual([])
  const before = clock.now()
  clock.advance(24 * 60 * 60_000)
  expect(await reasons()).toEqual(['review-due', 'new-statement'])
  expect(await countReviews(deps, id)).toBe(1)
  await decide(ground, { statementVersion: '2', inForceFrom: '2026-06-02' })
  expect(await reasons()).toEqual([])
  clock.set(before)
})

test('hours count under the class that was in force on their own day', async () => {
  const { deps } = opened
  const ground = await makeGround(deps)
  const { id } = ground.service
  await decide(ground, { inForceFrom: '2026-03-10' })
  await decide(ground, { taskClass: 'supervised-operational', inForceFrom: '2026-04-10' })
  const days = ['2026-03-09', '2026-03-10', '2026-04-09', '2026-04-10', '2026-05-05']
  const sessionIds: string[] = []
  for (const date of days) {
    const entry = readEntryForm(
      { roleId: ground.roleId, date, start: '10:00', end: '11:00' },
      ground.people[0] ?? '',
    )
    const by = { email: coordinator, as: 'coordinator', source: 'coordinator' } as const
    const done = await recordSession(deps, id, entry, by)
    if (done.ok) sessionIds.push(done.value.sessionId)
  }
  const period = { from: '2026-03-01', to: '2026-05-04' }
  expect(await hoursByClass(deps, id, period)).toEqual([])
  await approveSessions(deps, id, { sessionIds }, 'head@example.org')
  expect(await hoursByClass(deps, id, period)).toEqual([
    { taskClass: 'none', sessions: 1, minutes: 60 },
    { taskClass: 'supervised-operational', sessions: 1, minutes: 60 },
    { taskClass: 'value-added', sessions: 2, minutes: 120 },
  ])
})

test('national roles are taken under a title of the service’s own, or hidden unless they are in use', async () => {
  const { deps } = opened
  const { service } = await makeGround(deps)
  const adopt = (titleEn?: string) =>
    adoptRole(deps, service.id, { code: 'RO-11', ...(titleEn === undefined ? {} : { titleEn }) }, coordinator)
  await setHidden(deps, service.id, { code: 'RO-11', hidden: true }, coordinator)
  const rowOf = async (code: string) =>
    (await listCatalogue(deps, service.id)).find((row) => row.code === code)
  expect(await rowOf('RO-11')).toMatchObject({ hidden: true, roles: [] })
  expect(await adopt('Plot keeper')).toMatchObject({ ok: true })
  expect(await rowOf('RO-11')).toMatchObject({
    hidden: false,
    roles: [{ titleEn: 'Plot keeper', titleCy: null }],
  })
  expect(await adopt('plot keeper')).toEqual({
    ok: false,
    reason: [{ field: 'titleEn', reason: 'title-taken' }],
  })
  expect(await adopt()).toMatchObject({ ok: true })
  await expect(
    setHidden(deps, service.id, { code: 'RO-11', hidden: true }, coordinator),
  ).rejects.toMatchObject({
    code: 'conflict',
  })
  expect(await listCatalogue(deps, service.id)).toHaveLength(22)
})

test('a decision and a talk stay as they were recorded', async () => {
  const ground = await makeGround(opened.deps)
  await decide(ground)
  const { db } = opened.deps
  await expect(db.deleteFrom('boundary_record').execute()).rejects.toMatchObject({ code: '42501' })
  await expect(db.updateTable('boundary_record').set({ rationale: 'x' }).execute()).rejects.toMatchObject({
    code: '42501',
  })
})
