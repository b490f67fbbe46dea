/** Figures of several rounds: the middle one and the ends. */
export type Spread = { readonly median: number; readonly min: number; readonly max: number }

/** What every benchmark reports, on one line of JSON. Rates are per second unless `unit` says otherwise. */
export type BenchmarkResult = {
  readonly name: string
  readonly unit: string
  readonly ours: Spread
  readonly peer?: Spread & { readonly name: string }
  /** Ours to the peer's, round by round. */
  readonly ratio?: Spread
  /** What the machine could do at best, and the part of it that ours reaches. */
  readonly limit?: { readonly name: string; readonly median: number; readonly fraction: number }
  /** Our figure at growing sizes of the same work. */
  readonly growth?: readonly {
    readonly size: number
    readonly median: number
    /** What the work held at its most, without what could be let go of, in MB. */
    readonly heapMb?: number
    /** What one unit took of this process's processor time, however busy the machine was. */
    readonly cpuMicroseconds?: number
  }[]
  /** Other figures of the same benchmark, each with its unit in its name. */
  readonly also?: readonly (Spread & { readonly name: string })[]
  /** The same for another kind of work. */
  readonly more?: readonly Comparison[]
  readonly peakMemoryMb: number
  readonly runtime: string
}

export type Comparison = Pick<BenchmarkResult, 'name' | 'ours' | 'peer' | 'ratio' | 'growth'>

export type BenchmarkOptions = {
  /** Also what takes minutes. */
  readonly large: boolean
}

export type Benchmark = {
  readonly describe: string
  readonly run: (options: BenchmarkOptions) => Promise<BenchmarkResult>
}

const round = (value: number): number => Number(value.toPrecision(5))

/** The middle value and the ends of some figures. */
export const spreadOf = (figures: readonly number[]): Spread => {
  const sorted = [...figures].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const median = ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
  return { median: round(median), min: round(sorted[0] ?? 0), max: round(sorted.at(-1) ?? 0) }
}

/** Times a second that `work` does its `count` units, once. */
export const rateOf = async (count: number, work: () => unknown): Promise<number> => {
  const start = performance.now()
  await work()
  return (count * 1000) / (performance.now() - start)
}

export type Contestant = { readonly count: number; readonly work: () => unknown }

/** Runs each contestant once in every round, the first one changing, so that a slow spell of the machine meets all. */
export const interleave = async <N extends string>(
  contestants: Readonly<Record<N, Contestant>>,
  rounds: number,
): Promise<Record<N, number[]>> => {
  // Object.keys and fromEntries widen the names to string; they are those of `contestants`.
  const names = Object.keys(contestants) as N[]
  const rates = Object.fromEntries(names.map((name): [N, number[]] => [name, []])) as Record<N, number[]>
  for (const name of names) await contestants[name].work()
  for (let i = 0; i < rounds; i++) {
    const order = [...names.slice(i % names.length), ...names.slice(0, i % names.length)]
    for (const name of order) rates[name].push(await rateOf(contestants[name].count, contestants[name].work))
  }
  return rates
}

/** The figures of one list divided by those of another, round by round. */
export const ratioOf = (ours: readonly number[], theirs: readonly number[]): Spread =>
  spreadOf(ours.map((figure, i) => figure / (theirs[i] ?? Number.NaN)))

/** The most memory that this process has held, in MB. */
export const peakMemoryMb = (): number => Math.round(process.resourceUsage().maxRSS / 1024)

export const runtime = (): string => `node ${process.version} ${process.platform} ${process.arch}`
