import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../src/app'
import { getCredentialText } from '../src/awards/actions'
import type { Config } from '../src/config'
import type { Deps } from '../src/deps'
import { buildStatusListCredential } from '../src/openbadges/build'
import { generateKeyPair, signDocument } from '../src/openbadges/proof'
import {
  createStatusBits,
  encodeStatusList,
  MINIMUM_ENTRIES,
  writeStatusBit,
} from '../src/openbadges/status-list'
import { createNodeEd25519Signer } from '../src/platform/ed25519-signer-node'
import { issueBadge } from '../test/support/awards'
import { makePeople, makeService } from '../test/support/organisation'
import { type Benchmark, peakMemoryMb, runtime, type Spread, spreadOf } from './measure'
import { openBenchService } from './service'

const ROUNDS = 25
const SET = Math.round(MINIMUM_ENTRIES / 100)
const ISSUER = 'did:web:badges.example:organisations:fenshire-libraries'
const ADDRESS = 'https://badges.example/status/1'
const CREATED = new Date('2026-03-02T09:30:00Z')
const ANSWERS_A_ROUND = 1_000
const ANSWER_ROUNDS = 9

/** As many different places as asked for, spread over a list of `size`. */
const choosePlaces = (count: number, size: number): number[] => {
  const places = new Set<number>()
  while (places.size < count) places.add(Math.floor(Math.random() * size))
  return [...places]
}

/** Milliseconds to make a list with 1 % of its places set, from the places to the text of the signed list. */
const timeLists = async (entries: number): Promise<Spread> => {
  const keys = await generateKeyPair('Ed25519')
  const signer = createNodeEd25519Signer({ ...keys, verificationMethod: `${ISSUER}#key-1` })
  const figures: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const places = choosePlaces((entries / MINIMUM_ENTRIES) * SET, entries)
    const start = performance.now()
    const bits = createStatusBits(entries)
    for (const place of places) writeStatusBit(bits, place, true)
    const document = buildStatusListCredential({
      id: ADDRESS,
      issuerId: ISSUER,
      validFrom: CREATED,
      encodedList: encodeStatusList(bits),
      ttl: 60_000,
    })
    const text = JSON.stringify(await signDocument({ document, signer, created: CREATED }))
    if (round > 0) figures.push(performance.now() - start)
    if (!text.includes('proofValue')) throw new Error('The list is not signed.')
  }
  return spreadOf(figures)
}

/** The address of a list that is signed and that somebody asked for already. */
const publishList = async (deps: Deps): Promise<string> => {
  const service = await makeService(deps)
  const { awardIds } = await issueBadge(deps, service, await makePeople(deps, service, ['Gwen']))
  const credential = JSON.parse(await getCredentialText(deps, service.id, awardIds[0] ?? ''))
  return credential.credentialStatus.statusListCredential
}

type Ask = () => Promise<{ readonly status: number; text(): Promise<string> }>

/** Milliseconds of processor time an answer, as `usedSoFar` counts them. */
const timeAnswers = async (ask: Ask, usedSoFar: () => number, answersAtOnce = 1): Promise<Spread> => {
  const figures: number[] = []
  const asked = Math.ceil(ANSWERS_A_ROUND / answersAtOnce)
  for (let round = 0; round <= ANSWER_ROUNDS; round++) {
    const before = usedSoFar()
    for (let i = 0; i < asked; i++) {
      const response = await ask()
      if (response.status !== 200) throw new Error(`The list was answered with ${response.status}.`)
      await response.text()
    }
    if (round > 0) figures.push((usedSoFar() - before) / (asked * answersAtOnce))
  }
  return spreadOf(figures)
}

const timeOnNode = async (deps: Deps, address: string): Promise<Spread> => {
  const app = createApp(
    deps.config,
    () => deps,
    () => '192.0.2.1',
  )
  return timeAnswers(
    async () => app.request(address),
    () => {
      const { user, system } = process.cpuUsage()
      return (user + system) / 1000
    },
  )
}

/** The processor time of every workerd that this process has started, in milliseconds; on Linux. */
const usedByWorkerd = (): number => {
  let ticks = 0
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      if (!stat.includes('(workerd)') || Number(fields[1]) !== process.pid) continue
      ticks += Number(fields[11]) + Number(fields[12])
    } catch {
      // A process that has ended meanwhile.
    }
  }
  return ticks * 10
}

const ANSWERS_IN_WORKER = 5_000

/** A Worker around the built one that asks it for a path so many times over before it answers. */
const buildRepeatingWorker = async (folder: string, path: string): Promise<void> => {
  const { build } = await import('esbuild')
  await build({
    stdin: {
      contents: `
        import worker from './worker.js'
        export default {
          fetch: async (request, bindings, context) => {
            const address = new URL(${JSON.stringify(path)}, request.url)
            for (let i = 0; i < ${ANSWERS_IN_WORKER}; i++) {
              const response = await worker.fetch(new Request(address), bindings, context)
              if (response.status !== 200) return response
              await response.text()
            }
            return new Response('OK')
          },
        }`,
      resolveDir: 'dist/worker',
    },
    bundle: true,
    format: 'esm',
    external: [...builtinModules, 'node:*', 'cloudflare:*'],
    outfile: join(folder, 'worker.js'),
    logLevel: 'error',
  })
}

/** The built Worker in workerd, by the processor time of the whole process. */
const timeInWorker = async (url: string, config: Config, address: string): Promise<Spread> => {
  const { createTestHarness } = await import('wrangler')
  process.env['CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE'] = url
  process.env['CLOUDFLARE_CF_FETCH_ENABLED'] = 'false'
  const folder = await mkdtemp(join(tmpdir(), 'colophon-bench-'))
  await buildRepeatingWorker(folder, new URL(address).pathname)
  const vars = {
    COLOPHON_ENV: 'development',
    COLOPHON_LOG: 'warn',
    COLOPHON_ORIGIN: config.origin,
    COLOPHON_SECRET: config.COLOPHON_SECRET ?? '',
    COLOPHON_KEY_ENCRYPTION_KEY: config.COLOPHON_KEY_ENCRYPTION_KEY ?? '',
  }
  const harness = createTestHarness({
    workers: [{ configPath: 'wrangler.toml', prebuiltWorkerDir: folder, vars }],
  })
  await harness.listen()
  try {
    return await timeAnswers(() => harness.fetch('/'), usedByWorkerd, ANSWERS_IN_WORKER)
  } finally {
    await harness.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const measureAnswers = async () => {
  const { deps, url, close } = await openBenchService()
  try {
    const address = await publishList(deps)
    const name = 'ms of CPU for the answer with a list that is kept, whole service'
    const onNode = { name: `${name}, on Node`, ...(await timeOnNode(deps, address)) }
    if (process.platform !== 'linux') return [onNode]
    const inWorker = await timeInWorker(url, deps.config, address)
    return [onNode, { name: `${name}, in workerd`, ...inWorker }]
  } finally {
    await close()
  }
}

const run: Benchmark['run'] = async () => {
  const ours = await timeLists(MINIMUM_ENTRIES)
  const growth = [{ size: MINIMUM_ENTRIES, median: ours.median }]
  const larger = 10 * MINIMUM_ENTRIES
  growth.push({ size: larger, median: (await timeLists(larger)).median })
  return {
    name: 'status',
    unit: `ms to build and sign a list of ${MINIMUM_ENTRIES} with 1 % set`,
    ours,
    growth,
    also: await measureAnswers(),
    peakMemoryMb: peakMemoryMb(),
    runtime: runtime(),
  }
}

export const status: Benchmark = {
  describe: 'build and sign a status list, and answer with one that is signed',
  run,
}
