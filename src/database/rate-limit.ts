import { type Kysely, sql } from 'kysely'
import type { Deps } from '../deps'
import { ProblemError } from '../problems'
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

/** Whether a use of `key` would be within the limit now; counts nothing. */
const isWithinLimit = (db: Kysely<Database>, key: string, limit: RateLimit, now: Date): Promise<boolean> =>
  asSystem(db, async ({ trx }) => {
    const length = limit.seconds * 1000
    const windowStart = new Date(Math.floor(now.getTime() / length) * length)
    const row = await trx
      .selectFrom('rate_limit')
      .select('count')
      .where('key', '=', key)
      .where('window_start', '=', windowStart)
      .executeTakeFirst()
    return (row?.count ?? 0) < limit.most
  })

/** A name for `who` that nobody without the service's secret can turn back. */
const disguise = async (deps: Pick<Deps, 'config'>, who: string): Promise<string> => {
  const encoder = new TextEncoder()
  const secret = encoder.encode(deps.config.COLOPHON_SECRET ?? 'none')
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(who)))
  return Array.from(bytes.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * Counts one use by `who`, such as a client's address or a mailbox, which is stored in disguise only.
 * Throws `too-many-requests` beyond the limit.
 */
export const limitUse = async (
  deps: Pick<Deps, 'db' | 'clock' | 'config'>,
  kind: string,
  who: string,
  limit: RateLimit,
): Promise<void> => {
  const key = `${kind}:${await disguise(deps, who)}`
  if (!(await takeFromLimit(deps.db, key, limit, deps.clock.now())))
    throw new ProblemError('too-many-requests')
}

/**
 * Lets a guess by or at `who` through and counts it where it was wrong, that is where `guess` gives undefined.
 * Throws `too-many-requests` once the limit of wrong ones is reached.
 */
export const limitWrongGuesses = async <T>(
  deps: Pick<Deps, 'db' | 'clock' | 'config'>,
  kind: string,
  who: string,
  limit: RateLimit,
  guess: () => Promise<T | undefined>,
): Promise<T | undefined> => {
  const key = `${kind}:${await disguise(deps, who)}`
  if (!(await isWithinLimit(deps.db, key, limit, deps.clock.now())))
    throw new ProblemError('too-many-requests')
  const found = await guess()
  if (found === undefined) await takeFromLimit(deps.db, key, limit, deps.clock.now())
  return found
}
