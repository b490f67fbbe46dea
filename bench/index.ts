import { batch } from './batch'
import { eligibility } from './eligibility'
import { importSessions } from './import'
import { issue } from './issue'
import type { Benchmark, BenchmarkResult, Comparison } from './measure'
import { pages } from './pages'
import { sd } from './sd'
import { status } from './status'
import { verify } from './verify'

const benchmarks: Readonly<Record<string, Benchmark>> = {
  batch,
  eligibility,
  import: importSessions,
  issue,
  pages,
  sd,
  status,
  verify,
}

const print = (text: string) => process.stdout.write(`${text}\n`)

const printComparison = ({ peer, ratio, growth }: Comparison) => {
  if (peer) print(`  ${peer.name}: ${peer.median} (${peer.min} to ${peer.max})`)
  if (ratio) print(`  ratio: ${ratio.median} (${ratio.min} to ${ratio.max})`)
  for (const { size, median, heapMb, cpuMicroseconds } of growth ?? []) {
    const held = heapMb === undefined ? '' : `, ${heapMb} MB held at most`
    const cpu = cpuMicroseconds === undefined ? '' : `, ${cpuMicroseconds} microseconds of processor each`
    print(`  at ${size}: ${median}${held}${cpu}`)
  }
}

const summarise = (result: BenchmarkResult) => {
  const { name, unit, ours, limit, also, more, peakMemoryMb, runtime } = result
  print(`${name}: ${ours.median} ${unit} (${ours.min} to ${ours.max})`)
  printComparison(result)
  if (limit) print(`  ${limit.name}: ${limit.median}, of which ours is ${Math.round(limit.fraction * 100)} %`)
  for (const one of also ?? []) print(`  ${one.name}: ${one.median} (${one.min} to ${one.max})`)
  for (const other of more ?? []) {
    print(`${name}, ${other.name}: ${other.ours.median} (${other.ours.min} to ${other.ours.max})`)
    printComparison(other)
  }
  print(`  peak memory ${peakMemoryMb} MB, ${runtime}`)
}

/** `NAME [--json] [--large]` runs a benchmark; no name lists them. With `--json` the last line is one JSON object. */
const main = async (argv: readonly string[]): Promise<number> => {
  const name = argv.find((argument) => !argument.startsWith('-'))
  if (name === undefined) {
    for (const [known, { describe }] of Object.entries(benchmarks)) print(`${known}  ${describe}`)
    return 0
  }
  const benchmark = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined
  if (!benchmark) {
    process.stderr.write(`There is no benchmark ${name}. Known: ${Object.keys(benchmarks).join(', ')}\n`)
    return 2
  }
  const result = await benchmark.run({ large: argv.includes('--large') })
  summarise(result)
  if (argv.includes('--json')) print(JSON.stringify(result))
  return 0
}

process.exitCode = await main(process.argv.slice(2))
