import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { sql } from 'kysely'
import { getIssueBatch, runIssueBatch, startIssueBatch } from '../src/awards/actions'
import { withOrganisation } from '../src/database/scope'
import type { Deps } from '../src/deps'
import { earnBadge } from '../test/support/awards'
import { makePeople, makeService } from '../test/support/organisation'
import { type Benchmark, peakMemoryMb, runtime, spreadOf } from './measure'
import { openBenchService } from './service'

const ROUNDS = 3
const PEOPLE = 10_000
const PEOPLE_OF_LARGE = 100_000
/** How often what is in use is counted, in people. */
const COUNT_EVERY = 2_000
const CODE = 'LV-02'
/** The part of the credentials that is verified before release, but where it is all. */
const SAMPLE = '0.01'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/** What is in use when all that can be let go of is, in MB. */
const heapInUse = (): number => {
  collectGarbage()
  return process.memoryUsage().heapUsed / 2 ** 20
}

type Run = { readonly rate: number; readonly heapMb: number; readonly cpuMicroseconds: number }

/**
 * The people and sessions of a run are written at once, what a service does in years; the server's clearing up after
 * that belongs to no batch, so it is done before one begins.
 */
const settle = (deps: Deps) => sql`vacuum (analyze)`.execute(deps.db)

/** Signed, indexed, audited, with a claim link and a mail for each: everything that a real batch writes. */
const issueTo = async (deps: Deps, people: number): Promise<Run> => {
  const service = await makeService(deps)
  const names = Array.from({ length: people }, (_, number) => `Volunteer ${number + 1}`)
  const personIds = await makePeople(deps, service, names, { mail: `${service.slug}.example.org` })
  await earnBadge(deps, service, personIds)
  await settle(deps)
  const before = heapInUse()
  let heapMb = 0
  let counting = 0
  let countingCpu = 0
  const cpuTime = () => Object.values(process.cpuUsage()).reduce((sum, part) => sum + part, 0)
  const startCpu = cpuTime()
  const start = performance.now()
  const { batchId } = await startIssueBatch(deps, service, { code: CODE, actor: 'bench', personIds })
  await runIssueBatch(deps, service.id, batchId, (done) => {
    if (done % COUNT_EVERY !== 0) return
    const from = performance.now()
    const fromCpu = cpuTime()
    heapMb = Math.max(heapMb, heapInUse() - before)
    counting += performance.now() - from
    countingCpu += cpuTime() - fromCpu
  })
  const rate = (people * 1000) / (performance.now() - start - counting)
  const cpuMicroseconds = Math.round((cpuTime() - startCpu - countingCpu) / people)
  await expectIssued(deps, service.id, batchId, people)
  return { rate, heapMb: Number(heapMb.toFixed(1)), cpuMicroseconds }
}

const expectIssued = async (deps: Deps, organisationId: string, batchId: string, people: number) => {
  const { issued } = await getIssueBatch(deps, organisationId, batchId)
  const { awards } = await withOrganisation(deps.db, organisationId, ({ trx }) =>
    trx
      .selectFrom('award')
      .innerJoin('credential', 'credential.award_id', 'award.id')
      .select((count) => count.fn.countAll<number>().as('awards'))
      .executeTakeFirstOrThrow(),
  )
  if (issued !== people || awards !== people) throw new Error(`${issued} and ${awards}, not ${people} issued`)
}

/** The same with every credential verified by the reference way before it is written, as it is by default. */
const measureChecked = async () => {
  const { deps, close } = await openBenchService()
  try {
    const runs: Run[] = []
    for (let round = 0; round < ROUNDS; round++) runs.push(await issueTo(deps, COUNT_EVERY))
    return { name: 'each verified before release', ...spreadOf(runs.map(({ rate }) => rate)) }
  } finally {
    await close()
  }
}

/** From the list of people to committed rows, on a PostgreSQL server of this machine. */
const run: Benchmark['run'] = async ({ large }) => {
  const checked = await measureChecked()
  const { deps, close } = await openBenchService({ COLOPHON_RELEASE_CHECK: SAMPLE })
  try {
    await issueTo(deps, COUNT_EVERY)
    const runs: Run[] = []
    for (let round = 0; round < ROUNDS; round++) runs.push(await issueTo(deps, PEOPLE))
    const spread = spreadOf(runs.map(({ rate }) => rate))
    const heapMb = spreadOf(runs.map((one) => one.heapMb)).median
    const cpuMicroseconds = spreadOf(runs.map((one) => one.cpuMicroseconds)).median
    const growth = [{ size: PEOPLE, median: spread.median, heapMb, cpuMicroseconds }]
    if (large) {
      const { rate, ...held } = await issueTo(deps, PEOPLE_OF_LARGE)
      growth.push({ size: PEOPLE_OF_LARGE, median: Math.round(rate), ...held })
    }
    return {
      name: 'batch',
      unit: 'awards a second, signed and committed with audit trail, claim link and mail, one in 100 verified before',
      ours: spread,
      growth,
      also: [checked],
      peakMemoryMb: peakMemoryMb(),
      runtime: runtime(),
    }
  } finally {
    await close()
  }
}

export const batch: Benchmark = {
  describe: `issue a badge to ${PEOPLE} people on PostgreSQL; with --large to ${PEOPLE_OF_LARGE} too`,
  run,
}
