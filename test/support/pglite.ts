import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { keepExchangesWhole } from '../../src/platform/whole-exchanges'

/** Serves a PGlite on a socket of its own, the way the service reaches its database. */
export const servePglite = async (db: PGlite) => {
  const host = await mkdtemp(join(tmpdir(), 'colophon-test-'))
  const server = new PGLiteSocketServer({
    db: keepExchangesWhole(db),
    path: join(host, '.s.PGSQL.5432'),
    maxConnections: 50,
  })
  await server.start()
  return {
    pool: { host, port: 5432, user: 'postgres', database: 'postgres' },
    stop: async () => {
      await server.stop()
      await rm(host, { recursive: true, force: true })
    },
  }
}
