import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PoolConfig } from 'pg'
import type { Config } from '../config'
import { createDatabase, createPool } from '../database/connect'
import type { Deps, FileStore, Job, Jobs, Log, Mailer } from '../deps'
import { createSignerFromJwk } from '../openbadges/proof'
import { createDiskAssets } from './disk-assets-node'
import { createDiskFiles } from './disk-files-node'
import { drawPngOnNode } from './draw-png-node'
import { createNodeEd25519Signer } from './ed25519-signer-node'
import { openEmbeddedDatabase } from './embedded-database-node'
import { createNodeFetchPublic } from './fetch-public-node'
import { createKeyStore, type SignerFactory } from './key-store'
import { createLog } from './log'
import { nodePrimitives } from './primitives-node'
import { systemClock, systemRandom } from './random'
import { createS3Files } from './s3-files'
import { readSecrets } from './secrets-node'
import { createShownMailer } from './shown-mailer'

export type OpenedDeps = {
  readonly deps: Deps
  /** Takes on queued work, and asks for what is due now and every minute; only a serving process does. */
  work(
    run: (deps: Deps, job: Job) => Promise<void>,
    runScheduled: (deps: Deps) => Promise<void>,
  ): Promise<void>
  /** Finishes running work and lets go of everything, in the order in which it depends on each other. */
  close(): Promise<void>
}

const MINUTE_MS = 60_000

export const createNodeSigner: SignerFactory = async (key) =>
  key.algorithm === 'Ed25519' ? createNodeEd25519Signer(key) : createSignerFromJwk(key)

/** Everything that the service needs, on Node, from its configuration. `runNow` does jobs at once, without a queue. */
export const openNodeDeps = async (
  config: Config,
  options: { readonly runNow?: (deps: Deps, job: Job) => Promise<void> } = {},
): Promise<OpenedDeps> => {
  const data = resolve(config.COLOPHON_DATA)
  const log = createLog(config.COLOPHON_LOG, (line) => process.stderr.write(`${line}\n`))
  const secrets = await readSecrets({ ...config, COLOPHON_DATA: data })
  const connection = await connect(config, data)
  const pool = createPool(connection.pool)
  const mailer = await openMailer(config)
  const base = {
    config: { ...config, ...secrets, COLOPHON_DATA: data },
    db: createDatabase(pool),
    clock: systemClock,
    random: systemRandom,
    keys: createKeyStore(secrets.COLOPHON_KEY_ENCRYPTION_KEY, createNodeSigner),
    mailer,
    files: openFiles(config, data),
    assets: createDiskAssets(fileURLToPath(new URL('./public/assets', import.meta.url))),
    drawPng: drawPngOnNode,
    fetchPublic: createNodeFetchPublic(config.production ? undefined : config.origin),
    log,
    primitives: nodePrimitives,
  }
  const queue = options.runNow === undefined ? await openQueue(connection.pool, log) : undefined
  const jobs: Jobs = queue ?? { enqueue: async (job) => options.runNow?.(deps, job) }
  const deps: Deps = { ...base, jobs }
  let stopAsking = async () => {}
  return {
    deps,
    work: async (run, runScheduled) => {
      await queue?.work((job) => run(deps, job))
      stopAsking = askEveryMinute(() => runScheduled(deps), log)
    },
    close: async () => {
      await stopAsking()
      await queue?.stop()
      mailer.close?.()
      await pool.end()
      await connection.close()
    },
  }
}

/** Asks at once and then every minute, unless the last time is still going on; gives what ends it. */
const askEveryMinute = (ask: () => Promise<void>, log: Log): (() => Promise<void>) => {
  let asking: Promise<void> | undefined
  const askOnce = () => {
    asking ??= ask()
      .catch((cause: unknown) => log.error('scheduled work failed', {}, cause))
      .finally(() => {
        asking = undefined
      })
  }
  askOnce()
  const timer = setInterval(askOnce, MINUTE_MS)
  return async () => {
    clearInterval(timer)
    await asking
  }
}

const connect = async (
  config: Config,
  data: string,
): Promise<{ pool: PoolConfig; close(): Promise<void> }> =>
  config.DATABASE_URL === undefined
    ? openEmbeddedDatabase(data)
    : { pool: { connectionString: config.DATABASE_URL }, close: async () => {} }

const openQueue = async (pool: PoolConfig, log: Log) => {
  const { createPgBossJobs } = await import('./pg-boss-jobs-node')
  return createPgBossJobs(pool, log)
}

const openMailer = async (config: Config): Promise<Mailer & { close?(): void }> => {
  if (config.COLOPHON_SMTP === undefined) {
    return createShownMailer(systemClock, (text) => process.stderr.write(text))
  }
  const { createSmtpMailer } = await import('./smtp-mailer-node')
  return createSmtpMailer(config.COLOPHON_SMTP, config.COLOPHON_MAIL_FROM)
}

const openFiles = (config: Config, data: string): FileStore => {
  const { COLOPHON_S3_ENDPOINT: endpoint, COLOPHON_S3_BUCKET: bucket } = config
  const { COLOPHON_S3_ACCESS_KEY: accessKeyId, COLOPHON_S3_SECRET_KEY: secretAccessKey } = config
  return endpoint && bucket && accessKeyId && secretAccessKey
    ? createS3Files({ endpoint, bucket, accessKeyId, secretAccessKey, region: config.COLOPHON_S3_REGION })
    : createDiskFiles(resolve(data, 'files'))
}
