import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join, resolve } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { TestProject } from 'vitest/node'
import { createDatabase, createPool, migrateToLatest } from '../../src/database/connect'
import { servePglite } from './pglite'
import { type PostgresServer, startPostgres } from './postgres'

declare module 'vitest' {
  interface ProvidedContext {
    /** Which database `openTestDeps` opens unless it is told. */
    database: 'pglite' | 'postgres'
    /** A file with the image of a migrated, empty PGlite. */
    pgliteImage: string
    /** Where a test asks for a database of the PostgreSQL server. */
    postgresBroker: string
  }
}

const cache = resolve('node_modules/.cache/colophon-tests')

const digestOfSchema = () => {
  const migrations = 'src/database/migrations'
  const version = readFileSync('node_modules/@electric-sql/pglite/package.json')
  const hash = createHash('sha256').update(version)
  for (const name of readdirSync(migrations).sort())
    hash.update(name).update(readFileSync(join(migrations, name)))
  return hash.digest('hex').slice(0, 16)
}

/** Migrating a new PGlite takes seconds, opening an image of one half a second: the image is kept between runs. */
const makeImage = async () => {
  const file = join(cache, `pglite-${digestOfSchema()}.tar`)
  if (existsSync(file)) return file
  const pglite = await PGlite.create()
  const served = await servePglite(pglite)
  const pool = createPool(served.pool)
  await migrateToLatest(createDatabase(pool))
  await pool.end()
  await served.stop()
  const image = await pglite.dumpDataDir('none')
  await pglite.close()
  mkdirSync(cache, { recursive: true })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, new Uint8Array(await image.arrayBuffer()))
  renameSync(draft, file)
  return file
}

/** Starts the PostgreSQL server when the first test asks for a database of it. */
const openBroker = async () => {
  let server: Promise<PostgresServer> | undefined
  const broker = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://broker').searchParams.get('drop')
    server ??= startPostgres()
    server
      .then((postgres) => (name === null ? postgres.createDatabase() : postgres.dropDatabase(name)))
      .then((answer) => response.end(JSON.stringify(answer ?? null)))
      .catch((error: unknown) => response.writeHead(500).end(String(error)))
  })
  await new Promise<void>((done) => broker.listen(0, '127.0.0.1', done))
  const address = broker.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/`,
    close: async () => {
      broker.close()
      broker.closeAllConnections()
      await (await server)?.stop()
    },
  }
}

export default async function setup(project: TestProject) {
  project.provide('pgliteImage', await makeImage())
  const broker = await openBroker()
  project.provide('postgresBroker', broker.url)
  return broker.close
}
