import { type Kysely, sql } from 'kysely'
import type { Database } from './schema'

/** Answers when the database does; throws what stands in the way. */
export const checkDatabase = async (db: Kysely<Database>): Promise<void> => {
  await sql`select 1`.execute(db)
}
