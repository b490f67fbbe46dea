// Bundles the Worker as it is deployed into dist/worker/, with wrangler, and without a network.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Deployed with `wrangler deploy dist/worker/worker.js --no-bundle`. */
export const workerBundle = join(root, 'dist/worker/worker.js')

export const buildWorker = (assetVersion) =>
  new Promise((done, refuse) => {
    const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js')
    const args = [
      'deploy',
      '--dry-run',
      '--outdir',
      dirname(workerBundle),
      '--define',
      `ASSET_VERSION:"${assetVersion}"`,
    ]
    const child = spawn(process.execPath, [wrangler, ...args], {
      cwd: root,
      env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const output = []
    child.stdout.on('data', (chunk) => output.push(chunk))
    child.stderr.on('data', (chunk) => output.push(chunk))
    child.on('error', refuse)
    child.on('exit', (code) => {
      if (code === 0 && existsSync(workerBundle)) done()
      else refuse(new Error(`The Worker could not be bundled:\n${Buffer.concat(output)}`))
    })
  })
