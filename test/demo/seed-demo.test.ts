import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { badgeEligibility } from '../../src/awards/actions'
import { badgesHeldBy } from '../../src/awards/lists/actions'
import { asSystem } from '../../src/database/scope'
import { seedDemo } from '../../src/demo/actions'
import { demoPersonas } from '../../src/demo/model'
import type { Deps } from '../../src/deps'
import { hoursOverview, previewImport, summariesFor, uploadImport } from '../../src/hours/actions'
import { getOrganisationBySlug, membershipsOf } from '../../src/organisations/actions'
import { listActivePeople } from '../../src/people/actions'
import { exampleFile } from '../hours/service'
import { openTestDeps } from '../support/database'
import { makeService } from '../support/organisation'

const countsOf = async (deps: Deps) => {
  const tables = ['organisation', 'role', 'branch', 'membership', 'person', 'award', 'hours_import'] as const
  const more = ['volunteering_session', 'session_event', 'credential'] as const
  const counts: Record<string, number> = {}
  for (const table of [...tables, ...more]) {
    const { n } = await asSystem(deps.db, ({ trx }) =>
      trx
        .selectFrom(table)
        .select((select) => select.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow(),
    )
    counts[table] = n
  }
  return counts
}

const homeOf = (deps: Deps) => getOrganisationBySlug(deps, 'demo-northmere')

test('the demonstration is made by the real actions, once, with somebody for every persona to be', async () => {
  const { deps, clock, close } = await openTestDeps('pglite')
  clock.set(new Date('2026-11-24T09:00:00Z'))
  try {
    const said: string[] = []
    await seedDemo(deps, (sentence) => said.push(sentence))
    expect(said).toHaveLength(4)
    await seedDemo(deps, (sentence) => said.push(sentence))
    expect(said).toHaveLength(4)
    const counts = await countsOf(deps)
    expect(counts).toMatchObject({ organisation: 4, branch: 15 })
    expect(counts['person']).toBeGreaterThanOrEqual(290)
    expect(counts['volunteering_session']).toBeGreaterThan(2500)
    expect(counts['award']).toBeGreaterThan(60)

    const home = await homeOf(deps)
    for (const persona of demoPersonas) {
      const organisation = await getOrganisationBySlug(deps, persona.organisationSlug)
      const memberships = await membershipsOf(deps, persona.email)
      expect(memberships).toMatchObject([{ organisationId: organisation.id, role: persona.role }])
    }
    const [volunteer] = await membershipsOf(deps, 'volunteer@demo-northmere.example')
    const personId = volunteer?.personId ?? ''
    const hours = (await summariesFor(deps, home.id, [personId])).get(personId)
    expect(hours?.approved.minutes).toBeGreaterThan(1200)
    expect(hours?.waitingMinutes).toBeGreaterThan(120)
    expect((await badgesHeldBy(deps, home.id, [personId])).get(personId)).toContain('LV-02')

    const { waiting } = await hoursOverview(deps, home.id)
    expect(waiting.count).toBeGreaterThan(50)
    expect(waiting.oldest).toMatch(/^2026-10-0/)
    for (const code of ['LV-02', 'LV-05']) {
      const standings = await badgeEligibility(deps, home.id, code)
      expect(standings.filter(({ eligible }) => eligible).length, code).toBeGreaterThan(2)
    }

    const names = (await listActivePeople(deps, home.id)).map(({ preferredName }) => preferredName)
    expect(names).toContain('Amina Hassan')
    const faults: Record<string, number> = {}
    for (const name of readdirSync('examples').filter((file) => file.endsWith('.csv'))) {
      const file = { fileName: name, bytes: exampleFile(name), actor: 'coordinator@demo-northmere.example' }
      const { importId } = await uploadImport(deps, home.id, file)
      const preview = await previewImport(deps, home.id, importId)
      expect(preview.missing, name).toEqual([])
      expect(preview.unknownBranches, name).toEqual([])
      faults[name] = preview.faultCount
    }
    expect(faults).toEqual({
      'better-impact-export.csv': 0,
      'sessions-template.csv': 0,
      'sessions-with-faults.csv': 12,
      'teamkinetic-export.csv': 0,
      'three-rings-export.csv': 0,
    })
  } finally {
    await close()
  }
}, 120_000)

test('a demonstration that was stopped again and again is finished, with nothing twice', async () => {
  const whole = await openTestDeps('pglite')
  const stopped = await openTestDeps('pglite')
  try {
    await seedDemo(whole.deps, () => {}, 3)
    const expected = await countsOf(whole.deps)
    let starts = 0
    for (let finished = false; !finished; starts += 1) {
      let calls = 0
      const failing = {
        ...stopped.deps,
        random: {
          ...stopped.deps.random,
          uuid: () => {
            calls += 1
            if (calls > 60 + 40 * starts) throw new Error('stopped')
            return stopped.deps.random.uuid()
          },
        },
      }
      finished = await seedDemo(failing, () => {}, 3).then(
        () => true,
        () => false,
      )
    }
    expect(starts).toBeGreaterThan(3)
    expect(await countsOf(stopped.deps)).toEqual(expected)
  } finally {
    await whole.close()
    await stopped.close()
  }
}, 120_000)

test('a database that is in use gets no demonstration', async () => {
  const { deps, close } = await openTestDeps('pglite')
  try {
    await makeService(deps)
    const before = await countsOf(deps)
    await seedDemo(deps, () => {}, 3)
    expect(await countsOf(deps)).toEqual(before)
  } finally {
    await close()
  }
}, 60_000)
