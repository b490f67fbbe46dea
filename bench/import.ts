import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Deps } from '../src/deps'
import { checkLedger, getImport, runImport, startImport, uploadImport } from '../src/hours/actions'
import { guessMapping } from '../src/hours/rules/guess-mapping'
import { addBranch } from '../src/organisations/actions'
import { addRole } from '../src/roles/actions'
import { makeService } from '../test/support/organisation'
import { type Benchmark, peakMemoryMb, runtime, spreadOf } from './measure'
import { openBenchService } from './service'

const ROUNDS = 3
const ROWS = 100_000
const ROWS_OF_LARGE = 1_000_000
const PEOPLE = 1_000
/** How often what is in use is counted, in rows. */
const COUNT_EVERY = 20_000
const columns = ['Reference', 'Name', 'Email', 'Date', 'Start', 'End', 'Role', 'Library']

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/** What is in use when all that can be let go of is, buffers included, in MB. */
const inUse = (): number => {
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 2 ** 20
}

/** Sessions of a thousand volunteers, some of which run at the same time as another. */
const makeFile = (rows: number): Uint8Array => {
  const lines = [columns.join(',')]
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  for (let row = 0; row < rows; row++) {
    const person = row % PEOPLE
    const turn = Math.floor(row / PEOPLE)
    const day = new Date(Date.UTC(2025, 3, 1 + (turn % 500))).toISOString().slice(0, 10)
    const start = 480 + ((Math.floor(turn / 500) * 61 + person) % 600)
    lines.push(
      `V-${person},Volunteer ${person},v${person}@example.org,${day},${clock(start)},${clock(start + 90)},Garden,Central`,
    )
  }
  return new TextEncoder().encode(lines.join('\r\n'))
}

type Run = { readonly rate: number; readonly heldMb: number }

/** From the bytes of a file to committed rows with their chains of entries. */
const importRows = async (deps: Deps, rows: number): Promise<Run> => {
  const { id } = await makeService(deps)
  const role = {
    nationalCode: 'RO-11',
    titleEn: 'Garden',
    titleCy: null,
    boundaryClass: 'value-added',
  } as const
  await addRole(deps, id, role)
  await addBranch(deps, id, { name: 'Central', libraryType: 'LAL' })
  let bytes: Uint8Array | undefined = makeFile(rows)
  const mapping = guessMapping(columns, [])
  const before = inUse() - bytes.length / 2 ** 20
  let heldMb = 0
  let counting = 0
  const start = performance.now()
  const { importId } = await uploadImport(deps, id, { fileName: 'sessions.csv', bytes, actor: 'bench' })
  bytes = undefined
  await startImport(deps, id, importId, mapping, 'bench')
  await runImport(deps, id, importId, (done) => {
    if (done % COUNT_EVERY !== 0) return
    const from = performance.now()
    heldMb = Math.max(heldMb, inUse() - before)
    counting += performance.now() - from
  })
  const rate = (rows * 1000) / (performance.now() - start - counting)
  const { rowsAdded, rowsFaulty } = await getImport(deps, id, importId)
  if (rowsAdded !== rows || rowsFaulty !== 0) throw new Error(`${rowsAdded} of ${rows} rows are in.`)
  const { entries, broken } = await checkLedger(deps, id)
  if (entries !== rows || broken.length > 0) throw new Error('The chains of the ledger are not whole.')
  return { rate, heldMb: Number(heldMb.toFixed(1)) }
}

/** Sessions from CSV on a PostgreSQL server of this machine. */
const run: Benchmark['run'] = async ({ large }) => {
  const { deps, close } = await openBenchService()
  try {
    await importRows(deps, COUNT_EVERY)
    const runs: Run[] = []
    for (let round = 0; round < ROUNDS; round++) runs.push(await importRows(deps, ROWS))
    const ours = spreadOf(runs.map(({ rate }) => rate))
    const growth = [
      { size: ROWS, median: ours.median, heapMb: spreadOf(runs.map((one) => one.heldMb)).median },
    ]
    if (large) {
      const { rate, heldMb } = await importRows(deps, ROWS_OF_LARGE)
      growth.push({ size: ROWS_OF_LARGE, median: Math.round(rate), heapMb: heldMb })
    }
    return {
      name: 'import',
      unit: 'sessions a second from CSV, parsed, matched to people, checked for doubles and overlaps, chained and committed',
      ours,
      growth,
      peakMemoryMb: peakMemoryMb(),
      runtime: runtime(),
    }
  } finally {
    await close()
  }
}

export const importSessions: Benchmark = {
  describe: `import ${ROWS} sessions on PostgreSQL; with --large ${ROWS_OF_LARGE} too`,
  run,
}
