import { Kysely, PostgresDialect } from 'kysely'
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration'
import pg from 'pg'
import { migrations } from './migrations'
import type { Database } from './schema'

const OID_INT8 = 20
const OID_DATE = 1082

const types = {
  /** Counts come as numbers and dates as YYYY-MM-DD: a date has no time zone to be shifted by. */
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === OID_INT8) return Number
    if (oid === OID_DATE) return (value: string) => value
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text')
  },
}

/** A pool of connections to a PostgreSQL server or to the embedded database's socket. */
export const createPool = (config: pg.PoolConfig): pg.Pool => {
  const pool = new pg.Pool({ max: 10, ...config, types })
  // A connection that dies while idle is replaced by the pool; without a listener the process would end.
  pool.on('error', () => {})
  return pool
}

/** `onStatement` hears every statement that is sent, without its values. */
export const createDatabase = (pool: pg.Pool, onStatement?: (statement: string) => void): Kysely<Database> =>
  new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    ...(onStatement === undefined ? {} : { log: ({ query }) => onStatement(query.sql) }),
  })

const provider: MigrationProvider = {
  getMigrations: async (): Promise<Record<string, Migration>> => migrations,
}

/** Brings the database to the newest schema. Returns the names of the migrations that ran; throws what failed. */
export const migrateToLatest = async (db: Kysely<Database>): Promise<string[]> => {
  // Two that were written side by side may land in another order than that of their names.
  const { error, results } = await new Migrator({
    db,
    provider,
    allowUnorderedMigrations: true,
  }).migrateToLatest()
  if (error !== undefined) throw error
  return (results ?? []).map((result) => result.migrationName)
}
