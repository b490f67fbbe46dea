import { gatherFacts } from '../src/achievements/facts/actions'
import { standForBadge } from '../src/achievements/rules/stand-for-badge'
import { listBadges } from '../src/achievements/settings/actions'
import type { Deps } from '../src/deps'
import { makePeople, makeService } from '../test/support/organisation'
import { type Benchmark, peakMemoryMb, runtime, spreadOf } from './measure'
import { giveSessions, SESSIONS_EACH } from './sample-sessions'
import { openBenchService } from './service'

const ROUNDS = 5
const PEOPLE = 1000
const PEOPLE_OF_LARGE = 10_000
/** The day of everybody's first session. */
const FIRST = Date.UTC(2024, 0, 2)

/** Every badge for the people named, or for all, from the database to who is ready; gives the milliseconds. */
const evaluate = async (
  deps: Deps,
  organisationId: string,
  people: readonly string[],
  asked?: readonly string[],
): Promise<number> => {
  const start = performance.now()
  const [badges, gathered] = await Promise.all([
    listBadges(deps, organisationId),
    gatherFacts(deps, organisationId, asked),
  ])
  let ready = 0
  for (const personId of people) {
    const facts = gathered.of(personId)
    for (const { definition } of badges) if (standForBadge(definition, facts).eligible) ready += 1
  }
  const took = performance.now() - start
  if (ready === 0) throw new Error('Nobody is ready for any badge.')
  return took
}

const measure = async (deps: Deps, size: number) => {
  const service = await makeService(deps)
  const names = Array.from({ length: size }, (_, number) => `Volunteer ${number + 1}`)
  const people = await makePeople(deps, service, names)
  await giveSessions(deps, service.id, people, { first: FIRST, waiting: 0 })
  await evaluate(deps, service.id, people)
  const all: number[] = []
  const one: number[] = []
  for (let round = 0; round < ROUNDS; round++) all.push(await evaluate(deps, service.id, people))
  for (let round = 0; round < 20; round++) {
    const person = [people[round * 7] ?? '']
    one.push(await evaluate(deps, service.id, person, person))
  }
  return { all: spreadOf(all), one: spreadOf(one) }
}

const run: Benchmark['run'] = async ({ large }) => {
  const { deps, close } = await openBenchService()
  try {
    const { all, one } = await measure(deps, PEOPLE)
    const growth = [{ size: PEOPLE, median: all.median }]
    const also = [{ name: 'one volunteer after one approval, milliseconds', ...one }]
    if (large) {
      const grown = await measure(deps, PEOPLE_OF_LARGE)
      growth.push({ size: PEOPLE_OF_LARGE, median: grown.all.median })
      also.push({ name: `one volunteer of ${PEOPLE_OF_LARGE}, milliseconds`, ...grown.one })
    }
    return {
      name: 'eligibility',
      unit: `milliseconds for every badge of ${PEOPLE} volunteers with ${SESSIONS_EACH} sessions each`,
      ours: all,
      growth,
      also,
      peakMemoryMb: peakMemoryMb(),
      runtime: runtime(),
    }
  } finally {
    await close()
  }
}

export const eligibility: Benchmark = {
  describe: `every badge for ${PEOPLE} volunteers with ${PEOPLE * SESSIONS_EACH} sessions on PostgreSQL; with --large ten times as many`,
  run,
}
