import { sql } from 'kysely'
import { openSessionFor } from '../src/accounts/actions'
import { createApp } from '../src/app'
import { runIssueBatch, startIssueBatch } from '../src/awards/actions'
import { withOrganisation } from '../src/database/scope'
import type { Deps } from '../src/deps'
import { addMembership } from '../src/organisations/actions'
import type { Organisation } from '../src/organisations/model'
import { path } from '../src/paths'
import { earnBadge } from '../test/support/awards'
import { makePeople, makeService } from '../test/support/organisation'
import { type Benchmark, type Comparison, peakMemoryMb, runtime, type Spread, spreadOf } from './measure'
import { giveSessions, SESSIONS_EACH } from './sample-sessions'
import { openBenchService } from './service'

const ROUNDS = 9
const SIZES = [100, 1000]
const BADGE = 'LV-02'
const IMPORTS = 20
/** Sessions of each person that wait for approval. */
const WAITING = 3

const coordinator = 'coordinator@bench.example.org'
const volunteer = 'volunteer@bench.example.org'

type Page = { readonly name: string; readonly address: string; readonly as: 'coordinator' | 'volunteer' }

const pagesOf = ({ slug }: Organisation, personId: string): readonly Page[] => [
  { name: 'Today', address: path('service', { slug }), as: 'coordinator' },
  { name: 'Volunteers', address: path('serviceVolunteers', { slug }), as: 'coordinator' },
  { name: 'Hours', address: path('serviceHours', { slug }), as: 'coordinator' },
  { name: 'Badges', address: path('serviceBadges', { slug }), as: 'coordinator' },
  { name: 'one badge', address: path('serviceBadge', { slug, code: BADGE }), as: 'coordinator' },
  { name: 'Imports', address: path('serviceImports', { slug }), as: 'coordinator' },
  { name: 'Skills', address: path('serviceSkills', { slug }), as: 'coordinator' },
  { name: 'Placements', address: path('servicePlacements', { slug }), as: 'coordinator' },
  { name: 'one volunteer', address: path('serviceVolunteer', { slug, personId }), as: 'coordinator' },
  { name: 'own record', address: path('myLearnerRecord', { slug }), as: 'volunteer' },
]

/** A placement and a skill that waits for each person, and some imports. */
const giveRecords = (
  deps: Deps,
  organisationId: string,
  people: readonly string[],
  roleIds: readonly string[],
) =>
  withOrganisation(deps.db, organisationId, async ({ trx }) => {
    const now = deps.clock.now()
    const own = () => ({ organisation_id: organisationId, id: deps.random.uuid() })
    const roleOf = (number: number) => roleIds[number % roleIds.length] ?? ''
    const placements = people.map((person_id, number) => ({
      ...{ ...own(), person_id, role_id: roleOf(number), branch_id: null, starts_on: '2025-01-06' },
      ...{ ends_on: null, supervisor_name: 'Sam', supervisor_email: coordinator, opportunity_id: null },
      ...{ end_reason: null, ended_by: null, created_by: coordinator, created_at: now },
    }))
    await trx.insertInto('placement').values(placements).execute()
    const claims = people.map((person_id, number) => ({
      ...{ ...own(), person_id, title: 'Listening', context: 'At the desk', role_id: roleOf(number) },
      ...{ state: 'waiting' as const, sequence: 1, created_at: now, changed_at: now },
    }))
    await trx.insertInto('skill_claim').values(claims).execute()
    const imports = Array.from({ length: IMPORTS }, (_, number) => ({
      ...{
        ...own(),
        file_name: `hours-${number}.csv`,
        file_key: `imports/${number}`,
        created_by: coordinator,
      },
      ...{ content_hash: String(number).padStart(64, '0'), columns: '[]', mapping: '{}', finished_at: now },
      ...{
        status: 'finished' as const,
        rows_total: 300,
        rows_done: 300,
        rows_added: 300,
        file_gone_at: null,
      },
    }))
    await trx.insertInto('hours_import').values(imports).execute()
  })

/** A service with so many volunteers, a tenth of whom hold a badge. */
const fill = async (deps: Deps, size: number): Promise<{ service: Organisation; personId: string }> => {
  const service = await makeService(deps)
  const names = Array.from({ length: size }, (_, number) => `Volunteer ${number + 1}`)
  const people = await makePeople(deps, service, names)
  const first = deps.clock.now().getTime() - SESSIONS_EACH * 11 * 24 * 60 * 60 * 1000
  const roleIds = await giveSessions(deps, service.id, people, { first, waiting: WAITING })
  await giveRecords(deps, service.id, people, roleIds)
  const personIds = people.slice(0, size / 10)
  await earnBadge(deps, service, personIds)
  const { batchId } = await startIssueBatch(deps, service, { code: BADGE, actor: coordinator, personIds })
  await runIssueBatch(deps, service.id, batchId)
  const [personId = ''] = people
  await addMembership(deps, service.id, { email: coordinator, role: 'coordinator' })
  await addMembership(deps, service.id, { email: volunteer, role: 'volunteer', personId })
  return { service, personId }
}

const cookieOf = async (deps: Deps, email: string) =>
  (await openSessionFor(deps, email)).map((cookie) => cookie.split(';')[0]).join('; ')

/** The milliseconds from the request to the last byte of each page, inside the process that serves it. */
const measure = async (deps: Deps, pages: readonly Page[]): Promise<Map<string, Spread>> => {
  const app = createApp(
    deps.config,
    () => deps,
    () => '192.0.2.1',
  )
  const cookies = {
    coordinator: await cookieOf(deps, coordinator),
    volunteer: await cookieOf(deps, volunteer),
  }
  const fetchPage = async ({ name, address, as }: Page): Promise<number> => {
    const start = performance.now()
    const headers = { Accept: 'text/html', Cookie: cookies[as] }
    const response = await app.request(deps.config.origin + address, { headers })
    await response.text()
    const took = performance.now() - start
    if (response.status !== 200) throw new Error(`${name} answered ${response.status}.`)
    return took
  }
  const spreads = new Map<string, Spread>()
  for (const page of pages) {
    await fetchPage(page)
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round++) times.push(await fetchPage(page))
    spreads.set(page.name, spreadOf(times))
  }
  return spreads
}

/** Figures of the slowest page are the benchmark's own; those of every page follow. */
const run: Benchmark['run'] = async () => {
  const { deps, close } = await openBenchService()
  try {
    const bySize: { size: number; spreads: Map<string, Spread> }[] = []
    for (const size of SIZES) {
      const { service, personId } = await fill(deps, size)
      await sql`vacuum (analyze)`.execute(deps.db)
      bySize.push({ size, spreads: await measure(deps, pagesOf(service, personId)) })
    }
    const largest = bySize.at(-1)?.spreads ?? new Map<string, Spread>()
    const more = [...largest].map(([name, ours]): Comparison => {
      const growth = bySize.map(({ size, spreads }) => ({
        size,
        median: spreads.get(name)?.median ?? Number.NaN,
      }))
      return { name, ours, growth }
    })
    const [slowest] = more.toSorted((a, b) => b.ours.median - a.ours.median)
    if (slowest === undefined) throw new Error('There is no page.')
    return {
      name: 'pages',
      unit: `milliseconds of server time for the slowest page, ${slowest.name}, with ${SIZES.at(-1)} volunteers`,
      ours: slowest.ours,
      more,
      peakMemoryMb: peakMemoryMb(),
      runtime: runtime(),
    }
  } finally {
    await close()
  }
}

export const pages: Benchmark = {
  describe: `the pages of a service with ${SIZES.join(' and ')} volunteers and ${SESSIONS_EACH} sessions each on PostgreSQL`,
  run,
}
