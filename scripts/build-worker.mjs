// Bundles the Worker with the settings of wrangler.toml's build, so that its size is known without a network.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Modules that the Workers runtime brings itself. */
const runtimeModules = ['node:*', 'cloudflare:*']

export const buildWorker = async (assetVersion) => {
  if (!existsSync(join(root, 'src/worker.ts'))) return
  await build({
    entryPoints: { worker: 'src/worker.ts' },
    absWorkingDir: root,
    outdir: join(root, 'dist'),
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'es2024',
    conditions: ['workerd', 'worker', 'browser'],
    mainFields: ['browser', 'module', 'main'],
    external: runtimeModules,
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    define: {
      ASSET_VERSION: JSON.stringify(assetVersion),
      'process.env.NODE_ENV': '"production"',
      'import.meta.url': '"file:///worker.js"',
    },
    logLevel: 'error',
  })
}
