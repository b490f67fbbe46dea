import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { servePglite } from '../support/pglite'

let database: PGlite
let served: Awaited<ReturnType<typeof servePglite>>
let pool: pg.Pool
beforeAll(async () => {
  database = await PGlite.create()
  served = await servePglite(database)
  pool = new pg.Pool({ ...served.pool, max: 12 })
}, 60_000)
afterAll(async () => {
  await pool.end()
  await served.stop()
  await database.close()
})

/** Long enough to come in several pieces. */
const filler = 'x'.repeat(200_000)

test('queries of many connections at once, outside transactions, get their own answers', async () => {
  const asked = Array.from({ length: 300 }, async (_, number) => {
    switch (number % 3) {
      case 0: {
        const { rows } = await pool.query('select $1::int as one', [number])
        return rows[0].one === number
      }
      case 1: {
        const values = [number, 'b', filler]
        const { rows } = await pool.query('select $1::int as one, $2::text, length($3::text) as long', values)
        return rows[0].one === number && rows[0].long === filler.length
      }
      default: {
        const client = await pool.connect()
        try {
          await client.query('begin')
          const { rows } = await client.query('select $1::int + $2::int as one', [number, 1])
          await client.query('commit')
          return rows[0].one === number + 1
        } finally {
          client.release()
        }
      }
    }
  })
  expect(new Set(await Promise.all(asked))).toEqual(new Set([true]))
}, 60_000)

test('a query that fails lets the others go on', async () => {
  const asked = Array.from({ length: 60 }, (_, number) =>
    number % 2 === 0
      ? pool.query('select 1 / $1::int as one', [0]).then(
          () => 'answered',
          (error: Error) => error.message,
        )
      : pool.query('select $1::int as one, $2::int', [number, 2]).then(({ rows }) => rows[0].one === number),
  )
  expect(new Set(await Promise.all(asked))).toEqual(new Set(['division by zero', true]))
}, 60_000)

test('a connection that breaks off in the middle does not hold up the others', async () => {
  const broken = new pg.Client(served.pool)
  broken.on('error', () => {})
  await broken.connect()
  const query = broken.query('select pg_sleep(0), $1::text', [filler]).catch(() => undefined)
  // pg keeps its socket on the connection; it is destroyed as a crash would.
  const { connection } = broken as unknown as { connection: { stream: { destroy(): void } } }
  connection.stream.destroy()
  await query
  const { rows } = await pool.query('select $1::int as one', [7])
  expect(rows).toEqual([{ one: 7 }])
}, 60_000)
