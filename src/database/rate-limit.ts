import { type Kysely, sql } from 'kysely'
import type { Database } from './schema'
import { asSystem } from './scope'

/** At most `most` times within `seconds`. */
export type RateLimit = { readonly most: number; readonly seconds: number }

/**
 * Counts one use of `key` and tells whether it is within the limit. Windows are fixed: the count starts anew at each
 * multiple of `seconds`. Keys are stored as they are given: hash what is personal first.
 */
export const takeFromLimit = (
  db: Kysely<Database>,
  key: string,
  limit: RateLimit,
  now: Date,
): Promise<boolean> =>
  asSystem(db, async ({ trx }) => {
    const length = limit.seconds * 1000
    const windowStart = new Date(Math.floor(now.getTime() / length) * length)
    const row = await trx
      .insertInto('rate_limit')
      .values({ key, window_start: windowStart, count: 1 })
      .onConflict((conflict) =>
        conflict.columns(['key', 'window_start']).doUpdateSet({ count: sql`rate_limit.count + 1` }),
      )
      .returning('count')
      .executeTakeFirstOrThrow()
    if (row.count === 1) {
      await trx
        .deleteFrom('rate_limit')
        .where('window_start', '<', new Date(now.getTime() - 24 * 60 * 60 * 1000))
        .execute()
    }
    return row.count <= limit.most
  })
