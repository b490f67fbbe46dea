import { batch } from './batch'
import { issue } from './issue'
import type { Benchmark, BenchmarkResult } from './measure'
import { sd } from './sd'
import { status } from './status'

const benchmarks: Readonly<Record<string, Benchmark>> = { batch, issue, sd, status }

const print = (text: string) => process.stdout.write(`${text}\n`)

const summarise = ({
  name,
  unit,
  ours,
  peer,
  ratio,
  limit,
  growth,
  also,
  peakMemoryMb,
  runtime,
}: BenchmarkResult) => {
  print(`${name}: ${ours.median} ${unit} (${ours.min} to ${ours.max})`)
  if (peer) print(`  ${peer.name}: ${peer.median} (${peer.min} to ${peer.max})`)
  if (ratio) print(`  ratio: ${ratio.median} (${ratio.min} to ${ratio.max})`)
  if (limit) print(`  ${limit.name}: ${limit.median}, of which ours is ${Math.round(limit.fraction * 100)} %`)
  for (const { size, median, heapMb } of growth ?? [])
    print(`  at ${size}: ${median}${heapMb === undefined ? '' : `, ${heapMb} MB held at most`}`)
  for (const one of also ?? []) print(`  ${one.name}: ${one.median} (${one.min} to ${one.max})`)
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
