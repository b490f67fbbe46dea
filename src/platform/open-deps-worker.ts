import { type Config, readConfig } from '../config'
import { createDatabase, createPool } from '../database/connect'
import type { Deps, Job, Mailer } from '../deps'
import { createSignerFromJwk } from '../openbadges/proof'
import { drawPngInWorker } from './draw-png-worker'
import { createWorkerFetchPublic } from './fetch-public-worker'
import { createKeyStore } from './key-store'
import { createLog } from './log'
import { createQueueJobs, type QueueBinding } from './queue-jobs'
import { createR2Files, type R2Bucket } from './r2-files'
import { systemClock, systemRandom } from './random'
import { createShownMailer } from './shown-mailer'
import { createWorkerSmtpMailer } from './smtp-mailer-worker'
import { type AssetsBinding, createWorkersAssets } from './workers-assets'

/** What wrangler.toml binds to the Worker, beside variables and secrets. */
export type WorkerBindings = {
  readonly HYPERDRIVE: { readonly connectionString: string }
  readonly FILES: R2Bucket
  readonly JOBS: QueueBinding
  readonly ASSETS: AssetsBinding
}

const CONNECTIONS = 4

/** The variables and secrets of the Worker, as an environment. */
const environmentOf = (bindings: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(bindings).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )

const needed = (config: Config, name: 'COLOPHON_SECRET' | 'COLOPHON_KEY_ENCRYPTION_KEY'): string => {
  const value = config[name]
  if (value === undefined) throw new Error(`${name} is missing: a Worker has no folder to keep one in.`)
  return value
}

/** Kept from one request to the next, so that the outbox page shows the mails of earlier ones. */
const shownMailer = createShownMailer(systemClock, (text) => console.log(text))

const openMailer = (config: Config): Mailer => {
  if (config.COLOPHON_SMTP !== undefined)
    return createWorkerSmtpMailer(config.COLOPHON_SMTP, config.COLOPHON_MAIL_FROM)
  return shownMailer
}

const read = new WeakMap<WorkerBindings, Config>()

/** The configuration in a Worker's bindings, read once. Throws ConfigError, and where a secret is missing. */
export const readWorkerConfig = (bindings: WorkerBindings): Config => {
  const known = read.get(bindings)
  if (known !== undefined) return known
  const config = readConfig(environmentOf(bindings))
  needed(config, 'COLOPHON_SECRET')
  read.set(bindings, config)
  return config
}

/** Everything that the service needs, in a Worker, for one request or one piece of work: sockets live no longer. */
export const openWorkerDeps = (bindings: WorkerBindings): Deps => {
  const config = readWorkerConfig(bindings)
  return {
    config,
    db: createDatabase(
      createPool({ connectionString: bindings.HYPERDRIVE.connectionString, max: CONNECTIONS }),
    ),
    clock: systemClock,
    random: systemRandom,
    keys: createKeyStore(needed(config, 'COLOPHON_KEY_ENCRYPTION_KEY'), createSignerFromJwk),
    mailer: openMailer(config),
    files: createR2Files(bindings.FILES),
    assets: createWorkersAssets(bindings.ASSETS),
    drawPng: drawPngInWorker,
    jobs: createQueueJobs(bindings.JOBS),
    fetchPublic: createWorkerFetchPublic(config.production ? undefined : config.origin),
    log: createLog(config.COLOPHON_LOG, (line) => console.log(line)),
  }
}

export type JobBatch = {
  readonly messages: readonly { readonly body: Job; ack(): void; retry(): void }[]
}
