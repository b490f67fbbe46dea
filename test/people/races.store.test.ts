import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withOrganisation } from '../../src/database/scope'
import { approveSessions, recordRegister } from '../../src/hours/actions'
import { readEntryForm } from '../../src/hours/pages/read-entry-form'
import { writeConsents } from '../../src/people/consents/actions'
import { changeGuardianConsent, guardiansOf } from '../../src/people/guardians/actions'
import { publishOpportunity } from '../../src/roles/opportunities/actions'
import {
  acceptApplication,
  answerQuestion,
  beginApplication,
  getApplication,
} from '../../src/roles/opportunities/applications'
import { questions } from '../../src/roles/opportunities/model'
import { placementsOf, startPlacement } from '../../src/roles/placements/actions'
import { coordinator, type Ground, makeGround, placementOf } from '../roles/service'
import { openTestDeps, type TestDeps } from '../support/database'
import { startOfTests } from '../support/fakes'
import { confirmGuardian, guardianOf, makeBorn } from '../support/young'

let opened: TestDeps
let ground: Ground
let clients = 0
beforeAll(async () => {
  opened = await openTestDeps()
}, 60_000)
afterAll(() => opened.close())
beforeEach(async () => {
  opened.clock.set(startOfTests)
  ground = await makeGround(opened.deps, [])
  await withOrganisation(opened.deps.db, ground.service.id, ({ trx }) =>
    trx
      .updateTable('role')
      .set({ state: 'published', supervisor_name: 'Sam Lane' })
      .where('id', '=', ground.roleId)
      .execute(),
  )
})

const bornWithConsent = async () => {
  clients += 1
  const mail = `y${clients}.example.org`
  const [personId = ''] = await makeBorn(opened.deps, ground.service, { Young: '2012-01-01' }, mail)
  await confirmGuardian(opened.deps, ground.service, personId)
  return personId
}
const withdraw = (personId: string) =>
  changeGuardianConsent(opened.deps, ground.service.id, personId, {
    ...{ answers: { role: false }, email: guardianOf(personId) },
  })

const openPlaces = async (capacity: number): Promise<string> => {
  const entry = { roleId: ground.roleId, branchId: ground.branchId, capacity: String(capacity) }
  const days = { applyUntil: '2026-06-30', startsOn: '2026-07-01', endsOn: '', times: 'Mondays' }
  const done = await publishOpportunity(opened.deps, ground.service.id, { ...entry, ...days }, coordinator)
  if (!done.ok) throw new Error(JSON.stringify(done.reason))
  return done.value
}
const applyFor = async (opportunityId: string, name: string): Promise<string> => {
  clients += 1
  const asked = { opportunityId, language: 'en', clientAddress: `192.0.2.${clients}` } as const
  const key = await beginApplication(opened.deps, ground.service.id, asked)
  const form = { name, email: `${name}@example.org`, phone: '', age: '14', message: '', data: 'yes' }
  for (const question of questions) await answerQuestion(opened.deps, ground.service, { key, question, form })
  return (await getApplication(opened.deps, ground.service.id, key)).id
}

/** When things were done, by the trail, which is written with each. */
const trailOf = (action: 'hours.approved' | 'consent.withdrawn' | 'placement.started') =>
  withOrganisation(opened.deps.db, ground.service.id, ({ trx }) =>
    trx.selectFrom('audit_event').select('id').where('action', '=', action).execute(),
  )

describe('a consent taken back at the moment at which something is done that needs it', () => {
  test('hours: approved before it, or left after it, never both ways; nothing is approved afterwards', async () => {
    const entry = (personId: string, day: string) =>
      readEntryForm({ roleId: ground.roleId, date: day, start: '10:00', end: '12:00' }, personId)
    for (let round = 0; round < 8; round += 1) {
      const personId = await bornWithConsent()
      const days = ['2026-05-04', '2026-05-05', '2026-05-06']
      for (const day of days)
        await recordRegister(opened.deps, ground.service.id, [entry(personId, day)], {
          ...{ email: coordinator, approve: false },
        })
      const approve = () =>
        approveSessions(opened.deps, ground.service.id, { all: { person: personId } }, coordinator)
      const [first, , second] = await Promise.all([approve(), withdraw(personId), approve()])
      // All three or none: the sessions of one person are approved under one answer.
      expect([0, 3]).toContain(first.approved + second.approved)
      const waits = first.approved + second.approved === 0
      expect((await approve()).held).toEqual(
        waits ? [{ personId, hold: 'guardian-withdrew', sessions: 3 }] : [],
      )
    }
    expect(await trailOf('consent.withdrawn')).toHaveLength(8)
  }, 60_000)

  test('a placement: started before it, or refused after it', async () => {
    for (let round = 0; round < 8; round += 1) {
      const personId = await bornWithConsent()
      const start = (startsOn: string) =>
        startPlacement(
          opened.deps,
          ground.service.id,
          placementOf(ground, { personId, startsOn }),
          coordinator,
        )
      const outcomes = await Promise.all([start('2026-03-10'), withdraw(personId), start('2026-03-11')])
      const started = outcomes.filter((one) => one?.ok).length
      expect(await placementsOf(opened.deps, ground.service.id, [personId])).toHaveLength(started)
      expect(await start('2026-03-12')).toEqual({
        ...{ ok: false, reason: [{ field: 'personId', reason: 'consent-missing' }] },
      })
    }
  }, 60_000)

  test('an application: accepted before it, or refused after it, and then the place stays free', async () => {
    for (let round = 0; round < 4; round += 1) {
      const personId = await bornWithConsent()
      const opportunityId = await openPlaces(1)
      const applicationId = await applyFor(opportunityId, `young${round}`)
      const accept = () =>
        acceptApplication(opened.deps, ground.service, applicationId, personId, coordinator)
      const [accepted] = await Promise.all([accept(), withdraw(personId)])
      const placed = await placementsOf(opened.deps, ground.service.id, [personId])
      expect(placed).toHaveLength(accepted.ok ? 1 : 0)
      if (!accepted.ok) expect(accepted.reason).toBe('consent-missing')
      expect((await accept()).ok).toBe(accepted.ok)
    }
  }, 60_000)
})

test('what needs a consent waits for one that is being taken back, and is refused with it', async () => {
  const { deps } = opened
  const { id } = ground.service
  const personId = await bornWithConsent()
  const applicationId = await applyFor(await openPlaces(1), 'waiting')
  const entry = { roleId: ground.roleId, date: '2026-05-04', start: '10:00', end: '12:00' }
  const by = { email: coordinator, approve: false }
  await recordRegister(deps, id, [readEntryForm(entry, personId)], by)
  const [guardian] = await guardiansOf(deps, id, personId)
  const answers = [{ purpose: 'role', agrees: false }] as const
  const word = { answers, how: 'account', actor: guardianOf(personId), capacity: 'guardian' } as const
  const begun = await withOrganisation(deps.db, id, async (scope) => {
    await writeConsents(deps, scope, personId, { ...word, guardianId: guardian?.id ?? '' })
    // Begun before the consent's transaction ends; time enough to go past it, were it not waited for.
    const all = Promise.all([
      approveSessions(deps, id, { all: { person: personId } }, coordinator),
      startPlacement(deps, id, placementOf(ground, { personId }), coordinator),
      acceptApplication(deps, ground.service, applicationId, personId, coordinator),
    ])
    await setTimeout(300)
    return { all }
  })
  const [hours, placement, application] = await begun.all
  expect(hours).toMatchObject({ approved: 0, held: [{ personId, hold: 'guardian-withdrew' }] })
  expect(placement).toMatchObject({ ok: false, reason: [{ reason: 'consent-missing' }] })
  expect(application).toEqual({ ok: false, reason: 'consent-missing' })
}, 60_000)

test('thirty-two coordinators accept thirty-two applicants for the last place: one has it', async () => {
  const opportunityId = await openPlaces(1)
  const ids: string[] = []
  for (let at = 0; at < 32; at += 1) ids.push(await applyFor(opportunityId, `person${at}`))
  const outcomes = await Promise.all(
    ids.map((id) => acceptApplication(opened.deps, ground.service, id, 'new', coordinator)),
  )
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(new Set(outcomes.flatMap((one) => (one.ok ? [] : [one.reason])))).toEqual(new Set(['no-room']))
  expect(await placementsOf(opened.deps, ground.service.id)).toHaveLength(1)
  expect(await trailOf('placement.started')).toHaveLength(1)
}, 60_000)
