import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../src/config'
import type { Deps } from '../src/deps'
import { openNodeDeps } from '../src/platform/open-deps-node'
import { startPostgres } from '../test/support/postgres'

/** The service on a PostgreSQL server of its own, as a start of it opens both; queued work waits. */
export const openBenchService = async (
  settings: Readonly<Record<string, string>> = {},
): Promise<{ readonly deps: Deps; readonly url: string; close(): Promise<void> }> => {
  const data = await mkdtemp(join(tmpdir(), 'colophon-bench-'))
  const server = await startPostgres()
  const database = await server.createDatabase()
  if (database === undefined) throw new Error('The server gave no database.')
  const { user, password, host, port } = database
  const url = `postgres://${user}:${password}@${host}:${port}/${database.database}`
  const config = readConfig({
    DATABASE_URL: url,
    COLOPHON_DATA: data,
    COLOPHON_DEMO: 'off',
    COLOPHON_LOG: 'warn',
    COLOPHON_ORIGIN: 'https://badges.example.org',
    ...settings,
  })
  const { deps, close } = await openNodeDeps(config, { runNow: async () => {} })
  return {
    deps,
    url,
    close: async () => {
      await close()
      await server.stop()
      await rm(data, { recursive: true, force: true })
    },
  }
}
