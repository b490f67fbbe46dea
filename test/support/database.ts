import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { PoolConfig } from 'pg'
import { inject } from 'vitest'
import { readConfig } from '../../src/config'
import { createDatabase, createPool } from '../../src/database/connect'
import type { Deps } from '../../src/deps'
import { createDiskAssets } from '../../src/platform/disk-assets-node'
import { drawPngOnNode } from '../../src/platform/draw-png-node'
import { createKeyStore } from '../../src/platform/key-store'
import { createNodeSigner } from '../../src/platform/open-deps-node'
import {
  createFakeClock,
  createFakeWeb,
  createMemoryFiles,
  createRecordingJobs,
  createRecordingLog,
  createRecordingMailer,
  createSeededRandom,
} from './fakes'
import { servePglite } from './pglite'

export type DatabaseKind = 'pglite' | 'postgres'

export type OpenedDatabase = { readonly pool: PoolConfig; close(): Promise<void> }

const openPglite = async (): Promise<OpenedDatabase> => {
  const image = new Blob([await readFile(inject('pgliteImage'))])
  const pglite = await PGlite.create({ loadDataDir: image })
  const served = await servePglite(pglite)
  return {
    pool: served.pool,
    close: async () => {
      await served.stop()
      await pglite.close()
    },
  }
}

const openPostgres = async (): Promise<OpenedDatabase> => {
  const broker = inject('postgresBroker')
  const response = await fetch(broker)
  if (!response.ok) throw new Error(await response.text())
  // The broker is ours and answers with a PoolConfig.
  const pool = (await response.json()) as PoolConfig
  return {
    pool,
    close: async () => {
      await fetch(`${broker}?drop=${pool.database}`)
    },
  }
}

/** A migrated, empty database of its own. */
export const openTestDatabase = (kind: DatabaseKind = inject('database')): Promise<OpenedDatabase> =>
  kind === 'pglite' ? openPglite() : openPostgres()

export const testConfig = readConfig({
  COLOPHON_ORIGIN: 'https://badges.example.org',
  COLOPHON_SECRET: 'a secret of the tests, long enough for them',
  COLOPHON_KEY_ENCRYPTION_KEY: 'dGhlIGtleSBvZiB0aGUgdGVzdHMsIHNlY3JldCBub3Q=',
  COLOPHON_DEMO: 'off',
  COLOPHON_LOG: 'silent',
})

export type TestDeps = {
  readonly deps: Deps
  readonly clock: ReturnType<typeof createFakeClock>
  readonly mails: ReturnType<typeof createRecordingMailer>['sent']
  readonly queued: ReturnType<typeof createRecordingJobs>['queued']
  readonly files: ReturnType<typeof createMemoryFiles>
  /** Documents of the public web by address. */
  readonly web: ReturnType<typeof createFakeWeb>['documents']
  readonly logged: readonly string[]
  readonly pool: PoolConfig
  close(): Promise<void>
}

/** Everything that an action needs: a real database and real keys; a clock, mail, jobs and a web to look into. */
export const openTestDeps = async (
  kind?: DatabaseKind,
  onStatement?: (text: string) => void,
): Promise<TestDeps> => {
  const database = await openTestDatabase(kind)
  const pool = createPool(database.pool)
  const clock = createFakeClock()
  const mailer = createRecordingMailer(clock)
  const jobs = createRecordingJobs()
  const files = createMemoryFiles()
  const web = createFakeWeb()
  const log = createRecordingLog()
  const deps: Deps = {
    config: testConfig,
    db: createDatabase(pool, onStatement),
    clock,
    random: createSeededRandom(clock),
    keys: createKeyStore(testConfig.COLOPHON_KEY_ENCRYPTION_KEY ?? '', createNodeSigner),
    mailer,
    files,
    assets: createDiskAssets(resolve('dist/public/assets')),
    drawPng: drawPngOnNode,
    jobs,
    fetchPublic: web.fetchPublic,
    log,
  }
  return {
    deps,
    clock,
    mails: mailer.sent,
    queued: jobs.queued,
    files,
    web: web.documents,
    logged: log.lines,
    pool: database.pool,
    close: async () => {
      await pool.end()
      await database.close()
    },
  }
}
